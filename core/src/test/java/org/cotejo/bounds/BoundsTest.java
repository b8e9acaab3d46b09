package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.Bounds.CanFlip;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.CandidateId;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final CandidateId A = new CandidateId("A");
    private static final CandidateId B = new CandidateId("B");

    private static Bounds bounds(KnownVotes votes) {
        return Bounds.of(votes, Grade.SHEETS_UNKNOWN);
    }

    private static List<Long> values(Bounds bounds) {
        return bounds.steps().stream().map(Step::value).toList();
    }

    @Test
    void registersOfTheMissingStationsAreAddedUpWhereEachHasOne() {
        Bounds bounds = bounds(SmallElection.of("A", "B")
                .roll(9999L)
                .oneSide(500, 300, 100)
                .missing(120)
                .missing(79));
        assertEquals(A, bounds.leader());
        assertEquals(B, bounds.runnerUp());
        assertEquals(200, bounds.lead());
        assertEquals(199L, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.NO, bounds.canFlip());
        assertEquals(Fraction.of(201, 199), bounds.turnoutNeeded());
        assertNull(bounds.fewestStations());
        assertEquals(Fraction.of(300, 599), bounds.leaderShareLowest());
        assertEquals(Fraction.of(499, 599), bounds.leaderShareHighest());
        assertEquals(List.of(2L, 199L, 300L, 100L, 200L), values(bounds));
        assertTrue(
                bounds.conclusion().en().contains("stay ahead, by 1."),
                bounds.conclusion().en());
    }

    @Test
    void nobodyLeadsByASumOfNamesThatVotersWrote() {
        Bounds bounds = bounds(SmallElection.of("A", "NAMES").writeIn("NAMES").oneSide(500, 100, 300));
        assertEquals(CanFlip.NAMES_UNCOUNTED, bounds.canFlip());
        assertEquals("unknown", bounds.canFlip().key());
        assertTrue(bounds.conclusion().en().contains("counted by hand"));
        // Behind somebody it is at most what one of those named can have, so that a lead over it is a lead.
        Bounds behind = bounds(SmallElection.of("A", "NAMES").writeIn("NAMES").oneSide(500, 300, 100));
        assertEquals(CanFlip.NO, behind.canFlip());
    }

    @Test
    void aTieIsNotExcluded() {
        Bounds bounds = bounds(
                SmallElection.of("A", "B").oneSide(500, 300, 100).missing(120).missing(80));
        assertEquals(CanFlip.YES, bounds.canFlip());
        assertEquals(2, bounds.fewestStations());
    }

    @Test
    void theRollIsUsedOnceOneMissingStationHasNoRegister() {
        Bounds bounds = bounds(SmallElection.of("A", "B")
                .roll(1000L)
                .oneSide(500, 300, 100)
                .oneSide(-1, 20, 10, 3, 2)
                .missing(120)
                .missing(-1));
        assertEquals(1000L - 500 - 35, bounds.missingRegisteredAtMost());
        assertEquals(List.of(1L, 1000L, 500L, 35L, 465L, 320L, 110L, 210L), values(bounds));
        assertNull(bounds.fewestStations());
    }

    @Test
    void unlistedStationsHaveNoRegister() {
        SmallElection election =
                SmallElection.of("A", "B").oneSide(500, 300, 100).missing(100).unlisted(3);
        assertNull(bounds(election).missingRegisteredAtMost());
        assertEquals(CanFlip.UNKNOWN, bounds(election).canFlip());
        assertEquals(List.of(3L, 300L, 100L, 200L), values(bounds(election)));
        assertEquals(400L, bounds(election.roll(900L)).missingRegisteredAtMost());
        assertEquals(4, bounds(election).unknownStations());
    }

    @Test
    void aRollThatIsTooSmallLeavesNothing() {
        Bounds bounds = bounds(
                SmallElection.of("A", "B").roll(400L).oneSide(500, 300, 100).unlisted(1));
        assertEquals(0L, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.NO, bounds.canFlip());
        assertNull(bounds.turnoutNeeded());
    }

    @Test
    void nothingKnownHasNoLeaderAndExcludesNothing() {
        Bounds bounds = bounds(SmallElection.of("A", "B").missing(100).missing(50));
        assertNull(bounds.leader());
        assertNull(bounds.runnerUp());
        assertEquals(0, bounds.lead());
        assertEquals(150L, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.YES, bounds.canFlip());
        assertNull(bounds.leaderShareLowest());
        assertEquals(CanFlip.YES, bounds(SmallElection.of().missing(1)).canFlip());
    }

    @Test
    void aloneCandidateLeadsByItsVotes() {
        Bounds bounds = bounds(SmallElection.of("A").oneSide(100, 60).missing(30));
        assertEquals(A, bounds.leader());
        assertNull(bounds.runnerUp());
        assertEquals(60, bounds.lead());
        assertEquals(CanFlip.NO, bounds.canFlip());
        assertNull(bounds.turnoutNeeded());
        assertTrue(bounds.conclusion().es().contains("otra persona"));
    }

    @Test
    void equalsStandInTheOrderOfTheDefinition() {
        Bounds bounds = bounds(SmallElection.of("C", "B", "A").oneSide(100, 5, 7, 7));
        assertEquals(B, bounds.leader());
        assertEquals(A, bounds.runnerUp());
        assertEquals(0, bounds.lead());
        assertEquals(0, Objects.requireNonNull(bounds.missingRegisteredAtMost()));
        assertEquals(CanFlip.YES, bounds.canFlip());
    }

    @Test
    void eachStateIsKnownByItsGrade() {
        for (StationState state : StationState.values()) {
            SmallElection election = SmallElection.of("A", "B").station(state, 50, 10, 5);
            assertEquals(state.isKnown() ? 0L : 50L, bounds(election).missingRegisteredAtMost(), state.key());
            assertEquals(
                    state.isKnownStrictly() ? 0L : 50L,
                    Bounds.of(election, Grade.STRICT).missingRegisteredAtMost(),
                    state.key());
        }
    }

    @Test
    void theFewestStationsAreTheLargest() {
        Bounds bounds = bounds(SmallElection.of("A", "B")
                .oneSide(500, 300, 100)
                .missing(10)
                .missing(150)
                .missing(60)
                .missing(40));
        assertEquals(2, bounds.fewestStations());
        assertEquals(0, bounds(SmallElection.of("A", "B").missing(10)).fewestStations());
    }

    @Test
    void theFirstTableOfVenezuela() {
        Bounds bounds = bounds(Shared.firstTable());
        assertEquals(3_576_566L, bounds.missingRegisteredAtMost());
        assertEquals(7_156_462L - 3_241_461L, bounds.lead());
        assertEquals(CanFlip.NO, bounds.canFlip());
        assertEquals(new CandidateId("NM"), bounds.runnerUp());
    }

    @Test
    void bothTablesOfVenezuela() {
        KnownVotes both = Shared.bothTables();
        Bounds bounds = bounds(both);
        assertEquals(25_075, bounds.knownStations());
        assertEquals(4_951, bounds.unknownStations());
        assertEquals(3_347_487L, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.NO, bounds.canFlip());
        assertEquals(
                List.of(4_951L, 21_321_805L, 17_745_239L, 229_079L, 3_347_487L, 7_304_224L, 3_316_258L, 3_987_966L),
                values(bounds));
        assertTrue(
                bounds.conclusion().es().contains("3.347.487 electores"),
                bounds.conclusion().es());

        Bounds strict = Bounds.of(both, Grade.STRICT);
        assertNull(strict.leader());
        assertEquals(21_321_805L, strict.missingRegisteredAtMost());
        assertEquals(CanFlip.YES, strict.canFlip());
    }

    @Test
    void theSecondTableOfVenezuelaAloneHasNoRegisters() {
        Bounds bounds = bounds(Shared.secondTable());
        assertEquals(10_433_330L, bounds.missingRegisteredAtMost());
        assertEquals(CanFlip.YES, bounds.canFlip());
        assertNotNull(bounds.turnoutNeeded());
    }

    /** Fills every unknown station in every way and sees whether the runner-up can draw level. */
    @Test
    void theBoundIsExactInSmallElections() {
        for (int lead = 0; lead <= 6; lead++) {
            for (int first = 0; first <= 3; first++) {
                for (int second = 0; second <= 3; second++) {
                    SmallElection election = SmallElection.of("A", "B", "C")
                            .oneSide(20, 4 + lead, 4, 4)
                            .missing(first)
                            .missing(second);
                    Bounds bounds = bounds(election);
                    assertEquals(
                            canDrawLevel(lead, first, second) ? CanFlip.YES : CanFlip.NO,
                            bounds.canFlip(),
                            lead + " " + first + " " + second);
                }
            }
        }
    }

    private static boolean canDrawLevel(int lead, int first, int second) {
        for (int a = 0; a <= first + second; a++) {
            for (int b = 0; a + b <= first + second; b++) {
                if (4 + lead + a <= 4 + b) {
                    return true;
                }
            }
        }
        return false;
    }
}
