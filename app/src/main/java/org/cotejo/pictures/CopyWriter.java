package org.cotejo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.cotejo.capture.checker.ContestVotes;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Source;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Writes sheets as copies: of each contest and set of figures one delivery, and a further one where a station stands in it with other
 * figures, which is for the comparison of copies to judge.
 */
final class CopyWriter {
    /** Which delivery a sheet goes into. */
    private record Shape(String contest, List<Figure> figures, boolean isSigned) {}

    private static final String MAGIC = "cotejo-pictures 1";

    private final ImportSession session;
    private final CopyTerms terms;
    private final Map<Shape, List<Delivery>> deliveries = new LinkedHashMap<>();

    CopyWriter(ImportSession session, CopyTerms terms) {
        this.session = session;
        this.terms = terms;
    }

    void write(List<ImagesDelivery.Shown> sheets, Function<Path, Hash> hashes) {
        Hash list = keepList(sheets, hashes);
        for (ImagesDelivery.Shown sheet : sheets) {
            Where where = Where.file(sheet.pictures().getFirst().toString());
            sheet.pictures().forEach(picture -> keepPicture(picture, hashes.apply(picture)));
            for (ContestVotes contest : sheet.reading().contests()) {
                add(sheet.reading(), contest, list, where);
            }
            session.rowRead();
        }
        deliveries
                .values()
                .forEach(levels -> levels.forEach(delivery -> session.count(delivery.finish(Where.file("")))));
    }

    private void add(SheetReading reading, ContestVotes contest, Hash list, Where where) {
        @Nullable SignedSheet signed = reading.signed();
        Delivery delivery =
                delivery(new Shape(contest.contest(), contest.figures(), signed != null), reading, list, where);
        if (signed != null) {
            delivery.sheet(signed, terms.way(), where);
        } else {
            delivery.station(
                    reading.station(),
                    PlaceTree.COUNTRY,
                    reading.paper(),
                    terms.way(),
                    contest.cells().stream().mapToInt(Integer::intValue).toArray(),
                    where);
        }
    }

    private Delivery delivery(Shape shape, SheetReading reading, Hash list, Where where) {
        List<Delivery> levels = deliveries.computeIfAbsent(shape, _ -> new ArrayList<>());
        for (Delivery delivery : levels) {
            if (!delivery.has(reading.station())) {
                return delivery;
            }
        }
        Delivery further = Delivery.begin(
                session.writer(),
                session.frame(),
                new DeliveryTerms(
                        terms.custodian(),
                        terms.side(),
                        Source.Kind.COPIES,
                        new ContestId(shape.contest()),
                        terms.provenance(),
                        shape.figures(),
                        null,
                        true,
                        session.frame().definition().orElseThrow().levels(),
                        list),
                where);
        levels.add(further);
        return further;
    }

    /** The list of pictures, private too: its hash commits to every picture and, by the salt, tells nothing. */
    private Hash keepList(List<ImagesDelivery.Shown> sheets, Function<Path, Hash> hashes) {
        StringBuilder list =
                new StringBuilder(MAGIC).append("\nsalt ").append(terms.salt()).append('\n');
        for (ImagesDelivery.Shown sheet : sheets) {
            for (Path picture : sheet.pictures()) {
                list.append(sheet.reading().station())
                        .append(' ')
                        .append(hashes.apply(picture).hex())
                        .append('\n');
            }
        }
        byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        return session.writer().keepPrivate(Path.of("pictures"), bytes);
    }

    private void keepPicture(Path picture, Hash expected) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + picture, e);
        }
        if (!Sha256.of(bytes).equals(expected)) {
            throw new RefusedException(PicturesProblem.CHANGED.at(picture.toString()));
        }
        session.writer().keepPrivate(picture, bytes, expected);
    }
}
