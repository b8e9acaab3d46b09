package org.cotejo.formats.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Problem;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.entry.Entry;
import org.cotejo.formats.TestFolder;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SheetParts;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of signed sheets: what goes in, in which deliveries, and what is refused with its line. */
class SheetsImportTest {
    private static final Ed25519Secret MACHINE = Ed25519Secret.ofSeed(
            Sha256.of("machine".getBytes(StandardCharsets.UTF_8)).bytes());
    private static final Map<String, String> MISSION = Map.of("custodian", "mission");

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void toyElectionWithTwoContests() {
        folder = new TestFolder(base);
        String definition = new String(Templates.bytes(Templates.all().getFirst()), StandardCharsets.UTF_8)
                .replace(
                        "\"contests\": [",
                        "\"contests\": [{\"id\": \"mayor\", \"title\": \"Mayor\", \"candidates\": [{\"id\": \"x\", \"name\": \"X\"}]},");
        folder.run("definition", folder.file("definition.json", definition));
        folder.run(
                "register",
                folder.file("register.csv", Templates.bytes(Templates.all().get(1))));
        folder.run(
                "keys",
                folder.file(
                        "keys.csv",
                        "station,machine,algorithm,key\n0101.01,M,ed25519,%1$s\n0101.02,M,ed25519,%1$s\n"
                                .formatted(MACHINE.verifyKey())));
    }

    private static SignedSheet sheet(String station, String contest, List<Integer> votes, Figure.Count... counts) {
        Map<Figure.Count, Integer> numbers = new EnumMap<>(Figure.Count.class);
        for (Figure.Count count : counts) {
            numbers.put(count, 7);
        }
        return SignedSheet.signedBy(
                MACHINE,
                new Sheet(
                        KeyAlgorithm.ED25519,
                        "toy-2030",
                        new SpokenHash("0000" + " 0000".repeat(9)),
                        new StationCode(station),
                        new ContestId(contest),
                        1,
                        2,
                        Sheet.Paper.FINAL,
                        new MachineId("M"),
                        new SheetHours(
                                LocalDateTime.of(2030, 5, 12, 6, 0),
                                LocalDateTime.of(2030, 5, 12, 18, 0),
                                ZoneOffset.UTC),
                        votes,
                        numbers));
    }

    private static String president(String station, int first) {
        return sheet(station, "president", List.of(first, 2, 3), Figure.Count.NULL, Figure.Count.BALLOTS)
                .text();
    }

    private static String mayor(String station) {
        return sheet(station, "mayor", List.of(9), Figure.Count.REGISTERED).text();
    }

    private ImportSummary run(Map<String, String> options, String... lines) {
        return folder.run("sheets", null, options, folder.file("sheets.txt", String.join("\n", lines) + "\n"));
    }

    private Problem refused(String code, Map<String, String> options, String... lines) {
        return folder.refused(code, () -> run(options, lines));
    }

    private List<String> given() {
        return folder.entries(Entry.SheetGiven.class).stream()
                .map(entry -> entry.copy().source() + " " + entry.copy().station() + " "
                        + entry.copy().sheet().sheet().votes())
                .toList();
    }

    @Test
    void eachContestOfOneFileIsADelivery() {
        ImportSummary summary = run(
                MISSION,
                "# a comment",
                president("0101.01", 1),
                "",
                mayor("0101.01"),
                president("0101.02", 4),
                mayor("0101.02"));
        assertEquals(4, summary.count("stations"));
        assertEquals(
                List.of(
                        "mission/1 0101.01 [1, 2, 3]",
                        "mission/2 0101.01 [9]",
                        "mission/1 0101.02 [4, 2, 3]",
                        "mission/2 0101.02 [9]"),
                given());
        List<Source> sources = folder.sources().subList(1, 3);
        assertEquals(
                List.of("president", "mayor"),
                sources.stream().map(s -> String.valueOf(s.contest())).toList());
        assertEquals(
                "[option 1, option 2, option 3, null, ballots]",
                sources.getFirst().figures().toString());
        assertEquals("[x, registered]", sources.getLast().figures().toString());
        Dossier dossier = Dossier.of(folder.open().blocks());
        assertEquals(Map.of(SignatureVerdict.PROVEN, 4), dossier.signatureCounts());
    }

    @Test
    void sheetsWithOtherCountsAreAnotherDelivery() {
        run(
                MISSION,
                president("0101.01", 1),
                sheet("0101.02", "president", List.of(1, 2, 3), Figure.Count.VOTERS)
                        .text());
        assertEquals(List.of("mission/1 0101.01 [1, 2, 3]", "mission/2 0101.02 [1, 2, 3]"), given());
    }

    @Test
    void aSheetThatWasScannedTwiceIsOne() {
        ImportSummary summary = run(MISSION, president("0101.01", 1), president("0101.01", 1));
        assertEquals(1, summary.count("stations"));
        assertEquals(1, summary.count("repeated"));
    }

    @Test
    void twoDifferentSheetsOfOneStationAreBothTaken() {
        run(MISSION, president("0101.01", 1), president("0101.02", 1), president("0101.01", 5));
        assertEquals(
                List.of("mission/1 0101.01 [1, 2, 3]", "mission/1 0101.02 [1, 2, 3]", "mission/2 0101.01 [5, 2, 3]"),
                given());
        assertTrue(Dossier.of(folder.open().blocks()).findings().stream()
                .anyMatch(finding -> finding.kind() == DossierFinding.SIGNED_TWICE));
    }

    @Test
    void chainedPartsAreTakenInAnyOrderAmongOthers() {
        List<String> parts = SheetParts.split(president("0101.01", 1), text -> text.length() <= 150);
        assertTrue(parts.size() > 2);
        run(
                MISSION,
                parts.get(2),
                president("0101.02", 4),
                parts.get(0),
                parts.get(0),
                parts.get(1),
                parts.size() > 3 ? parts.get(3) : "",
                parts.get(2));
        assertEquals(2, given().size());
        assertTrue(given().contains("mission/1 0101.01 [1, 2, 3]"));
    }

    @Test
    void whatIsSaidOfAllSheetsOfAFileStandsInTheirSources() {
        run(
                Map.of(
                        "custodian", "coalition",
                        "provenance", "accredited",
                        "published-at", "2030-05-12T20:00-04:00",
                        "way", "transmitted"),
                president("0101.01", 1));
        Source source = folder.sources().getLast();
        assertEquals("coalition/1", source.id().toString());
        assertEquals(Provenance.ACCREDITED, source.provenance());
        assertEquals(Instant.parse("2030-05-13T00:00:00Z"), source.publishedAt());
        assertTrue(source.isPart());
        assertEquals(
                StationFigures.Way.TRANSMITTED,
                folder.entries(Entry.SheetGiven.class).getFirst().copy().way());
    }

    @Test
    void theFileOfSheetsIsKeptPrivately() throws java.io.IOException {
        run(MISSION, president("0101.01", 1));
        Path kept = folder.path()
                .resolve("private/sources")
                .resolve(folder.sources().getLast().file().hex());
        assertEquals(president("0101.01", 1) + "\n", Files.readString(kept));
    }

    @Test
    void falseSheetsAndSheetsOfOtherElectionsAreTakenAsEvidence() {
        String forged = president("0101.01", 1).replace("/1:1 ", "/1:8 ");
        String other = president("0101.02", 1).replace("toy-2030", "toy-2031");
        run(MISSION, forged, other);
        assertEquals(
                Map.of(SignatureVerdict.FALSE, 1, SignatureVerdict.OTHER_ELECTION, 1),
                Dossier.of(folder.open().blocks()).signatureCounts());
    }

    @Test
    void aStationThatTheRegisterLacksIsQuarantinedAndNoZerosAreRestored() {
        ImportSummary summary = run(MISSION, president("9999", 1), president("101.1", 1));
        assertEquals(2, summary.count("quarantined"));
        assertEquals(0, summary.count("restored_codes"));
        assertEquals(0, Dossier.of(folder.open().blocks()).rows());
    }

    @Test
    void whatIsRefusedIsRefusedWithItsLineAndPart() {
        Problem problem = refused(
                "SHEET-103",
                MISSION,
                president("0101.01", 1),
                president("0101.02", 1).replace("FINAL", "LAST"));
        assertEquals("sheets.txt:2 [paper]", problem.where().toString().replaceFirst("^.*/sheets", "sheets"));
        refused("SHEET-101", MISSION, "010111043.01.1.0001!1,2!3!4");
        refused("SHEET-102", MISSION, president("0101.01", 1).replace("ED25519", "RSA"));
        refused("SHEET-104", MISSION, president("0101.01", 1) + "0");
        refused("SHEET-105", MISSION, "COTEJO1/" + "x".repeat(16_000));
        refused("SHEET-106", MISSION, "COTEJO1*1*2*0123ABCD*");
        assertEquals(
                "sheets.txt",
                refused("SHEET-106", MISSION, president("0101.02", 1), "COTEJO1*1*2*0123ABCD*x")
                        .where()
                        .toString()
                        .replaceFirst("^.*/", ""));
    }

    @Test
    void whatDoesNotFitTheFolderIsRefused() {
        assertEquals(
                "sheets.txt:1",
                refused(
                                "TEMPLATE-106",
                                MISSION,
                                sheet("0101.01", "senate", List.of(1), Figure.Count.BALLOTS)
                                        .text())
                        .where()
                        .toString()
                        .replaceFirst("^.*/", ""));
        refused(
                "TEMPLATE-134",
                MISSION,
                sheet("0101.01", "mayor", List.of(1, 2), Figure.Count.BALLOTS).text());
        refused("TEMPLATE-132", Map.of(), president("0101.01", 1));
        refused("TEMPLATE-104", Map.of("custodian", "misson"), president("0101.01", 1));
        refused("TEMPLATE-111", Map.of("custodian", "mission", "way", "fax"), president("0101.01", 1));
        refused("TEMPLATE-111", Map.of("custodian", "mission", "provenance", "mine"), president("0101.01", 1));
        refused("TEMPLATE-116", Map.of("custodian", "mission", "published-at", "today"), president("0101.01", 1));
        refused("TEMPLATE-133", MISSION, "# nothing", "");
        refused("IMPORT-104", Map.of("custodian", "mission", "side", "x"), president("0101.01", 1));
    }

    @Test
    void veryManySheetsOfOneStationAreRefusedBeforeTheyTakeLong() {
        String[] lines = new String[51];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = president("0101.01", i);
        }
        refused("TEMPLATE-136", MISSION, lines);
    }
}
