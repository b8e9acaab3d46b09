package org.cotejo.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.SideId;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** A folder of a small election for tests, and how deliveries are put into it. */
final class SmallFolder {
    /** What is known of a delivery; rows as {@code "S1: 1 2"} or {@code "S1 in Zulia/Maracaibo: 1 -"}. */
    record Given(
            String custodian,
            String side,
            @Nullable String contest,
            String figures,
            @Nullable String published) {
        static Given of(String custodian, String side, String figures) {
            return new Given(custodian, side, null, figures, null);
        }

        DeliveryTerms terms(Hash file) {
            return new DeliveryTerms(
                    new CustodianId(custodian),
                    new SideId(side),
                    Source.Kind.COPIES,
                    contest == null ? null : new ContestId(contest),
                    Provenance.PUBLISHED,
                    Stream.of(figures.split(" ", -1)).map(Given::figure).toList(),
                    published == null ? null : Instant.parse(published),
                    false,
                    List.of("state", "town"),
                    file);
        }

        private static Figure figure(String name) {
            if (name.startsWith("option")) {
                return new Figure.OfOption(Integer.parseInt(name.substring("option".length())));
            }
            return name.equals("null") ? Figure.Count.NULL : new Figure.OfCandidate(new CandidateId(name));
        }
    }

    static final Given PARTY = Given.of("party", "opposition", "A B");
    static final Where WHERE = new Where("party.csv", 1, "");

    final Path path;
    final ElectionFolder folder;

    SmallFolder(Path path) {
        this.path = path;
        this.folder = ElectionFolder.openOrCreate(path);
    }

    /** Imports one file, as an importer does it. */
    Delivery.Summary deliver(Given given, String... rows) {
        try (FolderWriter writer = folder.write()) {
            Delivery.Summary summary = deliver(writer, given, rows);
            writer.commit();
            return summary;
        }
    }

    /** As {@link #deliver(Given, String...)}, but does not commit. */
    Delivery.Summary deliver(FolderWriter writer, Given given, String... rows) {
        Frame frame = folder.frame(folder.blocks());
        byte[] content = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        Hash file = writer.keepPrivate(Path.of("party.csv"), content);
        Delivery delivery = Delivery.begin(writer, frame, given.terms(file), WHERE);
        for (int i = 0; i < rows.length; i++) {
            row(delivery, rows[i], new Where("party.csv", i + 2, ""));
        }
        return delivery.finish(WHERE);
    }

    static void row(Delivery delivery, String row, Where where) {
        int colon = row.indexOf(':');
        String[] head = row.substring(0, colon).split(" in ", -1);
        int place = head.length == 1 ? PlaceTree.COUNTRY : delivery.place(List.of(head[1].split("/", -1)), where);
        delivery.station(
                head[0],
                place,
                StationFigures.Paper.FINAL,
                StationFigures.Way.UNSTATED,
                cells(row.substring(colon + 1)),
                where);
    }

    static int[] cells(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .mapToInt(cell -> switch (cell) {
                    case "-" -> Cells.BLANK;
                    case "?" -> Cells.ILLEGIBLE;
                    default -> Integer.parseInt(cell);
                })
                .toArray();
    }

    /** Adds entries that no delivery makes, such as a stated definition or a register. */
    void add(Entry... entries) {
        try (FolderWriter writer = folder.write()) {
            Stream.of(entries).forEach(writer::append);
            writer.commit();
        }
    }

    Frame frame() {
        return folder.frame(folder.blocks());
    }

    Dossier dossier() {
        return Dossier.of(folder.blocks());
    }

    /** Every file with the hash of its bytes, but the lock, which is always empty. */
    Map<String, String> files() throws IOException {
        return files(path);
    }

    static Map<String, String> files(Path path) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("lock")) {
                    files.put(
                            path.relativize(file).toString(),
                            Sha256.of(Files.readAllBytes(file)).hex());
                }
            }
        }
        return files;
    }

    static void assertRefused(String code, Executable done) {
        RefusedException refused = assertThrows(RefusedException.class, done);
        assertEquals(code, refused.problem().code(), refused.getMessage());
    }
}
