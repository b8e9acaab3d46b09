package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.bounds.Bounds.CanFlip;
import org.cotejo.bounds.Judgement.Verdict;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Register;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

/** Bounds over an election that was reconciled from its entries. */
class ReconciledVotesTest {
    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .contest("mayor", "A")
                .side("authority", "authority")
                .side("opposition", "party")
                .announcer("authority");
    }

    private static KnownVotes votes(Reconciliation reconciled) {
        return KnownVotes.of(
                reconciled.contests().getFirst(),
                reconciled.dossier().frame().register(),
                reconciled.dossier().definition().roll());
    }

    private static Judgement judge(Announcement announcement, Reconciliation reconciled, AnnouncedResults results) {
        return AnnouncementJudge.judge(announcement, reconciled.contests().getFirst(), votes(reconciled), results);
    }

    @Test
    void aReconciledContestIsSeenAsItStands() {
        Reconciliation reconciled = Reconciler.reconcile(election()
                .roll(500)
                .stationsInAll(4)
                .copies("party", "A B null registered", "1: 60 20 3 100", "2: 10 30 0 80")
                .announced("authority", "A B null", "1: 60 20 3", "3: 9 9 9")
                .dossier());
        KnownVotes votes = votes(reconciled);
        assertEquals(3, votes.listed());
        assertEquals(1, votes.unlisted());
        assertEquals(4, votes.stations());
        assertEquals(List.of(new CandidateId("A"), new CandidateId("B")), votes.candidates());
        assertEquals(StationState.CONFIRMED, votes.state(0));
        assertEquals(StationState.ANNOUNCED_ONLY, votes.state(2));
        assertTrue(votes.isKnown(1, Grade.SHEETS_UNKNOWN));
        assertFalse(votes.isKnown(1, Grade.STRICT));
        assertEquals(60, votes.votes(0, 0));
        assertEquals(3, votes.votes(0, votes.nullFigure()));
        assertFalse(votes.isCarried(0, votes.nullFigure() + 1));
        assertEquals(100, votes.registered(0));
        assertEquals(0, votes.place(0));
        Bounds bounds = Bounds.of(votes, Grade.SHEETS_UNKNOWN);
        assertEquals(500L - 180, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.YES, bounds.canFlip());
    }

    @Test
    void registersThatSourcesStateDifferentlyMakeTheBoundWiderNeverNarrower() {
        Reconciliation reconciled = Reconciler.reconcile(election()
                .roll(500)
                .stationsInAll(2)
                .side("observers", "observer")
                .copies("party", "A B registered", "1: 60 20 100")
                .copies("observer", "A B registered", "1: 60 20 400")
                .dossier());
        KnownVotes votes = votes(reconciled);
        assertEquals(400, votes.registered(0));
        assertEquals(100, votes.registeredAtLeast(0));
        assertEquals(400L, Bounds.of(votes, Grade.SHEETS_UNKNOWN).missingRegisteredAtMost());
    }

    @Test
    void aStationWithoutAnyRegisterHasNone() {
        Reconciliation reconciled = Reconciler.reconcile(
                election().copies("party", "A B", "1: 60 20").dossier());
        assertEquals(Register.UNKNOWN, votes(reconciled).registered(0));
    }

    @Test
    void anAnnouncedTotalIsJudgedOverTheReconciledContest() {
        Reconciliation honest = Reconciler.reconcile(election()
                .copies("party", "A B null", "1: 60 20 3", "2: 10 30 0")
                .announced("authority", "A B null", "1: 60 20 3", "2: 10 30 0")
                .dossier());
        Announcement total = Bulletins.full("A", 70, "B", 50, "valid", 120, "null", 3);
        assertEquals(
                Verdict.CONSISTENT,
                judge(total, honest, new Published(2, -1, 70, 50, 3)).verdict());
        assertEquals(
                List.of(), judge(total, honest, new Published(2, -1, 70, 50, 3)).findings());

        Reconciliation lying = Reconciler.reconcile(election()
                .copies("party", "A B null", "1: 60 20 3", "2: 10 30 0")
                .announced("authority", "A B null", "1: 60 20 3", "2: 30 10 0")
                .dossier());
        assertEquals(
                Verdict.IMPOSSIBLE,
                judge(total(90, 30), lying, Published.NOTHING).verdict());
        Announcement part =
                Bulletins.of(Bulletins.percent("99", Coverage.Base.STATIONS, Coverage.Rounding.DOWN), "A", 70);
        assertEquals(Verdict.CONTRADICTED, judge(part, lying, Published.NOTHING).verdict());
    }

    private static Announcement total(int a, int b) {
        return Bulletins.full("A", a, "B", b);
    }

    @Test
    void anAnnouncementOfAnotherContestIsAMistake() {
        Reconciliation reconciled = Reconciler.reconcile(
                election().copies("party", "A B", "1: 60 20").dossier());
        KnownVotes votes = votes(reconciled);
        assertThrows(
                IllegalArgumentException.class,
                () -> AnnouncementJudge.judge(
                        total(60, 20), reconciled.contests().get(1), votes, Published.NOTHING));
    }
}
