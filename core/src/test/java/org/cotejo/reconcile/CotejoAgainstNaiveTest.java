package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.SlicedReading;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.Test;

/** The verdict against its second implementation, on random small elections. */
class CotejoAgainstNaiveTest {
    @Property(tries = 6_000, shrinking = ShrinkingMode.OFF)
    void bothImplementationsGiveTheSameStatesAndTotals(@ForAll long seed) {
        RandomElection election = RandomElection.of(seed);
        if (!agree(election)) {
            RandomElection smallest = election.smallest(smaller -> !agree(smaller));
            check(smallest.inBytes().entries(), "seed " + seed + ", smallest that fails:\n" + smallest + "\n");
        }
    }

    /** A property that never meets a state proves nothing about it. */
    @Test
    void theRandomElectionsMeetEveryStateOften() {
        Map<StationState, Integer> met = new EnumMap<>(StationState.class);
        for (long seed = 0; seed < 1_000; seed++) {
            Reconciliation result =
                    Reconciler.reconcile(RandomElection.of(seed).inBytes().dossier());
            result.contests().forEach(contest -> contest.counts().forEach((s, n) -> met.merge(s, n, Integer::sum)));
        }
        for (StationState state : StationState.values()) {
            assertTrue(met.getOrDefault(state, 0) >= 100, () -> state + " was met too seldom: " + met);
        }
    }

    /** So many stations that several threads share them. */
    @Test
    void manyStationsGiveTheSameWithSeveralThreads() {
        ElectionInBytes election = new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party");
        List<String> announced = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (int station = 0; station < 9_000; station++) {
            copies.add(station + ": " + station % 7 + " " + station % 5 + " 1");
            if (station % 3 != 0) {
                announced.add(station + ": " + station % 7 + " " + (station % 11 == 0 ? 9 : station % 5));
            }
        }
        election.copies("party", "A B blank", copies.toArray(String[]::new));
        election.announced("cne", "A B", announced.toArray(String[]::new));
        check(election.entries(), "");
    }

    private static boolean agree(RandomElection election) {
        try {
            check(election.inBytes().entries(), "");
            return true;
        } catch (AssertionError | RuntimeException e) {
            return false;
        }
    }

    static void check(List<Entry> entries, String message) {
        check(Dossier.of(ElectionInBytes.blocks(entries)), entries, message);
        check(SlicedReading.dossier(entries, new Random(entries.size())), entries, message + ", in slices");
    }

    private static void check(Dossier dossier, List<Entry> entries, String message) {
        Reconciliation result = Reconciler.reconcile(dossier);
        for (ContestResult contest : result.contests()) {
            NaiveCotejo.Outcome expected = new NaiveCotejo(entries, contest.index()).outcome();
            assertEquals(
                    expected,
                    outcome(dossier, contest),
                    () -> message + contest.contest().id());
        }
        assertEquals(NaiveCotejo.registers(entries), registers(result), message);
        assertEquals(NaiveCotejo.registered(entries), boxed(result.registered()), message);
    }

    private static NaiveCotejo.Outcome outcome(Dossier dossier, ContestResult contest) {
        Map<String, String> states = new TreeMap<>();
        for (int station = 0; station < contest.listed(); station++) {
            states.put(
                    dossier.frame().register().codeText(station),
                    contest.state(station).key());
        }
        Map<String, Integer> counts = new TreeMap<>();
        contest.counts().forEach((state, count) -> counts.put(state.key(), count));
        return new NaiveCotejo.Outcome(
                states,
                counts,
                contest.stationsWithCopies(),
                contest.stationsAnnounced(),
                contest.counts().getOrDefault(StationState.MISSING, 0),
                totals(contest, contest.totals()),
                Optional.ofNullable(contest.announcedTotals()).map(totals -> totals(contest, totals)));
    }

    private static Map<String, Long> totals(ContestResult contest, Totals totals) {
        Map<String, Long> named = new TreeMap<>();
        for (int i = 0; i < totals.candidates(); i++) {
            put(named, contest.contest().candidates().get(i).id().value(), totals.candidate(i));
        }
        put(named, "valid", totals.valid());
        put(named, "null", totals.nullVotes());
        put(named, "blank", totals.blank());
        return named;
    }

    private static void put(Map<String, Long> named, String name, OptionalLong value) {
        value.ifPresent(number -> named.put(name, number));
    }

    private static Map<String, Optional<Integer>> registers(Reconciliation result) {
        Register register = result.dossier().frame().register();
        Map<String, Optional<Integer>> registers = new TreeMap<>();
        for (int station = 0; station < register.size(); station++) {
            int voters = result.registered(station);
            registers.put(register.codeText(station), voters < 0 ? Optional.empty() : Optional.of(voters));
        }
        return registers;
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
