package org.cotejo.audit.exitpoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;

/** Weights, errors, gaps and refusals of exit polls, by hand. */
class ExitPollTest {
    private static final List<String> CANDIDATES = List.of("A", "B");
    private static final Sentence OFFICIAL = new Sentence("official", "oficial");

    private static PollStation station(String code, String stratum, long voters, long a, long b, long refused) {
        return new PollStation(code, stratum, voters, List.of(a, b), 0, OptionalLong.of(refused));
    }

    private static ComparedResult official(long a, long b) {
        return new ComparedResult(OFFICIAL, List.of(a, b), 0);
    }

    @Test
    void anInterviewWeighsByItsStratumAndTheVotersOfItsStation() {
        // Weights (N_h/n_h)(voters/interviews): 10/2 * 200/20 = 50, 10/2 * 100/20 = 25, 30/2 * 300/50 = 90, 30/2 *
        // 100/10 = 150
        ExitPoll poll = ExitPoll.of(
                Map.of("u", 10L, "r", 30L),
                CANDIDATES,
                List.of(
                        station("1", "u", 200, 15, 5, 0),
                        station("2", "u", 100, 10, 10, 0),
                        station("3", "r", 300, 20, 30, 0),
                        station("4", "r", 100, 4, 6, 0)));
        double all = 50 * 20 + 25 * 20 + 90 * 50 + 150 * 10;
        double a = (50 * 15 + 25 * 10 + 90 * 20 + 150 * 4) / all;
        PollResult result = poll.result();
        assertEquals(1 - a, result.shares().get(1).estimate().value(), 1e-12);
        assertEquals(1, result.leader());
        // Deviations of the weighted totals of y - r x from their stratum's mean, n/(n-1) = 2.
        double u = 50 * (15 - a * 20) - 25 * (10 - a * 20);
        double r = 90 * (20 - a * 50) - 150 * (4 - a * 10);
        double variance = (u * u + r * r) / (all * all);
        assertEquals(Math.sqrt(variance), result.shares().get(0).estimate().standardError(), 1e-12);
        assertEquals(2 * Math.sqrt(variance), result.lead().standardError(), 1e-12);
        assertEquals(1.0, Objects.requireNonNull(result.response()), 1e-12);
    }

    @Test
    void votersWhoAreAllAlikeAtEachStationHaveTheEffectOfTheirNumber() {
        List<PollStation> stations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            stations.add(station("s" + i, "all", 300, i % 2 == 0 ? 25 : 0, i % 2 == 0 ? 0 : 25, 5));
        }
        PollResult result =
                ExitPoll.of(Map.of("all", 4000L), CANDIDATES, stations).result();
        assertEquals(25, result.shares().getFirst().effect(), 1.0);
        assertEquals(1, result.shares().getFirst().rho(), 0.05);
    }

    @Test
    void theRefusalsThatMadeAGapAreFoundAgain() {
        // 600 voters of A and 400 of B asked at each station; A's answer at 70 %, B's at 50 %: 420 and 200 of 1000.
        List<PollStation> stations =
                List.of(station("1", "s", 1000, 420, 200, 380), station("2", "s", 1000, 420, 200, 380));
        ExitPoll poll = ExitPoll.of(Map.of("s", 50L), CANDIDATES, stations);
        Gap gap = poll.beside(poll.result(), official(600, 400));
        assertEquals(0.2, gap.resultLead(), 1e-12);
        assertEquals(0.7, Objects.requireNonNull(gap.leaderResponse()), 1e-12);
        assertEquals(0.5, Objects.requireNonNull(gap.runnerUpResponse()), 1e-12);
        assertEquals(0.2, Objects.requireNonNull(gap.differential()), 1e-12);
        assertFalse(gap.isBeyondRefusals());
    }

    @Test
    void aGapThatNoRefusalsExplainIsSaid() {
        List<PollStation> stations = List.of(station("1", "s", 100, 85, 10, 5), station("2", "s", 100, 84, 11, 5));
        ExitPoll poll = ExitPoll.of(Map.of("s", 50L), CANDIDATES, stations);
        Gap gap = poll.beside(poll.result(), official(45, 55));
        assertTrue(gap.isBeyondRefusals());
        assertTrue(gap.z() > 10, () -> "z " + gap.z());
        assertTrue(gap.chance() < 1e-9, () -> "chance " + gap.chance());
    }

    @Test
    void withoutCountedRefusalsNothingIsSaidOfThem() {
        PollStation uncounted = new PollStation("2", "s", 100, List.of(5L, 5L), 1, OptionalLong.empty());
        ExitPoll poll = ExitPoll.of(Map.of("s", 50L), CANDIDATES, List.of(station("1", "s", 100, 8, 2, 5), uncounted));
        assertNull(poll.result().response());
        Gap gap = poll.beside(poll.result(), official(50, 50));
        assertNull(gap.leaderResponse());
        assertNull(gap.differential());
        assertFalse(gap.isBeyondRefusals());
    }

    @Test
    void aStratumWithOneStationGivesNoError() {
        ExitPoll poll = ExitPoll.of(
                Map.of("s", 50L, "t", 20L),
                CANDIDATES,
                List.of(station("1", "s", 100, 8, 2, 5), station("2", "s", 100, 8, 2, 5)));
        assertEquals(List.of("t"), poll.lonely());
        assertThrows(IllegalArgumentException.class, poll::result);
        assertThrows(IllegalArgumentException.class, () -> station("1", "s", 0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> station("1", "s", 10, 0, 0, 3));
    }
}
