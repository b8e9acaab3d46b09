package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Problem;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.Xlsx;
import org.cotejo.formats.importer.ImportSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MAP contract, one row a station. */
class CsvImportTest {
    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    private static String map(String more) {
        return "{\"custodian\": \"liga\", \"side\": \"observers\", \"station\": [\"mesa\"], \"votes\": {\"A\": \"a\", \"B\": \"b\"}"
                + (more.isEmpty() ? "}" : ", " + more + "}");
    }

    @Test
    void theSmallestMapMakesADefinition() {
        ImportSummary summary = folder.csv(map(""), "mesa,a,b\n1,10,20\n2,,-\n3,Ilegible,0\n");
        assertEquals(
                "{new_stations=3, quarantined=0, restored_codes=0, stations=3}",
                summary.counts().toString());
        assertEquals("[10, 20]", folder.cells("1"));
        assertEquals("[-, -]", folder.cells("2"));
        assertEquals("[?, 0]", folder.cells("3"));
        ElectionDefinition definition = folder.frame().definition().orElseThrow();
        assertEquals(ElectionDefinition.Origin.DERIVED, definition.origin());
        assertEquals("main", definition.contests().getFirst().id().value());
        Source source = folder.sources().getFirst();
        assertEquals(Source.Kind.COPIES, source.kind());
        assertEquals(Provenance.PUBLISHED, source.provenance());
        assertEquals(2, folder.kept().size(), "the table and the MAP are kept");
    }

    @Test
    void figuresComeInTheirOrder() {
        folder.csv(
                map(
                        "\"null\": \"n\", \"valid\": \"v\", \"ballots\": \"c\", \"voters\": \"o\", \"registered\": \"r\", \"blank\": \"w\""),
                "mesa,b,a,n,v,w,r,o,c\n1,2,1,4,3,5,6,7,8\n");
        assertEquals(
                "[A, B, valid, null, blank, registered, voters, ballots]",
                folder.sources().getFirst().figures().toString());
        assertEquals("[1, 2, 3, 4, 5, 6, 7, 8]", folder.cells("1"));
    }

    @Test
    void severalColumnsOfACandidateAddUp() {
        String map = """
                {"custodian": "x", "side": "y", "station": ["mesa"], "votes": {"A": ["p", "q", "r"], "B": "b"}}
                """;
        folder.csv(map, "mesa,p,q,r,b\n1,1,2,3,4\n2,1,,-,4\n3,,,,4\n4,1,?,,4\n");
        assertEquals("[6, 4]", folder.cells("1"));
        assertEquals("[1, 4]", folder.cells("2"));
        assertEquals("[-, 4]", folder.cells("3"));
        assertEquals("[?, 4]", folder.cells("4"));
        Problem problem = folder.refusedCsv("CSV-104", map, "mesa,p,q,r,b\n1,1,2,3,4\n5,999999999,1,,4\n");
        assertEquals(3, problem.where().line());
    }

    @Test
    void stationCodesAreJoinedAndPadded() {
        String map = """
                {"custodian": "x", "side": "y", "station": ["edo", {"column": "centro", "pad": 9}, {"column": "mesa", "pad": 2}],
                 "votes": {"A": "a"}}
                """;
        folder.csv(map, "edo,centro,mesa,a\nDC,10113042,1,5\nDC,210510003,12,6\n'DC,10113042.0,2,7\n");
        assertEquals("[5]", folder.cells("DC.010113042.01"));
        assertEquals("[6]", folder.cells("DC.210510003.12"));
        assertEquals("[7]", folder.cells("DC.010113042.02"));
        Problem problem = folder.refusedCsv("TEXT-116", map, "edo,centro,mesa,a\nDC,1,123,5\n");
        assertEquals("mesa", problem.where().field());
        folder.refusedCsv(
                "DELIVERY-106", map.replace("\"edo\", ", "\"edo\", \"a\", "), "edo,centro,mesa,a\nD C,1,1,5\n");
    }

    @Test
    void placesBecomeATreeAndLevels() {
        String map = map("\"places\": [\"edo\", \"mun\"]");
        folder.csv(
                map, "edo,mun,mesa,a,b\nNorte,Uno,1,1,1\nNorte,Uno,2,1,1\nNorte,Dos,3,1,1\nSur,Uno,4,1,1\n,,5,1,1\n");
        assertEquals(List.of("Norte", "Dos"), folder.placeOf("3"));
        assertEquals(List.of("Sur", "Uno"), folder.placeOf("4"));
        assertEquals(List.of(), folder.placeOf("5"));
        assertEquals(5, folder.entries(Entry.PlaceListed.class).size());
        assertEquals(
                List.of("edo", "mun"), folder.frame().definition().orElseThrow().levels());
        TestFolder named = new TestFolder(base.resolve("x").toFile().mkdir() ? base.resolve("x") : base);
        named.csv(map("\"places\": [\"edo\"], \"levels\": [\"Estado\"]"), "edo,mesa,a,b\nNorte,1,1,1\n");
        assertEquals(List.of("Estado"), named.frame().definition().orElseThrow().levels());
    }

    @Test
    void whereLeavesOtherRowsOut() {
        folder.csv(
                map("\"where\": {\"cargo\": \"Presidente\", \"vuelta\": \"2\"}"),
                "cargo,vuelta,mesa,a,b\nPresidente,1,1,9,9\nPresidente,2,1,1,2\nAlcalde,2,1,no,no\n Presidente ,2,2,3,4\n");
        assertEquals(2, folder.figures().size());
        assertEquals("[1, 2]", folder.cells("1"));
        assertEquals("[3, 4]", folder.cells("2"));
        folder.refusedCsv("DELIVERY-109", map("\"where\": {\"mesa\": \"0\"}"), "mesa,a,b\n1,1,1\n");
    }

    @Test
    void announcedRowsAreOfficialResults() {
        folder.csv(
                map(
                        "\"announced\": true, \"published_at\": \"2024-08-01T12:00:30.75-04:00\", \"contest\": \"presidente\","
                                + " \"part\": true"),
                "mesa,a,b\n1,1,1\n");
        Source source = folder.sources().getFirst();
        assertEquals(Source.Kind.ANNOUNCED, source.kind());
        assertEquals(Provenance.OFFICIAL, source.provenance());
        assertEquals("2024-08-01T16:00:30Z", String.valueOf(source.publishedAt()));
        assertEquals("presidente", String.valueOf(source.contest()));
        assertTrue(source.isPart());
    }

    @Test
    void provenancePaperAndWay() {
        folder.csv(
                map(
                        "\"provenance\": \"unlawful\", \"paper\": {\"column\": \"tipo\", \"opening_report\": [\"CERO\", \"Z\"]},"
                                + " \"way\": {\"column\": \"modo\", \"transmitted\": [\"T\"], \"by_hand\": [\"M\"]}, \"image\": \"url\""),
                "mesa,a,b,tipo,modo,url\n1,0,0,CERO,T,https://x/1.jpg\n2,1,1,FINAL,M,\n3,1,1,,x,?\n");
        assertEquals(Provenance.UNLAWFUL, folder.sources().getFirst().provenance());
        List<StationFigures> figures = folder.figures();
        assertEquals(StationFigures.Paper.OPENING_REPORT, figures.get(0).paper());
        assertEquals(StationFigures.Way.TRANSMITTED, figures.get(0).way());
        assertEquals(StationFigures.Paper.FINAL, figures.get(1).paper());
        assertEquals(StationFigures.Way.BY_HAND, figures.get(1).way());
        assertEquals(StationFigures.Way.UNSTATED, figures.get(2).way());
    }

    @Test
    void anotherEncodingDelimiterAndPreamble() {
        String map =
                map("\"encoding\": \"ISO-8859-1\", \"delimiter\": \";\", \"skip_rows\": 2, \"places\": [\"región\"]");
        byte[] table = "Resultados\nal 1 de mayo;;;\nmesa;región;a;b\n1;Ñuble;1.234;5,0\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        folder.run("csv", folder.file("MAP.json", map), Map.of(), folder.file("t.csv", table));
        assertEquals("[1234, 5]", folder.cells("1"));
        assertEquals(List.of("Ñuble"), folder.placeOf("1"));
    }

    @Test
    void aWorkbook() {
        byte[] book = new Xlsx()
                .sheet(Xlsx.row(1, "mesa", "a", "b")
                        + Xlsx.row(2, "#101", "#1726.0", "Ilegible")
                        + Xlsx.row(3, "#102", "#3"))
                .bytes();
        String map = """
                {"custodian": "x", "side": "y", "station": [{"column": "mesa", "pad": 5}], "votes": {"A": "a", "B": "b"}}
                """;
        folder.run("csv", folder.file("MAP.json", map), Map.of(), folder.file("t.xlsx", book));
        assertEquals("[1726, ?]", folder.cells("00101"));
        assertEquals("[3, -]", folder.cells("00102"));
    }

    @Test
    void aLaterFileIsAVersionAndItsNewStationsAreAdded() {
        folder.csv(map(""), "mesa,a,b\n1,1,1\n2,1,1\n");
        ImportSummary second = folder.csv(map(""), "mesa,a,b\n2,5,6\n3,1,1\n");
        assertEquals(1, second.count("new_stations"));
        assertEquals(
                List.of("liga/1", "liga/2"),
                folder.sources().stream().map(s -> s.id().toString()).toList());
        assertEquals("[5, 6]", folder.cells("2"));
        assertEquals(3, folder.frame().register().size());
    }

    @Test
    void severalFilesAreAllOrNothing() {
        Path map = folder.file("MAP.json", map(""));
        Path good = folder.file("good.csv", "mesa,a,b\n1,1,1\n");
        Path bad = folder.file("bad.csv", "mesa,a,b\n2,1,1\n3,1,x\n");
        Problem problem = folder.refused("TEXT-113", () -> folder.run("csv", map, Map.of(), good, bad));
        assertTrue(
                problem.where().toString().endsWith("bad.csv:3 [b]"),
                problem.where().toString());
        ImportSummary summary = folder.run("csv", map, Map.of(), good, good);
        assertEquals(2, summary.count("stations"));
        assertEquals(2, summary.files().size());
    }

    @Test
    void refusalsNameFileLineAndColumn() {
        assertEquals(
                "table.csv:3 [b]",
                folder.refusedCsv("TEXT-113", map(""), "mesa,a,b\n1,1,1\n2,1,12.5\n")
                        .where()
                        .toString()
                        .replaceAll(".*/", ""));
        Problem missing = folder.refusedCsv("TEXT-111", map("\"null\": \"nulos\""), "mesa,a,b,NULOS\n1,1,1,1\n");
        assertTrue(missing.sentence().en().contains("mesa, a, b, NULOS"));
        assertEquals(
                4,
                folder.refusedCsv("DELIVERY-101", map(""), "mesa,a,b\n1,1,1\n2,1,1\n1,1,1\n")
                        .where()
                        .line());
        folder.refusedCsv("TEXT-107", map(""), "mesa,a,b\n1,1\n");
        folder.refusedCsv("TEXT-111", map("\"image\": \"foto\""), "mesa,a,b\n1,1,1\n");
        folder.refusedCsv("DELIVERY-109", map(""), "mesa,a,b\n");
        folder.refusedCsv("DELIVERY-106", map(""), "mesa,a,b\n,1,1\n");
    }

    @Test
    void oneCustodianIsOnOneSide() {
        folder.csv(map(""), "mesa,a,b\n1,1,1\n");
        folder.refusedCsv("DELIVERY-102", map("").replace("observers", "authority"), "mesa,a,b\n1,1,1\n");
    }

    @Test
    void tooManyCandidatesForAContestAreRefusedBeforeAnythingIsWritten() {
        StringBuilder votes = new StringBuilder();
        StringBuilder header = new StringBuilder("mesa");
        for (int i = 0; i < 400; i++) {
            votes.append(i == 0 ? "" : ",").append("\"X%03d\": \"c%d\"".formatted(i, i));
            header.append(",c").append(i);
        }
        String map = "{\"custodian\": \"x\", \"side\": \"y\", \"station\": [\"mesa\"], \"votes\": {" + votes + "}}";
        folder.csv(map, header + "\n1" + ",1".repeat(400) + "\n");
        folder.refusedCsv("CSV-107", map.replace("\"X", "\"Y"), header + "\n1" + ",1".repeat(400) + "\n");
        assertEquals(0, folder.frame().register().find(new StationCode("1")));
    }
}
