package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.dossier.Finding;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

/** What is found about an announcement beside its verdict. */
class AnnouncementFindingTest {
    private static final int NOT = SmallElection.NOT_CARRIED;

    private static Judgement judge(Announcement announcement, KnownVotes votes) {
        return AnnouncementJudge.judge(announcement, 2, Bulletins.AUTHORITY, votes, Published.NOTHING);
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
    void moreThanExistsIsFoundAndLeavesNothingOut() {
        Judgement stations = judge(Bulletins.of(new Coverage.Stations(3), "A", 70, "B", 30), settled());
        assertEquals(
                List.of("bulletin", "3", "2"), stations.findings().getLast().values());
        assertEquals(List.of("ANN-306", "ANN-312"), codes(stations));
        assertEquals(Verdict.CONSISTENT, stations.verdict());
        assertEquals(
                List.of("ANN-306", "ANN-315"),
                codes(judge(Bulletins.of(new Coverage.Registered(191), "A", 70), settled())));
    }

    @Test
    void figuresThatDoNotAddUpAreFound() {
        assertEquals(
                List.of("ANN-306", "ANN-310"),
                codes(judge(Bulletins.full("A", 70, "B", 30, "valid", 101), with(StationState.MISSING))));
        // With a candidate left away, only too many votes are a contradiction.
        assertEquals(
                List.of("ANN-306"), codes(judge(Bulletins.full("A", 70, "valid", 101), with(StationState.MISSING))));
        assertTrue(codes(judge(Bulletins.full("A", 102, "valid", 101), with(StationState.MISSING)))
                .contains("ANN-310"));
        assertFalse(codes(judge(Bulletins.full("A", 101, "valid", 101), with(StationState.MISSING)))
                .contains("ANN-310"));
        // Who stands in two figures is counted once nowhere.
        assertFalse(codes(judge(Bulletins.full("A", 70, "A+B", 100, "valid", 100), settled()))
                .contains("ANN-310"));
    }

    @Test
    void percentagesThatNoRoundingJoinsToTheirCountsAreFound() {
        Announcement fine = Bulletins.announcement(
                new Coverage.Full(), false, Bulletins.figure("A", 70L, "70"), Bulletins.figure("B", 30L, "30.0"));
        assertEquals(List.of("ANN-306"), codes(judge(fine, settled())));
        Announcement ofAll = Bulletins.announcement(
                new Coverage.Full(),
                false,
                Bulletins.figure("A", 70L, "67.3"),
                Bulletins.figure("B", 30L, "28.8"),
                Bulletins.figure("null", 4L, null));
        assertEquals(List.of("ANN-306"), codes(judge(ofAll, settled())));
        Announcement wrong = Bulletins.announcement(
                new Coverage.Full(), false, Bulletins.figure("A", 70L, "70"), Bulletins.figure("B", 30L, "31.0"));
        Judgement judgement = judge(wrong, settled());
        assertEquals(
                List.of("bulletin", "B", "31.0 %", "30", "30.000", "100"),
                judgement.findings().getLast().values());
    }

    @Test
    void irreversibleIsHeldAgainstWhatIsLeftOut() {
        SmallElection election =
                SmallElection.of("A", "B").missing(100).missing(90).missing(40);
        assertEquals(List.of("bulletin", "90", "100"), irreversible(new Coverage.Stations(2), 90, election));
        assertEquals(List.of(), irreversible(new Coverage.Stations(2), 101, election));
        assertEquals(List.of("bulletin", "30", "30"), irreversible(new Coverage.Registered(200), 30, election));
        assertEquals(List.of(), irreversible(new Coverage.Full(), 0, election));
        election.unlisted(1);
        assertEquals(List.of(), irreversible(new Coverage.Stations(3), 1, election));
        // With a roll, the one left out has at most what the two smallest listed ones leave of it.
        assertEquals(List.of("bulletin", "1", "110"), irreversible(new Coverage.Stations(3), 1, election.roll(240L)));
    }

    private static List<String> irreversible(Coverage coverage, long lead, KnownVotes votes) {
        Announcement announcement = Bulletins.announcement(
                coverage, true, Bulletins.figure("A", 5 + lead, null), Bulletins.figure("B", 5L, null));
        return judge(announcement, votes).findings().stream()
                .filter(finding -> finding.kind() == AnnouncementFinding.CALLED_IRREVERSIBLE)
                .findFirst()
                .map(Finding::values)
                .orElse(List.of());
    }
}
