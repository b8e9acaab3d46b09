package org.cotejo.formats.templates;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.RedactionProof;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Pictures;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of pictures whose personal parts are covered, as {@code cotejo redact picture} writes them, or a list that says of which station
 * each is: each becomes a statement of its root, which hides the picture; the public picture beside it becomes public only when it is asked
 * for.
 */
final class PicturesImport implements Importer {
    private static final String CUSTODIAN = "custodian";
    private static final String STATION = "station";
    private static final String COPY = "copy";
    private static final String PUBLIC = "public";
    private static final String PROOF = "proof";
    private static final String ENDING = "." + PROOF;
    private static final String LIST_ENDING = ".csv";

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "proofs of covered pictures (.proof of 'redact picture'), or a .csv list of them (station, proof): states"
                        + " that the body holds them, and publishes the covered picture if asked",
                "pruebas de imágenes cubiertas (.proof de 'redact picture'), o una lista .csv de ellas (station, proof):"
                        + " declara que el ente las tiene, y publica la imagen cubierta si se pide");
    }

    @Override
    public Map<String, Sentence> options() {
        return Map.of(
                CUSTODIAN,
                new Sentence(
                        "whose pictures they are, a custodian of the definition; needed",
                        "de quién son las imágenes, un custodio de la definición; obligatorio"),
                STATION,
                new Sentence(
                        "the station whose sheet they show; may be left out, and said later",
                        "la mesa cuya acta muestran; puede omitirse y decirse después"),
                COPY,
                new Sentence(
                        "'public': the PNG beside each proof is published for ever; look at it first",
                        "'public': el PNG junto a cada prueba se publica para siempre; mírelo antes"));
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, PicturesImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Where where = Where.file(file.name());
        Known known = Known.of(session, where);
        String custodian = session.option(CUSTODIAN, "");
        if (custodian.isEmpty()) {
            throw TemplateProblem.WHOSE_SHEETS.at(where);
        }
        CustodianId holder = known.custodian(custodian, Where.field(CUSTODIAN));
        if (file.name().endsWith(LIST_ENDING)) {
            list(file, known, holder, session);
            return;
        }
        String typed = session.option(STATION, "");
        StationCode station = typed.isEmpty() ? null : known.station(typed, Where.field(STATION));
        session.rowRead();
        state(file, holder, station, where, session);
    }

    /** Each row names a station, if it is known, and a proof by its path from where the list lies. */
    private static void list(InputFile file, Known known, CustodianId holder, ImportSession session) {
        if (!session.option(STATION, "").isEmpty()) {
            throw TemplateProblem.LIST_HAS_STATIONS.at(Where.field(STATION));
        }
        RecordFile rows = RecordFile.open(file, session).with(List.of(STATION, PROOF), List.of());
        rows.forEachRecord(known, row -> {
            Path proof = proof(file, row);
            StationCode station = row.text(STATION).isEmpty() ? null : row.station(STATION);
            state(InputFile.read(proof), holder, station, row.where(PROOF), session);
        });
    }

    private static Path proof(InputFile list, RecordRow row) {
        String typed = row.required(PROOF);
        try {
            Path proof = list.path().resolveSibling(typed);
            if (Files.isRegularFile(proof)) {
                return proof;
            }
        } catch (InvalidPathException e) {
            // no path at all is as good as one at which nothing lies
        }
        throw TemplateProblem.NO_PROOF.at(row.where(PROOF), TemplateProblem.shown(typed));
    }

    private static void state(
            InputFile file, CustodianId holder, @Nullable StationCode station, Where where, ImportSession session) {
        RedactionProof proof = ok(RedactionProof.parse(file.bytes()), file.name());
        state(new CommittedPicture(holder, station, proof.root(), copy(file, proof, session)), session, where);
    }

    /** States what is new of a picture; what contradicts an earlier statement is refused here, where a person can mend it. */
    private static void state(CommittedPicture stated, ImportSession session, Where where) {
        Pictures pictures = session.frame().pictures();
        CommittedPicture both =
                pictures.with(stated).orElseThrow(() -> TemplateProblem.PICTURE_OTHERWISE.at(where, stated.root()));
        Optional<CommittedPicture> before = pictures.of(stated.root());
        if (before.isPresent() && before.get().equals(both)) {
            session.count("already_here", 1);
            return;
        }
        session.add(new Entry.PictureCommitted(stated), where);
        session.count(before.isPresent() ? "pictures_completed" : "pictures", 1);
        session.count("public_copies", stated.copy() == null ? 0 : 1);
    }

    /** The public copy, which must hold before it goes where nobody can call it back. */
    private static CommittedPicture.@Nullable Copy copy(InputFile file, RedactionProof proof, ImportSession session) {
        String wish = session.option(COPY, "");
        if (!wish.isEmpty() && !wish.equals(PUBLIC)) {
            throw TemplateProblem.WORD.at(Where.field(COPY), TemplateProblem.shown(wish), PUBLIC);
        }
        if (wish.isEmpty()) {
            return null;
        }
        InputFile picture = InputFile.read(beside(file.path()));
        List<Problem> faults =
                ok(PublicCopy.read(picture.bytes(), proof), picture.name()).faults();
        if (!faults.isEmpty()) {
            throw new RefusedException(faults.getFirst().in(picture.name()));
        }
        return new CommittedPicture.Copy(
                session.writer().keepBlob(picture.bytes()), session.writer().keepBlob(file.bytes()));
    }

    private static Path beside(Path proof) {
        String name = String.valueOf(proof.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return proof.resolveSibling(stem + ".png");
    }

    private static <T> T ok(Result<T> read, String file) {
        return switch (read) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }
}
