package org.cotejo.reconcile;

import static org.cotejo.dossier.ElectionInBytes.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.sheet.KeyAlgorithm;
import org.junit.jupiter.api.Test;

/** The verdict on elections with signed sheets against its second implementation. */
class SignedAgainstNaiveTest {
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void bothImplementationsGiveTheSameStatesAndTotals(@ForAll long seed) {
        CotejoAgainstNaiveTest.check(election(new Random(seed)).entries(), "seed " + seed);
    }

    /** A property that never meets a verdict proves nothing about it. */
    @Test
    void theRandomElectionsMeetEveryVerdictOften() {
        Map<SignatureVerdict, Integer> met = new EnumMap<>(SignatureVerdict.class);
        for (long seed = 0; seed < 100; seed++) {
            Dossier dossier = election(new Random(seed)).dossier();
            for (int row = 0; row < dossier.rows(); row++) {
                met.merge(dossier.verdictOf(row), 1, Integer::sum);
            }
        }
        for (SignatureVerdict verdict : SignatureVerdict.values()) {
            assertTrue(met.getOrDefault(verdict, 0) >= 20, () -> verdict + " was met too seldom: " + met);
        }
    }

    static ElectionInBytes election(Random random) {
        ElectionInBytes election = new ElectionInBytes()
                .id(random.nextInt(4) == 0 ? "demo-1" : "election")
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party", "union")
                .side("observers", "carter");
        if (random.nextBoolean()) {
            election.register("cne", "S1=9", "S2=12");
        }
        keys(election, random);
        if (random.nextInt(3) > 0) {
            election.frozen();
            keys(election, random);
        }
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            delivery(election, random);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            election.retracted(station(random), custodian(random) + "/" + (1 + random.nextInt(2)));
        }
        return election;
    }

    private static void keys(ElectionInBytes election, Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            KeyAlgorithm algorithm = random.nextInt(5) == 0 ? KeyAlgorithm.ED25519_DEMO : KeyAlgorithm.ED25519;
            String machine = machine(random);
            election.key(station(random), machine, algorithm, random.nextInt(5) == 0 ? "M9" : machine);
        }
    }

    private static void delivery(ElectionInBytes election, Random random) {
        ElectionInBytes.Given given = given(custodian(random));
        if (random.nextInt(4) == 0) {
            given.published("2024-08-0" + (1 + random.nextInt(3)) + "T00:00:00Z");
        }
        if (random.nextInt(4) == 0) {
            given.announcing();
        }
        if (random.nextInt(4) == 0) {
            election.copies(given, "A B null registered", station(random) + ": " + numbers(random));
        } else {
            election.sheets(
                    given,
                    random.nextInt(12) == 0 ? "B A null registered" : "A B null registered",
                    station(random) + " " + machine(random) + words(random) + ": " + numbers(random));
        }
    }

    private static String words(Random random) {
        List<String> words = List.of(
                " forged", " demo", " opening", " for=S1", " for=S2", " election=other", " contest=mayor", " again");
        return random.nextBoolean() ? "" : words.get(random.nextInt(words.size()));
    }

    private static String numbers(Random random) {
        return random.nextInt(6) == 0 ? "0 0 0 9" : "1 " + (2 + random.nextInt(2)) + " 0 " + (9 + random.nextInt(2));
    }

    private static String station(Random random) {
        return "S" + (1 + random.nextInt(2));
    }

    private static String machine(Random random) {
        return "M" + (1 + random.nextInt(2));
    }

    private static String custodian(Random random) {
        return List.of("cne", "party", "union", "carter").get(random.nextInt(4));
    }
}
