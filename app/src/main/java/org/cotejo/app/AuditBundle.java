package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Commitment;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.AuditsJson;

/**
 * Everything with which anybody can do the mathematics of an audit again: the files it committed to under plain names, and the
 * entries of the folder without its private part, against which the claim can be checked.
 */
final class AuditBundle {
    private static final String ELECTION = "election";
    private static final String README = "README.md";
    private static final String ID_LINE = "cotejo audit bundle 1: ";

    private final Console console;

    AuditBundle(Console console) {
        this.console = console;
    }

    int write(FolderAudits audits, JudgedAudits.One one, Path into) {
        JudgedAudit audit = one.audit();
        Folders.checkNew(into);
        Folders.make(into);
        ElectionFolder folder = audits.folder();
        copyFolder(folder, audit, into.resolve(ELECTION));
        Map<String, Hash> files = names(audit);
        files.forEach((name, hash) -> {
            if (folder.hasBlob(hash)) {
                write(into.resolve(name), folder.blob(hash));
            }
        });
        if (one instanceof JudgedAudits.One.OfBoxes(AuditReport boxes) && boxes.claim() != null) {
            write(into.resolve("weights.csv"), weights(boxes));
        }
        write(into.resolve(README), readme(one, files));
        console.print(new Sentence(
                        "{0}: {1} files. Check it with: cotejo audit check {0}",
                        "{0}: {1} archivos. Compruébelo con: cotejo audit check {0}")
                .with(into, files.size() + 2));
        return Exit.PROVEN;
    }

    /** Entries and the files of this audit; never the private part. */
    private static void copyFolder(ElectionFolder folder, JudgedAudit audit, Path to) {
        try {
            Files.createDirectories(to.resolve("entries"));
            Files.copy(folder.path().resolve("HEAD"), to.resolve("HEAD"));
            try (Stream<Path> segments = Files.list(folder.path().resolve("entries"))) {
                for (Path segment : segments.filter(one -> one.toString().endsWith(".entries"))
                        .toList()) {
                    Files.copy(
                            segment,
                            to.resolve("entries").resolve(segment.getFileName().toString()));
                }
            }
            for (Frame.Committed step : audit.steps()) {
                Hash hash = step.commitment().file();
                Path file = to.resolve("blobs")
                        .resolve("sha256")
                        .resolve(hash.hex().substring(0, 2))
                        .resolve(hash.hex());
                if (folder.hasBlob(hash) && !Files.exists(file)) {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.write(file, folder.blob(hash));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + folder.path(), e);
        }
    }

    /** What each file that the audit committed to is called. */
    private static Map<String, Hash> names(JudgedAudit audit) {
        Map<String, Hash> names = new LinkedHashMap<>();
        int draws = 0;
        int counts = 0;
        for (Frame.Committed step : audit.steps()) {
            Commitment commitment = step.commitment();
            String name = switch (commitment.kind()) {
                case STATION_RESULTS -> "results.csv";
                case BALLOT_MANIFEST -> "manifest.csv";
                case PLAN -> "plan.txt";
                case SEED -> "seed.txt";
                case DRAW -> "draw-" + ++draws + ".txt";
                case COUNTS -> "counts-" + ++counts + ".txt";
            };
            names.put(name, commitment.file());
        }
        return names;
    }

    private static byte[] weights(AuditReport audit) {
        StringBuilder text = new StringBuilder("station,weight\n");
        audit.weights()
                .forEach(one -> text.append(quoted(one.id()))
                        .append(',')
                        .append(one.weight())
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 && field.indexOf('"') < 0 ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static byte[] readme(JudgedAudits.One one, Map<String, Hash> files) {
        String id = one.audit().id();
        StringBuilder text = new StringBuilder(ID_LINE).append(id).append("\n\n");
        text.append("""
                Everything with which anybody can do the mathematics of this audit again. / Todo lo necesario para rehacer la
                matemática de esta auditoría.

                It proves nothing of when the plan was made: `cotejo verify` of the publication does. / No prueba nada de cuándo
                se hizo el plan: eso lo prueba `cotejo verify` de la publicación.

                    cotejo audit check THIS_FOLDER
                    cotejo audit risk THIS_FOLDER/election --audit %s --json

                Without Cotejo / Sin Cotejo:

                1. The SHA-256 of each file below must be the one that the public log holds: `sha256sum *`.
                """.formatted(id));
        text.append(
                switch (one) {
                    case JudgedAudits.One.OfBoxes _ -> """
                2. Draw n (from 1): SHA-256 over the seed's text, a comma and n-1 zero bytes; as a number of 256 bits times the sum of
                   the weights, divided by 2^256 and rounded down. That point on the line of weights.csv, stations in the order of
                   their bytes in UTF-8, is in the station drawn.
                3. Taint of a box: the largest over all pairs of ((claimed lead) - (counted lead)) / margin, divided by u = weight /
                   denominator; 0 where it is negative, 1 where the box is missing, denied or its seal broken.
                4. Kaplan-Wald: P = 1 / product of (0.9 (1 - taint) / (1 - 1/U) + 0.1); the smallest so far counts.
                """;
                    case JudgedAudits.One.OfEvidence _ -> """
                2. The ticket of a station: SHA-256 over the hexadecimal SHA-256 of the seed's text and the station's code, in decimal,
                   with zeros in front up to 64 digits, read backwards. The stations with the smallest tickets, compared as texts, are drawn.
                3. A drawn sheet counts as true where every paper shown says the same and as many sides as the plan asks for showed one; else as false.
                4. At most F of N sheets are false: the largest F with a chance of 1 - confidence or more to meet so few false ones among
                   those drawn (hypergeometric distribution; the risk is split evenly between the stages).
                """;
                });
        text.append("""

                | file | SHA-256 |
                |---|---|
                """);
        files.forEach((name, hash) ->
                text.append("| ").append(name).append(" | ").append(hash).append(" |\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Judges the audit of a bundle anew, and holds its plain files against what the entries commit to. */
    int check(Path bundle, boolean isJson) {
        Path readme = bundle.resolve(README);
        String first = Files.isRegularFile(readme)
                ? new String(read(readme), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                : "";
        if (!first.startsWith(ID_LINE) || !ElectionFolder.isFolder(bundle.resolve(ELECTION))) {
            throw AuditProblem.OTHER_BUNDLE.at(Where.file(bundle.toString()), README);
        }
        FolderAudits audits = new FolderAudits(ElectionFolder.open(bundle.resolve(ELECTION)));
        JudgedAudits.One one = audits.any(first.substring(ID_LINE.length()).strip());
        JudgedAudit audit = one.audit();
        List<String> others = changed(audits, one, bundle);
        switch (one) {
            case JudgedAudits.One.OfBoxes(AuditReport boxes) when isJson -> AuditsJson.write(boxes, console.out());
            case JudgedAudits.One.OfBoxes(AuditReport boxes) -> new AuditText(console).risk(boxes);
            case JudgedAudits.One.OfEvidence(EvidenceReport papers)
            when isJson -> AuditsJson.write(papers, console.out());
            case JudgedAudits.One.OfEvidence(EvidenceReport papers) -> new EvidenceText(console).risk(papers);
        }
        others.forEach(name -> console.say(new Sentence(
                        "{0} is not the file that the entries commit to",
                        "{0} no es el archivo que los asientos comprometen")
                .with(name)));
        if (!others.isEmpty() || audit.isVoid()) {
            return Exit.REFUTED;
        }
        // Nothing here says that a public log held these entries, in this order: anybody could have made them all in
        // one hour.
        console.say(
                new Sentence(
                        "This bundle is intact in itself. It holds no head of a public log, so it can't prove that the plan was there before the seed: 'cotejo verify' of the publication can.",
                        "Este paquete está íntegro en sí mismo. No trae ninguna cabeza de un registro público, así que no puede probar que el plan estaba antes de la semilla: 'cotejo verify' de la publicación sí puede."));
        return Exit.UNCHECKED;
    }

    private static List<String> changed(FolderAudits audits, JudgedAudits.One one, Path bundle) {
        List<String> others = new ArrayList<>();
        names(one.audit()).forEach((name, hash) -> {
            Path file = bundle.resolve(name);
            boolean isSame = audits.folder().hasBlob(hash)
                    ? Files.isRegularFile(file)
                            && Arrays.equals(read(file), audits.folder().blob(hash))
                    : !Files.exists(file);
            if (!isSame) {
                others.add(name);
            }
        });
        Path weights = bundle.resolve("weights.csv");
        if (one instanceof JudgedAudits.One.OfBoxes(AuditReport boxes)
                && boxes.claim() != null
                && !(Files.isRegularFile(weights) && Arrays.equals(read(weights), weights(boxes)))) {
            others.add("weights.csv");
        }
        return others;
    }
}
