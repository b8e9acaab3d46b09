package org.cotejo.formats.venezuela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.bulletin.Announcement;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.formats.SharedData;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two files as published, against the totals that FORMATS.md measured (section 1.2). */
class RealFilesTest {
    @TempDir
    private Path base;

    @Test
    void v1HasItsStationsAndTotals() {
        TestFolder folder = new TestFolder(base);
        ImportSummary summary = folder.run("ve-csv", SharedData.v1());
        assertEquals(24_532, summary.count("stations"));
        assertEquals(24_532, summary.count("new_stations"));
        assertEquals(2, summary.count("announcements"));
        Map<String, Long> totals = totals(folder, 1);
        assertEquals(7_156_462, totals.get("EG"));
        assertEquals(3_241_461, totals.get("NM"));
        assertEquals(84_446, totals.get("LM"));
        assertEquals(49_603, totals.get("AE"));
        assertEquals(37_408, totals.get("BERA"));
        assertEquals(25_570, totals.get("EM"));
        assertEquals(21_583, totals.get("JOBR"));
        assertEquals(19_966, totals.get("JABE"));
        assertEquals(12_321, totals.get("CF"));
        assertEquals(10_308, totals.get("DC"));
        assertEquals(10_659_128, totals.get("valid"));
        assertEquals(1_139, totals.get("null"));
        assertEquals(17_745_239, totals.get("registered"));
        assertEquals(List.of(), folder.frame().claims());
    }

    @Test
    void v2HasItsStationsAndTotalsAndNoRegister() {
        TestFolder folder = new TestFolder(base);
        ImportSummary summary = folder.run("ve-csv", SharedData.v2());
        assertEquals(25_073, summary.count("stations"));
        Map<String, Long> totals = totals(folder, 1);
        assertEquals(7_303_480, totals.get("EG"));
        assertEquals(3_316_142, totals.get("NM"));
        assertEquals(10_887_262, totals.get("valid"));
        assertEquals(1_213, totals.get("null"));
        assertFalse(totals.containsKey("registered"));
        assertEquals(List.of(), folder.frame().claims());
        assertEquals(
                List.of("DTTO. CAPITAL", "MP. BLVNO LIBERTADOR", "PQ. ALTAGRACIA"), folder.placeOf("010101001.01"));
        assertTrue(
                folder.entries(Entry.PlaceListed.class).stream()
                        .anyMatch(place -> place.name().contains("Ñ")),
                "Latin-1 was read as Latin-1");
    }

    @Test
    void bothFilesTogetherHaveTheUnionAndNoPlaceTwice() {
        TestFolder folder = new TestFolder(base);
        ImportSummary summary = folder.run("ve-csv", SharedData.v1(), SharedData.v2());
        assertEquals(24_532 + 25_073, summary.count("stations"));
        assertEquals(25_075, summary.count("new_stations"));
        Frame frame = folder.frame();
        assertEquals(25_075, frame.register().size());
        assertEquals(30_026 - 25_075, frame.unlisted());
        assertEquals(List.of(), frame.claims(), "both files spell every place alike");
        assertEquals(
                List.of("convzla/1", "convzla/2"),
                frame.sources().stream().map(s -> s.id().toString()).toList());
        Map<String, StationFigures> newest = new HashMap<>();
        folder.figures().forEach(figures -> newest.put(figures.station().value(), figures));
        assertEquals(25_075, newest.size());
        assertEquals(
                7_304_224,
                newest.values().stream().mapToLong(f -> f.cells().packedAt(0)).sum());
        assertEquals(
                3_316_258,
                newest.values().stream().mapToLong(f -> f.cells().packedAt(1)).sum());
    }

    @Test
    void theOtherOrderGivesTheSameStations() {
        TestFolder folder = new TestFolder(base);
        folder.run("ve-csv", SharedData.v2());
        ImportSummary second = folder.run("ve-csv", SharedData.v1());
        assertEquals(2, second.count("new_stations"));
        assertEquals(0, second.count("announcements"));
        assertEquals(25_075, folder.frame().register().size());
        assertEquals(2, folder.entries(Entry.AnnouncementMade.class).size());
        assertEquals(1, folder.entries(Entry.DefinitionStated.class).size());
    }

    @Test
    void theFrameIsThatOfTheElection() {
        TestFolder folder = new TestFolder(base);
        folder.run("ve-csv", SharedData.v2());
        ElectionDefinition definition = folder.frame().definition().orElseThrow();
        assertEquals("ve-2024-07-28", definition.id());
        assertEquals(ElectionDefinition.Origin.IMPORTED, definition.origin());
        assertEquals(21_321_805L, definition.roll());
        assertEquals(30_026, definition.stations());
        assertFalse(folder.frame().isRegisterImported());
        Map<String, Integer> cards = new LinkedHashMap<>();
        definition
                .contests()
                .getFirst()
                .options()
                .forEach(o -> cards.merge(o.candidate().value(), 1, Integer::sum));
        assertEquals("{NM=13, LM=6, JABE=1, JOBR=4, AE=6, CF=1, DC=2, EG=3, EM=1, BERA=1}", cards.toString());
    }

    @Test
    void theBulletinsAddUp() {
        TestFolder folder = new TestFolder(base);
        folder.run("ve-csv", SharedData.v2());
        List<Announcement> bulletins = folder.entries(Entry.AnnouncementMade.class).stream()
                .map(Entry.AnnouncementMade::announcement)
                .toList();
        assertEquals(
                List.of("bulletin-1", "bulletin-2"),
                bulletins.stream().map(Announcement::id).toList());
        assertEquals(10_058_774, sum(bulletins.get(0), 3));
        assertEquals(12_335_884, sum(bulletins.get(1), 10));
        assertEquals(12_386_669, sum(bulletins.get(1), 10) + 50_785);
    }

    private static long sum(Announcement bulletin, int figures) {
        return bulletin.figures().stream()
                .limit(figures)
                .mapToLong(figure -> figure.count() == null ? 0 : figure.count())
                .sum();
    }

    @Test
    void noLinkToAPictureLeavesThePrivatePart() throws IOException {
        TestFolder folder = new TestFolder(base);
        folder.run("ve-csv", SharedData.v2());
        assertEquals(1, folder.kept().size());
        try (Stream<Path> files = Files.walk(folder.path().resolve("entries"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("http") || text.contains(".jpg"), file.toString());
            }
        }
    }

    @Test
    void theThreeQrTextsAreReadAndMeetTheFileStationByStation() {
        TestFolder folder = new TestFolder(base);
        folder.run("ve-qr", SharedData.file("data/venezuela-2024/qr-strings.txt"));
        Map<String, Integer> sums = new HashMap<>();
        folder.figures()
                .forEach(f -> sums.put(
                        f.station().value(),
                        java.util.stream.IntStream.range(0, 38)
                                .map(f.cells()::packedAt)
                                .sum()));
        assertEquals(Map.of("010111043.01", 345, "201301006.01", 368, "150702005.02", 548), sums);
        Source source = folder.sources().getFirst();
        assertEquals(40, source.figures().size());
        assertTrue(source.isPart());
        ImportSummary csv = folder.run("ve-csv", SharedData.v2());
        assertEquals(25_073 - 3, csv.count("new_stations"), "the same codes in both formats");
    }

    private static Map<String, Long> totals(TestFolder folder, int source) {
        List<Figure> figures = folder.sources().get(source - 1).figures();
        Map<String, Long> totals = new HashMap<>();
        for (StationFigures one : folder.figures()) {
            for (int i = 0; i < figures.size(); i++) {
                totals.merge(figures.get(i).toString(), (long) one.cells().packedAt(i), Long::sum);
            }
        }
        return totals;
    }
}
