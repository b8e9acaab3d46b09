package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.cotejo.custody.Denial;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;
import org.junit.jupiter.api.Test;

/** What is kept of entries whose bytes are gone, in the order in which they may come, says what the entries said. */
class DossierReadingTest {
    private static final Random RANDOM = new Random(7);

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party", "union")
                .copies("party", "A B", "S1: 1 2", "S2: 3 4", "S3: 5 6", "S4: 70000 8")
                .copies("union", "A B", "S1: 1 2", "S2: 3 5", "S4: 70000 8", "S5: 9 9")
                .copies("cne", "A B blank", "S3: 5 6 0", "S1: 1 2 0");
    }

    private static Dossier read(List<Entry> entries) {
        return SlicedReading.dossier(entries, RANDOM);
    }

    /** Each row of a station: its source, its figures and the station that its bytes name. */
    private static List<String> rows(Dossier dossier, String code) {
        List<String> rows = new ArrayList<>();
        FiguresBytes cursor = new FiguresBytes();
        int station = dossier.frame().register().find(new StationCode(code));
        for (int row = dossier.firstRow(0, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
            int[] cells = new int[dossier.point(cursor, row).cellCount()];
            cursor.readCells(cells);
            String named = new String(
                    dossier.bytes(row),
                    cursor.stationAt(),
                    cursor.stationLength(),
                    java.nio.charset.StandardCharsets.UTF_8);
            rows.add(dossier.sources().get(dossier.sourceOf(row)).id() + " " + named + " "
                    + List.of(cells[0], cells[1]));
        }
        return rows;
    }

    private static void assertRows(Dossier dossier) {
        assertEquals(10, dossier.rows());
        assertEquals(List.of("party/1 S1 [1, 2]", "union/1 S1 [1, 2]", "cne/1 S1 [1, 2]"), rows(dossier, "S1"));
        assertEquals(List.of("party/1 S2 [3, 4]", "union/1 S2 [3, 5]"), rows(dossier, "S2"));
        assertEquals(List.of("party/1 S3 [5, 6]", "cne/1 S3 [5, 6]"), rows(dossier, "S3"));
        assertEquals(List.of("party/1 S4 [70000, 8]", "union/1 S4 [70000, 8]"), rows(dossier, "S4"));
        assertEquals(List.of("union/1 S5 [9, 9]"), rows(dossier, "S5"));
        assertEquals(List.of(), dossier.findings());
    }

    @Test
    void rowsAreThoseOfTheirSourcesWhetherTheirBytesAreKeptOrNot() {
        assertRows(election().dossier());
        for (int i = 0; i < 50; i++) {
            assertRows(read(election().entries()));
        }
    }

    @Test
    void whatASourceSaysAgainIsKeptOnce() {
        Dossier dossier = read(election().entries());
        int first = dossier.firstRow(0, 0);
        int again = dossier.nextRow(first);
        assertSame(dossier.bytes(first), dossier.bytes(again));
        FiguresBytes cursor = new FiguresBytes();
        int at = dossier.point(cursor, first).restAt();
        assertEquals(at, dossier.point(cursor, again).restAt());
        assertTrue(dossier.saysSame(first, again));
        assertFalse(dossier.saysSame(again, dossier.nextRow(again)), "with a figure more");
        Dossier inPlace = election().dossier();
        assertTrue(inPlace.saysSame(inPlace.firstRow(0, 0), inPlace.nextRow(inPlace.firstRow(0, 0))));
        assertNotSame(dossier.bytes(first), inPlace.bytes(first));
    }

    /** Moves entries of a kind to the end of all. */
    private static List<Entry> last(Predicate<Entry> moved) {
        List<Entry> entries = new ArrayList<>(election().entries());
        List<Entry> behind = entries.stream().filter(moved).toList();
        entries.removeAll(behind);
        entries.addAll(behind);
        return entries;
    }

    @Test
    void stationsThatAreListedAfterTheirRowsAreFound() {
        List<Entry> entries = last(entry -> entry instanceof Entry.StationListed);
        assertRows(read(entries));
        assertRows(Dossier.of(ElectionInBytes.blocks(entries)));
    }

    @Test
    void sourcesThatAreOpenedAfterTheirRowsAreFound() {
        List<Entry> entries = new ArrayList<>(election().entries());
        List<Entry> rows = entries.stream()
                .filter(entry -> entry instanceof Entry.FiguresGiven)
                .toList();
        entries.removeAll(rows);
        entries.addAll(1, rows);
        assertRows(read(entries));
        assertRows(Dossier.of(ElectionInBytes.blocks(entries)));
        entries.removeIf(entry -> entry instanceof Entry.SourceOpened(var source)
                && source.id().toString().equals("union/1"));
        entries.removeIf(entry -> entry instanceof Entry.StationListed listed
                && listed.by().toString().equals("union/1"));
        assertEquals(
                "source union/1 was never opened",
                assertThrows(FoldException.class, () -> read(entries)).getMessage());
    }

    @Test
    void aRegisterThatComesAfterCopiesDecidesWhichStationsThereAre() {
        ElectionInBytes election = election()
                .register("cne", "S5=9", "S2=9", "S1=9")
                .copies("party", "A B", "S2: 3 4", "S9: 1 1", "S1: 1 2")
                .denied("S2", Denial.Kind.COPY_REFUSED, "party");
        for (Dossier dossier : List.of(read(election.entries()), election.dossier())) {
            assertEquals(
                    List.of("party/1 S1 [1, 2]", "union/1 S1 [1, 2]", "cne/1 S1 [1, 2]", "party/2 S1 [1, 2]"),
                    rows(dossier, "S1"));
            assertEquals(List.of("party/1 S2 [3, 4]", "union/1 S2 [3, 5]", "party/2 S2 [3, 4]"), rows(dossier, "S2"));
            assertEquals(List.of("union/1 S5 [9, 9]"), rows(dossier, "S5"));
            assertEquals(8, dossier.rows());
            assertEquals(
                    List.of("party S3", "party S4", "union S4", "cne S3", "party S9"),
                    dossier.findings().stream()
                            .filter(finding -> finding.kind() == DossierFinding.UNKNOWN_STATION)
                            .map(finding -> String.join(" ", finding.values()))
                            .toList());
            assertEquals(1, dossier.records(1).denials().size());
        }
    }

    /** Bytes that are no text stand for the same sign as text of another length does: a row is read by its own bytes. */
    @Test
    void rowsWhoseSourceIsWrittenInOtherBytesAreReadWhereTheyBegin() {
        String sign = "\ufffd";
        List<Entry> entries = new ArrayList<>(new ElectionInBytes()
                .contest("president", "A", "B")
                .side("opposition", sign)
                .copies(sign, "A B", "S1: 1 2", "S2: 3 4")
                .entries());
        List<EntryBlock> blocks = new ArrayList<>(ElectionInBytes.blocks(entries));
        byte[] row = HexFormat.of().parseHex("0106" + "01ff" + "01" + "0000" + "025332" + "02" + "0708");
        byte[] bytes = new byte[row.length + EntryBlock.LENGTH_BYTES];
        bytes[1] = (byte) row.length;
        System.arraycopy(row, 0, bytes, EntryBlock.LENGTH_BYTES, row.length);
        blocks.add(new EntryBlock(bytes, 0, bytes.length));
        DossierReading reading = new DossierReading();
        blocks.forEach(reading::addWhole);
        List<String> expected = List.of(sign + "/1 S2 [3, 4]", sign + "/1 S2 [5, 6]");
        assertEquals(expected, rows(reading.dossier(), "S2"));
        assertEquals(expected, rows(Dossier.of(blocks), "S2"));
    }

    @Test
    void rowsOfManySourcesInTurnAreThoseOfTheirSources() {
        ElectionInBytes election =
                new ElectionInBytes().contest("president", "A", "B").side("opposition", "party", "union");
        for (int i = 0; i < 40_000; i++) {
            election.copies(i % 2 == 0 ? "party" : "union", "A B", "S" + i % 100 + ": " + i % 100 + " " + i / 20_000);
        }
        Dossier dossier = read(election.entries());
        assertEquals(40_000, dossier.rows());
        int rows = 0;
        for (String row : rows(dossier, "S42")) {
            int number = rows * 50 + 22;
            assertEquals("party/" + number + " S42 [42, " + (rows < 200 ? 0 : 1) + "]", row);
            rows++;
        }
        assertEquals(400, rows);
    }
}
