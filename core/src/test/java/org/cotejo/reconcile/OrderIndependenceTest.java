package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.custody.Source;
import org.cotejo.definition.Register;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.Finding;
import org.junit.jupiter.api.Test;

/**
 * The order of entries decides between versions of one custodian and, where the definition names none, about the announcer of
 * record; nothing else depends on it.
 */
class OrderIndependenceTest {
    @Property(tries = 4_000, shrinking = ShrinkingMode.OFF)
    void theOrderOfOtherCustodiansSourcesAndOfRowsChangesNothing(@ForAll long seed) {
        RandomElection election = RandomElection.of(seed);
        RandomElection named = election.announcedBy(Objects.requireNonNullElse(election.announcer(), "c1"));
        if (changes(named, seed)) {
            RandomElection smallest = named.smallest(smaller -> smaller.announcer() != null && changes(smaller, seed));
            assertEquals(
                    told(smallest),
                    told(smallest.shuffled(new Random(seed))),
                    "seed " + seed + ", smallest that fails:\n" + smallest + "\nand\n"
                            + smallest.shuffled(new Random(seed)));
        }
    }

    private static boolean changes(RandomElection election, long seed) {
        return !told(election).equals(told(election.shuffled(new Random(seed))));
    }

    /** Five candidates with large figures, so that sheets of one station are recognised at another. */
    @Test
    void patternsOverManyStationsDoNotDependOnTheOrderOfSources() {
        List<RandomElection.Step> steps = new ArrayList<>();
        steps.add(copies("party", "A B C D E", "S1: 10 20 30 40 50", "S2: 11 21 31 41 51", "S3: 12 22 32 42 52"));
        steps.add(copies("union", "A B C D", "S1: 10 20 30 40", "S4: 14 24 34 44", "S5: 10 20 30 40"));
        steps.add(copies("press", "B A C D E", "S1: 20 10 30 40 50", "S2: 11 21 31 41 51", "S3: 12 22 32 42 52"));
        steps.add(copies("watch", "A B C D E", "S5: 10 20 30 40 50", "S4: 11 21 31 41 51", "S2: 10 20 30 40 50"));
        RandomElection election = new RandomElection(
                List.of("president A B C D E"),
                List.of("left party union", "right press", "middle watch"),
                "party",
                null,
                null,
                steps);
        for (long seed = 0; seed < 500; seed++) {
            RandomElection shuffled = election.shuffled(new Random(seed));
            assertEquals(told(election), told(shuffled), () -> election + "\nand\n" + shuffled);
        }
    }

    private static RandomElection.Delivery copies(String custodian, String figures, String... rows) {
        return new RandomElection.Delivery(
                custodian,
                false,
                "president",
                figures,
                org.cotejo.custody.Provenance.PUBLISHED,
                null,
                false,
                List.of(rows));
    }

    /** All that a reader is told, with codes of stations instead of their indexes. */
    private static List<String> told(RandomElection election) {
        Reconciliation result = Reconciler.reconcile(election.inBytes().dossier());
        Register register = result.dossier().frame().register();
        List<String> told = new ArrayList<>();
        for (ContestResult contest : result.contests()) {
            Map<String, String> states = new TreeMap<>();
            for (int station = 0; station < contest.listed(); station++) {
                states.put(
                        register.codeText(station),
                        contest.state(station) + " " + contest.registered(station) + " "
                                + contest.hasCountableCopy(station));
            }
            told.add(contest.announcer() + " " + states + contest.counts() + contest.totals()
                    + contest.announcedTotals());
        }
        told.add(result.registered().toString());
        told.addAll(result.findings().stream()
                .map(finding -> told(register, finding))
                .sorted()
                .toList());
        return told;
    }

    private static String told(Register register, Finding finding) {
        String station = finding.station() < 0 ? "" : register.codeText(finding.station());
        return finding.kind().code() + " " + finding.contest() + " " + station + " " + finding.values();
    }

    @Test
    void threeVersionsOfWhichOneDoesNotSayWhenItWasPublishedDoNotReplaceEachOtherInACircle() {
        Reconciliation result = Reconciler.reconcile(new ElectionInBytes()
                .contest("president", "A")
                .side("opposition", "party")
                .copies(ElectionInBytes.given("party").published("2024-08-02T00:00:00Z"), "A", "S1: 1")
                .copies("party", "A", "S1: 2")
                .copies(ElectionInBytes.given("party").published("2024-07-30T00:00:00Z"), "A", "S1: 3")
                .dossier());
        assertEquals(StationState.ONE_SIDE, result.contests().getFirst().state(0));
        assertEquals(2, result.contests().getFirst().votes(0, 0));
        assertEquals(
                List.of(2),
                result.station(0, 0).copies().stream()
                        .filter(copy -> copy.standing() == Standing.COUNTS)
                        .map(copy -> copy.source().id().number())
                        .toList());
        assertEquals(
                Source.Kind.COPIES,
                result.station(0, 0).copies().getFirst().source().kind());
    }
}
