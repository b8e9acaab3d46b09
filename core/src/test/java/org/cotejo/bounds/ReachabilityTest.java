package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cotejo.bounds.FigureCheck.Reach;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Coverage.Base;
import org.cotejo.bulletin.Coverage.Rounding;
import org.junit.jupiter.api.Test;

/** What could truly have happened is never called impossible: every world of many tiny elections is tried. */
class ReachabilityTest {
    private static final int ELECTIONS = 150;
    private static final List<String> FIGURES = List.of("A", "B", "null");

    private static List<FigureCheck> limits(KnownVotes votes, Coverage coverage) {
        Announcement announcement = Bulletins.of(coverage, "A", 0, "B", 0, "null", 0);
        CoverageReadings readings = CoverageReadings.of(votes);
        return new Reachability(announcement, votes, new KnownSheets(votes), readings.readings(coverage)).checks();
    }

    private static List<Coverage> coveragesOf(Worlds worlds, Worlds.World world) {
        int stations = world.coveredStations();
        int voters = world.coveredVoters();
        int all = worlds.stations();
        int roll = Math.max(1, worlds.roll());
        return List.of(
                new Coverage.Stations(stations),
                new Coverage.Registered(voters),
                percent((stations * 200 + all) / (2 * all), Base.STATIONS, Rounding.NEAREST),
                percent(stations * 100 / all, Base.STATIONS, Rounding.DOWN),
                percent((stations * 100 + all - 1) / all, Base.STATIONS, Rounding.UP),
                percent((voters * 200 + roll) / (2 * roll), Base.REGISTER, Rounding.NEAREST),
                percent(voters * 100 / roll, Base.REGISTER, Rounding.DOWN),
                percent((voters * 100 + roll - 1) / roll, Base.REGISTER, Rounding.UP));
    }

    private static Coverage percent(int percent, Base base, Rounding rounding) {
        return Bulletins.percent(String.valueOf(percent), base, rounding);
    }

    @Test
    void noTotalOfAnyWorldLiesOutsideItsLimits() {
        Random random = new Random(306);
        for (int round = 0; round < ELECTIONS; round++) {
            Worlds worlds = Worlds.random(random);
            KnownVotes votes = worlds.election();
            Map<Coverage, List<FigureCheck>> limits = new HashMap<>();
            worlds.forEach(world -> {
                for (Coverage coverage : coveragesOf(worlds, world)) {
                    List<FigureCheck> checks = limits.computeIfAbsent(coverage, c -> limits(votes, c));
                    for (int figure = 0; figure < FIGURES.size(); figure++) {
                        assertInside(world.total(figure), checks.get(figure));
                    }
                }
            });
        }
    }

    private static void assertInside(int total, FigureCheck check) {
        Long lowest = check.lowest();
        Long highest = check.highest();
        assertTrue(lowest != null && lowest <= total, () -> total + " against " + check);
        assertTrue(highest == null || total <= highest, () -> total + " against " + check);
    }

    @Test
    void byNumberOfStationsTheLowestIsReached() {
        Random random = new Random(307);
        for (int round = 0; round < ELECTIONS; round++) {
            Worlds worlds = Worlds.random(random);
            int[][] least = new int[worlds.stations() + 1][FIGURES.size()];
            for (int[] row : least) {
                java.util.Arrays.fill(row, Integer.MAX_VALUE);
            }
            worlds.forEach(world -> {
                int[] row = least[world.coveredStations()];
                for (int figure = 0; figure < row.length; figure++) {
                    row[figure] = Math.min(row[figure], world.total(figure));
                }
            });
            for (int stations = 0; stations < least.length; stations++) {
                List<FigureCheck> checks = limits(worlds.election(), new Coverage.Stations(stations));
                for (int figure = 0; figure < FIGURES.size(); figure++) {
                    assertEquals(least[stations][figure], checks.get(figure).lowest());
                }
            }
        }
    }

    @Test
    void withAllRegistersTheHighestOfAFullTotalIsReached() {
        Random random = new Random(308);
        int tried = 0;
        for (int round = 0; round < ELECTIONS; round++) {
            Worlds worlds = Worlds.random(random);
            if (worlds.hasAllRegisters()) {
                int[] most = new int[1];
                worlds.forEach(world -> most[0] = Math.max(most[0], world.total(0)));
                assertEquals(
                        most[0],
                        limits(worlds.election(), new Coverage.Full())
                                .getFirst()
                                .highest());
                tried++;
            }
        }
        assertTrue(tried > 20, () -> "too few elections");
    }

    @Test
    void noWorldPrintedInPercentagesIsImpossible() {
        Random random = new Random(309);
        for (int round = 0; round < 25; round++) {
            Worlds worlds = Worlds.random(random);
            KnownVotes votes = worlds.election();
            Map<Announcement, Verdict> verdicts = new HashMap<>();
            worlds.forEach(world -> {
                int valid = world.total(0) + world.total(1);
                if (valid > 0) {
                    String a = String.valueOf((world.total(0) * 200 + valid) / (2 * valid));
                    for (Coverage coverage : coveragesOf(worlds, world)) {
                        assertPossible(Bulletins.of(unstated(coverage), "A", a), votes, verdicts);
                        assertPossible(Bulletins.of(coverage, "A", a, "valid", valid), votes, verdicts);
                    }
                }
            });
        }
    }

    /** The same coverage without saying what it is a percentage of. */
    private static Coverage unstated(Coverage coverage) {
        return coverage instanceof Coverage.Percent(var percentage, var _, var rounding)
                ? new Coverage.Percent(percentage, Base.UNSTATED, rounding)
                : coverage;
    }

    private static void assertPossible(
            Announcement announcement, KnownVotes votes, Map<Announcement, Verdict> verdicts) {
        Verdict verdict = verdicts.computeIfAbsent(
                announcement,
                a -> AnnouncementJudge.judge(a, 0, null, votes, Published.NOTHING)
                        .verdict());
        assertNotEquals(Verdict.IMPOSSIBLE, verdict, announcement::toString);
    }

    @Test
    void whoCanDrawLevelInSomeWorldIsNotExcluded() {
        Random random = new Random(310);
        for (int round = 0; round < ELECTIONS; round++) {
            Worlds worlds = Worlds.random(random);
            Bounds bounds = Bounds.of(worlds.election(), Grade.SHEETS_UNKNOWN);
            boolean aLeads = Objects.requireNonNull(bounds.leader()).value().equals("A");
            int leader = aLeads ? 0 : 1;
            int all = (1 << worlds.stations()) - 1;
            boolean[] level = new boolean[1];
            worlds.forEach(
                    world -> level[0] |= world.covered() == all && world.total(leader) <= world.total(1 - leader));
            assertEquals(
                    level[0] ? Bounds.CanFlip.YES : Bounds.CanFlip.NO,
                    bounds.canFlip(),
                    () -> worlds.roll() + " " + bounds);
        }
    }

    @Test
    void moreCoverageNeverAllowsLess() {
        KnownVotes both = Shared.bothTables();
        long before = -1;
        for (int stations = 0; stations <= Shared.STATIONS; stations += 1_877) {
            long lowest = lowestOfFirst(both, new Coverage.Stations(stations));
            assertTrue(lowest >= before);
            before = lowest;
        }
        before = -1;
        for (long voters = 0; voters <= Shared.ROLL; voters += 1_333_333) {
            long lowest = lowestOfFirst(both, new Coverage.Registered(voters));
            assertTrue(lowest >= before);
            before = lowest;
        }
    }

    private static long lowestOfFirst(KnownVotes votes, Coverage coverage) {
        Announcement announcement = Bulletins.of(coverage, "EG", 0);
        CoverageReadings readings = CoverageReadings.of(votes);
        FigureCheck check = new Reachability(announcement, votes, new KnownSheets(votes), readings.readings(coverage))
                .checks()
                .getFirst();
        return Objects.requireNonNull(check.lowest());
    }

    @Test
    void aLargerRollNeverForbidsMore() {
        SmallElection election = SmallElection.of("A", "B")
                .oneSide(100, 60, 20)
                .oneSide(-1, 30, 30)
                .missing(-1);
        long lowestBefore = Long.MAX_VALUE;
        long highestBefore = 0;
        for (long roll = 160; roll <= 400; roll += 7) {
            election.roll(roll);
            FigureCheck check = limits(election, new Coverage.Registered(150)).getFirst();
            long lowest = Objects.requireNonNull(check.lowest());
            long highest = Objects.requireNonNull(check.highest());
            assertTrue(lowest <= lowestBefore && highest >= highestBefore);
            lowestBefore = lowest;
            highestBefore = highest;
        }
        assertEquals(
                Reach.NOT_EXCLUDED,
                limits(election, new Coverage.Registered(0)).getFirst().reach());
    }
}
