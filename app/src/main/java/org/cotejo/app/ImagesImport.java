package org.cotejo.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.capture.PrintUse;
import org.cotejo.capture.picture.HeicDecoder;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.definition.SideId;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.pictures.CopyTerms;
import org.cotejo.pictures.HeicProgram;
import org.cotejo.pictures.ImagesDelivery;
import org.cotejo.pictures.PictureFiles;
import org.cotejo.pictures.PicturesProblem;

/**
 * {@code cotejo import images FOLDER --custodian C --into DIR}: reads pictures of sheets and takes what counts as copies of that
 * custodian. It stands here, and not among the formats, because formats never read pictures.
 */
final class ImagesImport implements Importer {
    private static final int SALT_BYTES = 32;

    private final Console console;

    ImagesImport(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "pictures of tally sheets, files or folders: what is read and counts becomes copies; the rest is listed",
                "imágenes de actas, archivos o carpetas: lo leído que cuenta pasa a ser copias; el resto se enumera");
    }

    @Override
    public Map<String, Sentence> options() {
        Map<String, Sentence> options = new TreeMap<>();
        options.put("custodian", new Sentence("who holds the sheets; needed", "quién tiene las actas; obligatorio"));
        options.put(
                "side",
                new Sentence(
                        "the side of a custodian that the definition does not have",
                        "la parte de un custodio que la definición no tiene"));
        options.put(
                "provenance",
                new Sentence(
                        "how the custodian came by them; accredited if not given",
                        "cómo las obtuvo el custodio; accredited si no se indica"));
        options.put(
                "way",
                new Sentence(
                        "how they reached the custodian: transmitted, by_hand or unstated, which it is if not given",
                        "cómo llegaron al custodio: transmitted, by_hand o unstated, que vale si no se indica"));
        options.put(
                "print",
                new Sentence(
                        "when to read print: auto, which it is if not given (where no code gave a sheet), always or never",
                        "cuándo leer lo impreso: auto, que vale si no se indica (donde ningún código dio un acta), always o never"));
        options.put("heic", ReadCommand.HEIC);
        return options;
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        ReadCommand.quietPdf();
        custodian(request);
        print(request);
        HeicDecoder heic = heic(request);
        ElectionDefinition definition = request.folder()
                .frame(request.folder().blocks())
                .definition()
                .orElseThrow(() -> new RefusedException(
                        PicturesProblem.NO_DEFINITION.at(request.folder().path().toString())));
        CopyTerms terms = terms(request, definition);
        ImagesDelivery delivery =
                new ImagesDelivery(request.folder().path(), print(request), heic, console.progress(), console::say);
        delivery.read(PictureFiles.of(request.files()));
        return ImportSession.change(this, request, session -> delivery.deliver(session, terms));
    }

    private static PrintUse print(ImportRequest request) {
        return word(PrintUse.values(), "print", request, "auto");
    }

    private static HeicDecoder heic(ImportRequest request) {
        String program = request.options().get("heic");
        return program == null ? HeicDecoder.NONE : HeicProgram.of(program);
    }

    private static CustodianId custodian(ImportRequest request) {
        String custodian = request.options().getOrDefault("custodian", "");
        if (!Names.idFault(custodian).isEmpty()) {
            throw new RefusedException(PicturesProblem.NO_CUSTODIAN.at("--custodian"));
        }
        return new CustodianId(custodian);
    }

    private static CopyTerms terms(ImportRequest request, ElectionDefinition definition) {
        CustodianId custodian = custodian(request);
        String side = request.options().getOrDefault("side", "");
        boolean isKnown = definition.custodian(custodian).isPresent();
        if (!isKnown && !Names.idFault(side).isEmpty()) {
            throw new RefusedException(PicturesProblem.NO_CUSTODIAN.at("--custodian"));
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new CopyTerms(
                custodian,
                isKnown && side.isEmpty() ? definition.sideOf(custodian) : new SideId(side),
                word(Provenance.values(), "provenance", request, "accredited"),
                word(StationFigures.Way.values(), "way", request, "unstated"),
                HexFormat.of().formatHex(salt));
    }

    private static <E extends Enum<E>> E word(E[] all, String option, ImportRequest request, String otherwise) {
        String word = request.options().getOrDefault(option, otherwise);
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        String known = String.join(
                ", ",
                List.of(all).stream()
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw new RefusedException(PicturesProblem.OPTION.at("--" + option, word, known));
    }
}
