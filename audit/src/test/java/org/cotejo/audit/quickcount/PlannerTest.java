package org.cotejo.audit.quickcount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.quickcount.PlanOrder.Spreading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sizes by hand, allocations by their rules, draws that anybody can repeat. */
class PlannerTest {
    private static final Seed SEED = Seed.of("31415926535897932384").orThrow();

    private static PlanOrder order(
            Spreading allocation, @Nullable Double spread, @Nullable Integer size, int perCluster) {
        return new PlanOrder(0.01, 0.95, allocation, spread, size, perCluster, 1);
    }

    /** Strata of 10, 20, 30, ... stations; each with a past result that differs more from station to station in later strata. */
    private static List<FrameStation> frame(int strata, boolean hasPast) {
        List<FrameStation> frame = new ArrayList<>();
        for (int h = 1; h <= strata; h++) {
            for (int i = 0; i < h * 10; i++) {
                long first = 100 + (i % 2 == 0 ? h : -h) * 5L;
                frame.add(new FrameStation(
                        "s" + h + "." + i,
                        "S" + h,
                        "S" + h + " centre " + i / 5,
                        OptionalLong.of(300),
                        hasPast ? List.of(first, 200 - first) : List.of(),
                        hasPast ? 200 : 0));
            }
        }
        return frame;
    }

    @Test
    void theSizeIsCountedInStationsFromTheirSpread() {
        Plan plan = Planner.plan(frame(10, false), order(Spreading.PROPORTIONAL, 0.10, null, 0));
        // n0 = (1.959964 * 0.10 / 0.01)^2 = 384.1459; of 550 stations n = 384.1459 / (1 + 384.1459/550) = 226.17
        assertEquals(384.1459, Objects.requireNonNull(plan.size()).unlimited(), 1e-3);
        assertEquals(227, Objects.requireNonNull(plan.size()).stations());
        assertEquals(227, plan.strata().stream().mapToInt(StratumPlan::drawn).sum());
        assertEquals(0.01, plan.expectedError(), 1e-4);
    }

    @Test
    void thePastTellsTheSpreadWithinStrata() {
        Plan plan = Planner.plan(frame(4, true), order(Spreading.NEYMAN, null, 40, 0));
        // Stations of stratum h lie 5h votes off 100 of 200, so their spread is near 5h/200.
        assertEquals(20.3, plan.strata().getLast().spread(), 0.1);
        assertEquals(0.0803, plan.spread(), 0.001);
        assertEquals(40, plan.strata().stream().mapToInt(StratumPlan::drawn).sum());
        // Size times spread: 1 : 4 : 9 : 16.
        assertEquals(40 * 16 / 30.0, plan.strata().getLast().exact(), 0.3);
    }

    @Test
    void everyStratumHasTwoAndNoneMoreThanThereAre() {
        List<FrameStation> frame = new ArrayList<>(frame(12, true));
        frame.add(new FrameStation("alone", "Z", "alone", OptionalLong.empty(), List.of(1L, 1L), 2));
        for (Spreading allocation : Spreading.values()) {
            for (int size : List.of(1, 30, 300, 781)) {
                Plan plan = Planner.plan(frame, order(allocation, null, size, 0));
                for (StratumPlan stratum : plan.strata()) {
                    assertTrue(stratum.drawn() >= Math.min(2, stratum.units()), stratum::toString);
                    assertTrue(stratum.drawn() <= stratum.units(), stratum::toString);
                }
                assertEquals(
                        Math.max(size, 25),
                        plan.strata().stream().mapToInt(StratumPlan::drawn).sum());
            }
        }
    }

    @Test
    void whoDoesNotKnowTheSpreadGetsNoPlan() {
        assertFalse(Planner.knowsSpread(frame(3, false)));
        assertTrue(Planner.knowsSpread(frame(3, true)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Planner.plan(frame(3, false), order(Spreading.PROPORTIONAL, null, null, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Planner.plan(frame(3, false), order(Spreading.NEYMAN, 0.1, null, 0)));
    }

    @Test
    void theDrawIsTheSameForAnyOrderOfTheListAndAnotherForAnotherSeed() {
        List<FrameStation> frame = new ArrayList<>(frame(6, false));
        Plan plan = Planner.plan(frame, order(Spreading.PROPORTIONAL, 0.1, 40, 0));
        SampleDraw.Outcome first = SampleDraw.draw(frame, plan, SEED);
        Collections.shuffle(frame, new Random(5));
        SampleDraw.Outcome again = SampleDraw.draw(frame, plan, SEED);
        assertEquals(first.design().points(), again.design().points());
        assertEquals(40, first.design().points().size());
        Seed other = Seed.of("31415926535897932385").orThrow();
        assertNotEquals(
                first.design().points(),
                SampleDraw.draw(frame, plan, other).design().points());
        for (StratumPlan stratum : plan.strata()) {
            assertEquals(stratum.drawn(), first.design().units(stratum.name()));
        }
    }

    @Test
    void clustersAreDrawnWholeOrInPart() {
        List<FrameStation> frame = frame(6, false);
        Plan plan = Planner.plan(frame, order(Spreading.PROPORTIONAL, 0.1, 60, 3));
        QuickDesign design = SampleDraw.draw(frame, plan, SEED).design();
        assertTrue(design.isSubsampled());
        design.points().stream()
                .collect(Collectors.groupingBy(SamplePoint::cluster))
                .values()
                .forEach(cluster -> assertEquals(3, cluster.size()));
        assertTrue(design.points().stream().allMatch(point -> point.clusterStations() == 5));
        Plan whole = Planner.plan(frame, order(Spreading.PROPORTIONAL, 0.1, 60, 5));
        assertFalse(SampleDraw.draw(frame, whole, SEED).design().isSubsampled());
    }

    @Test
    void everyStationIsDrawnAboutEquallyOften() {
        List<FrameStation> frame = frame(1, false);
        Plan plan = Planner.plan(frame, order(Spreading.PROPORTIONAL, 0.1, 4, 0));
        int[] counts = new int[10];
        int draws = 2000;
        for (int i = 0; i < draws; i++) {
            Seed seed = Seed.of("%020d".formatted(i)).orThrow();
            for (SamplePoint point : SampleDraw.draw(frame, plan, seed).design().points()) {
                counts[Integer.parseInt(point.station().substring(3))]++;
            }
        }
        double error = 4 * Math.sqrt(draws * 0.4 * 0.6);
        for (int count : counts) {
            assertEquals(draws * 0.4, count, error);
        }
    }
}
