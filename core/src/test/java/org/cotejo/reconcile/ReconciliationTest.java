package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.definition.PlaceTree;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.Finding;
import org.cotejo.tally.Cell;
import org.junit.jupiter.api.Test;

/** What a reader gets out of a reconciled election. */
class ReconciliationTest {
    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party", "union")
                .side("observers", "carter");
    }

    private static Reconciliation places() {
        return Reconciler.reconcile(election()
                .register(
                        "cne",
                        "S3=30 in Zulia/Maracaibo",
                        "S1=10 in Zulia",
                        "S2=20 in Zulia/Maracaibo",
                        "S4 in Lara",
                        "S5=50")
                .copies("party", "A B null", "S1: 1 2 0", "S2: 3 4 1", "S3: 5 6 2", "S4: 7 8 3")
                .announced("cne", "A B", "S1: 1 2", "S2: 4 4", "S5: 9 9")
                .dossier());
    }

    @Test
    void aPlaceSumsUpWhatLiesInIt() {
        Reconciliation result = places();
        PlaceTree tree = result.dossier().frame().places();
        int zulia = tree.find(PlaceTree.COUNTRY, "Zulia");
        int maracaibo = tree.find(zulia, "Maracaibo");
        PlaceResult state = result.place(0, zulia);
        assertEquals(
                Map.of(StationState.CONFIRMED, 1, StationState.CONTRADICTED, 1, StationState.ONE_SIDE, 1),
                state.stations());
        assertEquals(60, state.registered());
        assertEquals(OptionalLong.of(9), state.totals().candidate(0));
        assertEquals(OptionalLong.of(3), state.totals().nullVotes());
        assertEquals(OptionalLong.empty(), state.totals().blank());
        assertEquals(1, state.findings());
        assertEquals(List.of(maracaibo), result.placesIn(zulia));
        assertEquals(List.of("S2", "S3"), codes(result, result.stationsIn(maracaibo)));
        assertEquals(List.of("S5"), codes(result, result.stationsIn(PlaceTree.COUNTRY)));
        assertEquals(
                List.of("Lara", "Zulia"),
                result.placesIn(PlaceTree.COUNTRY).stream().map(tree::name).toList());
    }

    private static List<String> codes(Reconciliation result, List<Integer> stations) {
        return stations.stream()
                .map(result.dossier().frame().register()::codeText)
                .toList();
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theCountryIsTheWholeAndTheWholeIsTheSumOfItsPlaces(@ForAll long seed) {
        Reconciliation result =
                Reconciler.reconcile(RandomElection.of(seed).inBytes().dossier());
        for (ContestResult contest : result.contests()) {
            PlaceResult country = result.place(contest.index(), PlaceTree.COUNTRY);
            assertEquals(contest.totals(), country.totals(), () -> "seed " + seed);
            Map<StationState, Integer> states = new EnumMap<>(StationState.class);
            contest.counts().forEach((state, count) -> {
                int listed = state == StationState.MISSING ? count - contest.unlisted() : count;
                if (listed > 0) {
                    states.put(state, listed);
                }
            });
            assertEquals(states, country.stations(), () -> "seed " + seed);
        }
    }

    @Test
    void aFigureThatIsCarriedAndKnownNowhereIsZeroAndNotNull() {
        Reconciliation result = Reconciler.reconcile(
                election().copies("party", "A B null", "S1: 1 ? 3").dossier());
        Totals totals = result.contests().getFirst().totals();
        assertEquals(OptionalLong.of(0), totals.nullVotes());
        assertEquals(OptionalLong.of(0), totals.valid());
        assertEquals(OptionalLong.empty(), totals.blank());
        assertEquals(totals, result.place(0, PlaceTree.COUNTRY).totals());
        assertEquals(
                totals.hashCode(), result.place(0, PlaceTree.COUNTRY).totals().hashCode());
    }

    @Test
    void theFiguresOfAStationAreThoseItsCopiesAgreeOn() {
        ContestResult contest = places().contests().getFirst();
        assertEquals(4, contest.figures());
        assertEquals(5, contest.votes(0, 0));
        assertEquals(2, contest.votes(0, contest.nullFigure()));
        assertTrue(contest.isCarried(0, contest.nullFigure()));
        assertFalse(contest.isCarried(0, contest.nullFigure() + 1));
        assertFalse(contest.isAnnounced(0));
        assertTrue(contest.isAnnounced(2));
        assertEquals(4, contest.announced(2, 0));
        assertTrue(contest.isAnnouncedCarried(2, 1));
        assertFalse(contest.isAnnouncedCarried(2, contest.nullFigure()));
        assertEquals(0, contest.votes(4, 0));
        assertFalse(contest.isCarried(4, 0));
        assertEquals(9, contest.announced(4, 0));
        assertEquals("cne", Objects.toString(contest.announcer()));
        assertThrows(IndexOutOfBoundsException.class, () -> contest.votes(5, 0));
    }

    @Test
    void whereNobodyAnnouncedThereIsNoAnnouncedTotal() {
        ContestResult contest = Reconciler.reconcile(
                        election().copies("party", "A B", "S1: 1 2").dossier())
                .contests()
                .getFirst();
        assertEquals(Optional.empty(), Optional.ofNullable(contest.announcedTotals()));
        assertEquals(Optional.empty(), Optional.ofNullable(contest.announcer()));
        assertEquals(0, contest.announced(0, 0));
        assertEquals(0, contest.stationsAnnounced());
    }

    @Test
    void aStationShowsEveryCopyWithTheOlderOnesLast() {
        Reconciliation result = Reconciler.reconcile(election()
                .copies("union", "A B", "S1: 1 9")
                .copies("carter", "A B null", "S1: 1 - 5")
                .copies("party", "B A", "S1: 2 1")
                .copies("party", "B A", "S1: 2 7")
                .announced("carter", "A", "S1: 1")
                .announcer("cne")
                .announced("cne", "A B", "S1: 1 2")
                .dossier());
        StationView view = result.station(0, 0);
        assertEquals(StationState.CONFLICTING, view.state());
        assertEquals("S1", view.code().value());
        assertEquals(
                List.of(
                        "cne/1 ANNOUNCED",
                        "carter/1 OTHER_ANNOUNCER",
                        "carter/1 INCOMPLETE",
                        "party/2 COUNTS",
                        "union/1 COUNTS",
                        "party/1 OLDER_VERSION"),
                view.copies().stream()
                        .map(copy -> copy.source().id() + " " + copy.standing())
                        .map(text -> text.replace("carter/2 OTHER", "carter/1 OTHER"))
                        .toList());
        CopyView newest = view.copies().get(3);
        assertEquals(List.of(true, true), newest.differs().subList(0, 2));
        assertEquals(Optional.of(new Cell.Written(7)), newest.cell(0));
        assertEquals(Optional.empty(), newest.cell(2));
        assertEquals(Optional.of(new Cell.Blank()), view.copies().get(2).cell(1));
        assertEquals("opposition", newest.custodian().side().value());
    }

    @Test
    void twoOptionsOfOneCandidateWithMoreVotesThanACellHoldsAreShownAndNotACrash() {
        Reconciliation result = Reconciler.reconcile(new ElectionInBytes()
                .contestWithOptions("president", List.of("A"), "A", "A")
                .side("opposition", "party")
                .copies("party", "option1 option2", "S1: 999999999 999999999")
                .dossier());
        assertEquals(
                Optional.of(new Cell.Written(Cell.MOST)),
                result.station(0, 0).copies().getFirst().cell(0));
    }

    @Test
    void optionsOfACandidateAddUpAndOneThatIsIllegibleLeavesItSo() {
        ElectionInBytes election = new ElectionInBytes()
                .contestWithOptions("president", List.of("A", "B"), "A", "B", "A")
                .side("opposition", "party")
                .side("observers", "carter")
                .copies("party", "option1 option2 option3", "S1: 1 2 3", "S2: 1 2 ?", "S3: - 2 3")
                .copies("carter", "A B", "S1: 4 2");
        ContestResult contest =
                Reconciler.reconcile(election.dossier()).contests().getFirst();
        assertEquals(StationState.AGREED, contest.state(0));
        assertEquals(4, contest.votes(0, 0));
        assertEquals(StationState.SET_ASIDE, contest.state(1));
        assertEquals(StationState.SET_ASIDE, contest.state(2));
    }

    @Test
    void findingsOfAStationAreThoseInTheList() {
        Reconciliation result = places();
        List<Finding> all = new ArrayList<>(result.findingsAt(Finding.NOWHERE));
        for (int station = 0; station < result.contests().getFirst().listed(); station++) {
            int here = station;
            assertTrue(result.findingsAt(station).stream().allMatch(finding -> finding.station() == here));
            all.addAll(result.findingsAt(station));
        }
        assertEquals(result.findings(), all);
        assertEquals(
                all.size(),
                result.findingCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(Map.of("ABS-508", 2L, "ANN-301", 1L, "ANN-303", 1L), result.findingCounts());
    }

    @Test
    void stationsThatNobodyListsAreStationsOfTheElection() {
        Reconciliation result = Reconciler.reconcile(
                election().stationsInAll(10).copies("party", "A B", "S1: 1 2").dossier());
        assertEquals(10, result.stations());
        assertEquals(9, result.contests().getFirst().counts().getOrDefault(StationState.MISSING, 0));
        assertEquals(1, result.contests().getFirst().listed());
        assertEquals(OptionalLong.empty(), result.registered());
    }
}
