package org.cotejo.station.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.station.box.Faults;
import org.cotejo.station.box.SimDisk;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.Receipt;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.day.Surroundings;
import org.junit.jupiter.api.Test;

class ParallelTestTest {
    private static final Path AROUND = Path.of("/test");

    private static StationDefinition setup() {
        Contest president = contest("president", 3);
        Contest mayor = contest("mayor", 2);
        ElectionDefinition election = new ElectionDefinition(
                "VE-2027",
                "An election",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(president, mayor),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new StationDefinition(election, Sha256.of(new byte[1]), new StationCode("1"), List.of(), 300);
    }

    private static Contest contest(String id, int candidates) {
        List<Candidate> all = java.util.stream.IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> new Candidate(new CandidateId("c" + i), "Candidate " + i))
                .toList();
        return new Contest(new ContestId(id), id, all, List.of());
    }

    private static Surroundings around(Printing printing) {
        return new Surroundings(
                new SimDisk(new Faults(1), AROUND),
                Clock.fixed(Instant.parse("2027-07-25T10:00:00Z"), ZoneOffset.UTC),
                new SecureRandom(),
                printing,
                "",
                new SoftwareHash(Sha256.of(new byte[2])));
    }

    private static TrialResult run(Script script) {
        return ParallelTest.run(AROUND.resolve("machine"), setup(), script, around(_ -> new PrintOutcome.Printed()));
    }

    private static Script read(String text) {
        return Script.read("s.csv", text, setup().contests()).orThrow();
    }

    @Test
    void theSheetsAreWhatTheScriptGives() {
        TrialResult result = run(read("""
                # how everybody votes
                mayor,president,how
                1,3,right
                2,3,wrong
                blank,1,left
                2,2,cancel
                """));
        assertTrue(result.isPassed(), result.differences()::toString);
        assertEquals(List.of(1, 0, 2), result.sheets().getFirst().sheet().votes());
        assertEquals(List.of(1, 1), result.sheets().getLast().sheet().votes());
        assertEquals(1, result.figures().spoiled());
        assertEquals(1, result.figures().cancelled());
        assertEquals(3, result.figures().counted());
    }

    @Test
    void manyVotersByChanceGiveTheirSums() {
        for (long seed = 0; seed < 3; seed++) {
            TrialResult result = run(Script.random(setup().contests(), 100, seed));
            assertTrue(result.isPassed(), result.differences()::toString);
        }
    }

    @Test
    void itsSheetsCountNowhere() {
        for (SignedSheet sheet : run(read("president,mayor\n1,1\n")).sheets()) {
            assertEquals("demo-VE-2027", sheet.sheet().election());
            assertEquals(KeyAlgorithm.ED25519_DEMO, sheet.sheet().algorithm());
        }
    }

    /** If the machine were wrong, the test must see it: here its answer is held against another script. */
    @Test
    void anotherAnswerThanTheKnownOneIsADifference() {
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        choices.put(new ContestId("president"), new Choice.Picked(1));
        choices.put(new ContestId("mayor"), new Choice.Blank());
        Script script = new Script(List.of(new Script.Voter(new Ballot(choices), Script.Answer.RIGHT)));
        Receipt[] printed = new Receipt[1];
        TrialResult result = ParallelTest.run(AROUND.resolve("machine"), setup(), script, around(document -> {
            if (document instanceof Document.OfVoter(Receipt receipt)) {
                printed[0] = receipt;
            }
            return new PrintOutcome.Printed();
        }));
        assertTrue(result.isPassed());
        assertEquals(2, printed[0].lines().size());
        Script other = Script.random(setup().contests(), 30, 4);
        assertFalse(ParallelTest.differences(other, setup(), result.sheets(), result.figures())
                .isEmpty());
    }

    @Test
    void whatIsNoScriptIsRefusedWithItsPlace() {
        assertRefused("TRIAL-101", 1, "president\n1\n");
        assertRefused("TRIAL-101", 1, "president,mayor,judge\n1,1,1\n");
        assertRefused("TRIAL-102", 2, "president,mayor\n1\n");
        assertRefused("TRIAL-103", 3, "president,mayor\n1,1\n4,1\n");
        assertRefused("TRIAL-103", 2, "president,mayor\n0,1\n");
        assertRefused("TRIAL-104", 2, "president,mayor,how\n1,1,perhaps\n");
        assertRefused("TRIAL-105", 0, "president,mayor\n");
        assertRefused("TRIAL-105", 0, "");
    }

    private static void assertRefused(String code, int line, String text) {
        if (Script.read("s.csv", text, setup().contests()) instanceof Result.Refused<Script>(Problem problem)) {
            assertEquals(code, problem.code());
            assertEquals(line, problem.where().line());
        } else {
            throw new AssertionError("it was taken: " + text);
        }
    }

    @Test
    void theExampleOfTheDocumentIsAScript() throws IOException {
        String document = Files.readString(
                Path.of(System.getProperty("cotejo.root"), "docs", "formats", "station.md"), StandardCharsets.UTF_8);
        Matcher example = Pattern.compile("(?s)```script\n(.*?)```").matcher(document);
        assertTrue(example.find());
        assertEquals(3, read(example.group(1)).voters().size());
    }
}
