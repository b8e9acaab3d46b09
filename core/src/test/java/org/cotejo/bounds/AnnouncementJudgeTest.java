package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.bounds.FigureCheck.Reach;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Coverage.Base;
import org.cotejo.bulletin.Coverage.Rounding;
import org.cotejo.definition.CustodianId;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

class AnnouncementJudgeTest {
    private static final int NOT = SmallElection.NOT_CARRIED;

    private static Judgement judge(Announcement announcement, KnownVotes votes, AnnouncedResults results) {
        return AnnouncementJudge.judge(announcement, 2, Bulletins.AUTHORITY, votes, results);
    }

    private static Judgement judge(Announcement announcement, KnownVotes votes) {
        return judge(announcement, votes, Published.NOTHING);
    }

    private static List<String> codes(Judgement judgement) {
        return judgement.findings().stream()
                .map(finding -> finding.kind().code())
                .toList();
    }

    /** Two stations, all confirmed or agreed: A 70, B 30, null 4, blank not carried. */
    private static SmallElection settled() {
        return SmallElection.of("A", "B")
                .station(StationState.CONFIRMED, 100, 40, 20, 1, NOT)
                .station(StationState.AGREED, 90, 30, 10, 3, NOT);
    }

    private static SmallElection with(StationState second) {
        return SmallElection.of("A", "B")
                .station(StationState.CONFIRMED, 100, 40, 20, 1, 0)
                .station(second, 90, 30, 10, 3, 0);
    }

    @Test
    void theTotalOfAllConfirmedStationsIsConsistent() {
        Judgement judgement = judge(Bulletins.full("A", 70, "B", 30, "valid", 100, "null", 4), settled());
        assertEquals(Verdict.CONSISTENT, judgement.verdict());
        assertEquals(List.of("ANN-306"), codes(judgement));
        assertEquals(2, judgement.findings().getFirst().contest());
        assertEquals(
                "Consistent: it covers all 2 stations, each confirmed or agreed, and equals the sum of their sheets.",
                judgement.headline().en());
        assertEquals(
                Verdict.CONSISTENT,
                judge(Bulletins.full("A+B", 100, "A", "70.0", "voters", 104), settled())
                        .verdict());
    }

    @Test
    void aFigureThatNoSourceCarriesIsNotConsistentAndNotExcluded() {
        Judgement judgement = judge(Bulletins.full("A", 70, "blank", 5), settled());
        assertEquals(Verdict.UNPROVEN, judgement.verdict());
        // The sheets leave room for 39 and 47 voters who are not seen otherwise.
        assertEquals(39L + 47, judgement.checks().getLast().highest());
        assertEquals(
                Verdict.IMPOSSIBLE,
                judge(Bulletins.full("A", 70, "blank", 87), settled()).verdict());
    }

    @Test
    void aFigureThatNoSourceCarriesHasNoLimitWithoutRegisterAndRoll() {
        SmallElection election = SmallElection.of("A", "B").oneSide(-1, 40, NOT, 1, 0);
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("B", 1_000_000), election).verdict());
        election.roll(100L);
        assertEquals(
                59L,
                judge(Bulletins.full("B", 59), election).checks().getFirst().highest());
        assertEquals(
                Verdict.IMPOSSIBLE, judge(Bulletins.full("B", 60), election).verdict());
    }

    @Test
    void oneStationShortOfAllIsUnproven() {
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", 70, "B", 30), with(StationState.ONE_SIDE))
                        .verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", 70, "B", 30), settled().unlisted(1)).verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.of(new Coverage.Stations(1), "A", 70), settled())
                        .verdict());
    }

    @Test
    void aFullTotalAboveOrBelowTheSheetsIsImpossible() {
        Judgement low = judge(Bulletins.full("A", 69), with(StationState.ONE_SIDE));
        assertEquals(Verdict.IMPOSSIBLE, low.verdict());
        assertEquals(
                List.of("bulletin", "A", "69", "2", "70", "1"),
                low.findings().getLast().values());
        assertEquals(
                "Impossible if these 2 sheets are true, 1 of which no second source confirms: at least 70 votes for A must be in it, 1 more than announced.",
                low.headline().en());
        Judgement high = judge(Bulletins.full("A", 71), with(StationState.AGREED));
        assertEquals(List.of("ANN-306", "ANN-316"), codes(high));
        assertTrue(
                high.headline().es().startsWith("Imposible según 2 actas, cada una confirmada"),
                high.headline().es());
        assertTrue(high.headline().en().endsWith("there can be at most 70 votes for A, 1 fewer than announced."));
    }

    @Test
    void whatTheUnknownStationsCanHoldIsAllowed() {
        SmallElection election = SmallElection.of("A", "B").oneSide(100, 40, 20).missing(50);
        assertEquals(Verdict.UNPROVEN, judge(Bulletins.full("A", 90), election).verdict());
        assertEquals(
                Verdict.IMPOSSIBLE, judge(Bulletins.full("A", 91), election).verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", 1_000_000), election.unlisted(1)).verdict());
    }

    @Test
    void aContradictedStationThatIsCoveredContradicts() {
        SmallElection election = with(StationState.CONTRADICTED);
        Judgement judgement = judge(Bulletins.full("A", 70), election);
        assertEquals(Verdict.CONTRADICTED, judgement.verdict());
        assertEquals(List.of("ANN-306", "ANN-313"), codes(judgement));
        for (Coverage all : List.of(
                new Coverage.Stations(2),
                new Coverage.Stations(3),
                new Coverage.Registered(190),
                Bulletins.percent("100", Base.UNSTATED, Rounding.DOWN))) {
            assertEquals(
                    Verdict.CONTRADICTED,
                    judge(Bulletins.of(all, "A", 70), election).verdict(),
                    all.toString());
        }
    }

    @Test
    void aContradictedStationThatMayBeLeftOutDoesNot() {
        SmallElection election = with(StationState.CONTRADICTED);
        for (Coverage part : List.of(
                new Coverage.Stations(1),
                new Coverage.Registered(100),
                Bulletins.percent("50", Base.REGISTER, Rounding.NEAREST))) {
            assertEquals(
                    Verdict.UNPROVEN,
                    judge(Bulletins.of(part, "A", 45), election).verdict(),
                    part.toString());
        }
    }

    @Test
    void contradictedStationsThatDoNotFitIntoTheLeftOutPartContradict() {
        SmallElection election = with(StationState.CONTRADICTED).station(StationState.CONTRADICTED, 10, 5, 5);
        assertEquals(
                Verdict.CONTRADICTED,
                judge(Bulletins.of(new Coverage.Stations(2), "A", 45), election).verdict());
        assertEquals(
                Verdict.CONTRADICTED,
                judge(Bulletins.of(new Coverage.Registered(101), "A", 45), election)
                        .verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.of(new Coverage.Registered(100), "A", 45), election)
                        .verdict());
    }

    @Test
    void onlyTheAnnouncerOfRecordIsContradictedByStations() {
        Judgement judgement = AnnouncementJudge.judge(
                Bulletins.full("A", 70),
                0,
                new CustodianId("other"),
                with(StationState.CONTRADICTED),
                Published.NOTHING);
        assertEquals(Verdict.UNPROVEN, judgement.verdict());
    }

    @Test
    void ifExactlyTheCoveredStationsAreAnnouncedTheContradictedOneIsAmongThem() {
        SmallElection election = with(StationState.CONTRADICTED).missing(90);
        Announcement two = Bulletins.of(new Coverage.Stations(2), "A", 70);
        assertEquals(Verdict.UNPROVEN, judge(two, election).verdict());
        assertEquals(
                Verdict.CONTRADICTED,
                judge(two, election, new Published(2, 190, 70, 30, 4, 0)).verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(two, election, new Published(1, 100, 70, 30, 4, 0)).verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(two, election, new Published(3, 280, 70, 30, 4, 0)).verdict());
        Announcement voters = Bulletins.of(new Coverage.Registered(190), "A", 70);
        assertEquals(
                Verdict.CONTRADICTED,
                judge(voters, election, new Published(2, 190, 70, 30, 4, 0)).verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(voters, election, new Published(2, 189, 70, 30, 4, 0)).verdict());
    }

    @Test
    void aTotalThatIsNotTheSumOfItsOwnStationsIsContradicted() {
        SmallElection election = SmallElection.of("A", "B").missing(100).missing(90);
        Judgement judgement = judge(
                Bulletins.full("A", 71, "B", 30, "valid", 101, "null", 4),
                election,
                new Published(2, 190, 70, 30, 4, NOT));
        assertEquals(Verdict.CONTRADICTED, judgement.verdict());
        assertEquals(List.of("ANN-307", "ANN-307"), codes(judgement));
        assertEquals(
                List.of("bulletin", "A", "71", "70"),
                judgement.findings().getFirst().values());
        assertTrue(judgement.headline().en().contains("not the sum of the announcer's own"));
        // Another announcer, not of record, is held to its own results too.
        assertEquals(
                Verdict.CONTRADICTED,
                AnnouncementJudge.judge(Bulletins.full("A", 71), 0, null, election, new Published(2, 190, 70, 30))
                        .verdict());
    }

    @Test
    void incompleteOrEqualStationResultsDoNotContradict() {
        SmallElection election = SmallElection.of("A", "B").missing(100).missing(90);
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", 71), election, new Published(1, 100, 70, 30))
                        .verdict());
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", 70, "blank", 9), election, new Published(2, 190, 70, 30, 4, NOT))
                        .verdict());
        // 70 of 100 prints as 70 however it is rounded, and never as 71.
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", "70"), election, new Published(2, 190, 70, 30))
                        .verdict());
        assertEquals(
                Verdict.CONTRADICTED,
                judge(Bulletins.full("A", "71"), election, new Published(2, 190, 70, 30))
                        .verdict());
    }

    @Test
    void aPercentageStandsForTheCountsThatRoundToIt() {
        SmallElection election = SmallElection.of("A", "B").oneSide(2_000, 704, 296);
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.full("A", "70", "valid", 1_000), election).verdict());
        assertEquals(
                Verdict.IMPOSSIBLE,
                judge(Bulletins.full("A", "70.0", "valid", 1_000), election).verdict());
        assertEquals(
                Verdict.IMPOSSIBLE,
                judge(Bulletins.full("A", "71", "valid", 1_000), election).verdict());
    }

    @Test
    void withoutATotalSharesAreCompared() {
        SmallElection election =
                SmallElection.of("A", "B").oneSide(2_000, 704, 296).missing(100);
        // A lies between 704/1100 and 804/1100.
        assertEquals(
                Verdict.UNPROVEN, judge(Bulletins.full("A", "64.0"), election).verdict());
        assertEquals(
                Verdict.UNPROVEN, judge(Bulletins.full("A", "73.1"), election).verdict());
        Judgement low = judge(Bulletins.full("A", "63.9"), election);
        assertEquals(
                List.of("bulletin", "A", "63.9 %", "1", "64.00 %", "0.05 %"),
                low.findings().getLast().values());
        assertEquals(Verdict.IMPOSSIBLE, low.verdict());
        Judgement high = judge(Bulletins.full("A", "73.2"), election);
        assertEquals(List.of("ANN-306", "ANN-316"), codes(high));
        assertTrue(
                high.headline().en().contains("the announced share of votes for A"),
                high.headline().en());
        assertEquals(
                Verdict.UNPROVEN, judge(Bulletins.full("null", "3.0"), election).verdict());
        assertEquals(
                Verdict.IMPOSSIBLE,
                judge(Bulletins.full("A+B", "99.0"), election).verdict());
    }

    @Test
    void eachReadingMayFailByAnotherFigure() {
        SmallElection election = SmallElection.of("A", "B");
        for (int i = 0; i < 28; i++) {
            election.oneSide(i < 20 ? 10 : 100, i < 20 ? 10 : 0, i < 20 ? 0 : 80);
        }
        // 90 % leaves out 2 of 28 stations, with 20 votes for A or 160 for B; or 100 of 1,000 voters, with 100 or 80.
        Coverage coverage = Bulletins.percent("90", Base.UNSTATED, Rounding.DOWN);
        Judgement judgement = judge(Bulletins.of(coverage, "A", 150, "B", 520), election);
        assertEquals(Verdict.IMPOSSIBLE, judgement.verdict());
        assertEquals(List.of("ANN-306", "ANN-317"), codes(judgement));
        assertEquals(
                List.of("bulletin", "28", "A = 150", "B = 520"),
                judgement.findings().getLast().values());
        assertTrue(judgement.headline().en().contains("however its coverage is understood"));
        assertEquals(
                Verdict.UNPROVEN,
                judge(Bulletins.of(coverage, "A", 150), election).verdict());
    }

    @Test
    void aReadingThatCannotBeComputedDoesNotFail() {
        SmallElection election = SmallElection.of("A", "B").oneSide(-1, 40, 20).oneSide(-1, 30, 10);
        Announcement low = Bulletins.of(Bulletins.percent("100", Base.UNSTATED, Rounding.DOWN), "A", 3);
        Judgement judgement = judge(low, election);
        assertEquals(Verdict.UNPROVEN, judgement.verdict());
        assertEquals(Reach.IMPOSSIBLE, judgement.checks().getFirst().reach());
        assertEquals(Reach.UNCHECKED, judgement.checks().getLast().reach());
        Judgement unchecked = judge(Bulletins.of(new Coverage.Registered(100), "A", 3), election);
        assertTrue(unchecked.headline().en().contains("could not be checked"));
        // No reading is needed to see that there are more votes than can exist.
        Announcement high = Bulletins.of(Bulletins.percent("100", Base.UNSTATED, Rounding.DOWN), "A", 71);
        assertEquals(Verdict.IMPOSSIBLE, judge(high, election).verdict());
    }

    @Test
    void aStationWithAnEmptyRegisterCanAlwaysBeLeftOutByRegister() {
        SmallElection election = SmallElection.of("A", "B").oneSide(100, 40, 20).oneSide(0, 7, 0);
        Announcement all = Bulletins.of(new Coverage.Registered(100), "A", 40);
        assertEquals(Verdict.UNPROVEN, judge(all, election).verdict());
    }

    @Test
    void unknownCandidatesAreNotChecked() {
        Judgement judgement = judge(Bulletins.full("A", 70, "B", 30, "C", 4), settled());
        assertEquals(Verdict.UNPROVEN, judgement.verdict());
        assertEquals(Reach.UNCHECKED, judgement.checks().getLast().reach());
    }
}
