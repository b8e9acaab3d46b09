package org.cotejo.reconcile;

import static org.cotejo.dossier.ElectionInBytes.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One small election for each way to each of the eight states and to each standing of a copy: DESIGN section 6 as a table. */
class StationStateTest {
    private static final String EARLY = "2024-07-29T00:00:00Z";
    private static final String LATE = "2024-08-02T00:00:00Z";

    record Case(String name, StationState state, ElectionInBytes election, List<Standing> standings) {}

    static Case expect(String name, StationState state, ElectionInBytes election, Standing... standings) {
        return new Case(name, state, election, List.of(standings));
    }

    static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne", "army")
                .side("opposition", "party", "union")
                .side("observers", "carter")
                .announcer("cne");
    }

    static ElectionInBytes announced(String row) {
        return election().announced("cne", "A B null blank", row);
    }

    @TestFactory
    Stream<DynamicTest> eachCaseHasItsState() {
        return cases().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Case each) {
        Reconciliation result = Reconciler.reconcile(each.election().dossier());
        ContestResult contest = result.contests().getFirst();
        assertEquals(each.state(), contest.state(0));
        assertEquals(
                1,
                contest.counts().values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                each.standings().stream().sorted().toList(),
                result.station(0, 0).copies().stream()
                        .map(CopyView::standing)
                        .sorted()
                        .toList());
        boolean isSeen = each.standings().stream()
                .anyMatch(standing -> standing == Standing.COUNTS || standing == Standing.ANNOUNCERS_OWN);
        assertEquals(isSeen, contest.hasCountableCopy(0));
    }

    private static Stream<Case> cases() {
        return Stream.of(
                        withAnnouncedResult(),
                        withoutAnnouncedResult(),
                        conflicts(),
                        versions(),
                        notCountable(),
                        SheetCases.all(),
                        zeros())
                .flatMap(s -> s);
    }

    private static Stream<Case> withAnnouncedResult() {
        return Stream.of(
                expect(
                        "a copy of another side equals the announced result",
                        StationState.CONFIRMED,
                        announced("S1: 1 2 3 4").copies("party", "A B null blank", "S1: 1 2 3 4"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "a figure that only one of them carries does not count",
                        StationState.CONFIRMED,
                        announced("S1: 1 2 3 4").copies("party", "A B voters", "S1: 1 2 77"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "a copy differs in a candidate",
                        StationState.CONTRADICTED,
                        announced("S1: 1 2 3 4").copies("party", "A B", "S1: 1 3"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "a copy differs in null votes only",
                        StationState.CONTRADICTED,
                        announced("S1: 1 2 3 4").copies("party", "A B null", "S1: 1 2 0"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "a copy differs in stated valid votes, registered or voters only",
                        StationState.CONFIRMED,
                        election()
                                .announced("cne", "A valid registered voters", "S1: 1 3 400 3")
                                .copies("party", "A valid registered voters", "S1: 1 4 500 5"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "nobody but the announcer",
                        StationState.ANNOUNCED_ONLY,
                        announced("S1: 1 2 3 4"),
                        Standing.ANNOUNCED),
                expect(
                        "the announcer's own copies confirm nothing",
                        StationState.ANNOUNCED_ONLY,
                        announced("S1: 1 2 3 4").copies("cne", "A B", "S1: 1 2").copies("army", "A B", "S1: 1 2"),
                        Standing.ANNOUNCED,
                        Standing.ANNOUNCERS_OWN,
                        Standing.ANNOUNCERS_OWN),
                expect(
                        "nor do they contradict or conflict",
                        StationState.CONFIRMED,
                        announced("S1: 1 2 3 4")
                                .copies("army", "A B", "S1: 7 7")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.ANNOUNCED,
                        Standing.ANNOUNCERS_OWN,
                        Standing.COUNTS),
                expect(
                        "three sides against the announcer contradict it as one does",
                        StationState.CONTRADICTED,
                        announced("S1: 1 2 3 4")
                                .copies("party", "A B", "S1: 2 1")
                                .copies("union", "A B", "S1: 2 1")
                                .copies("carter", "A B", "S1: 2 1"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS,
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "another announcer's row is shown and decides nothing",
                        StationState.ONE_SIDE,
                        election().announced("carter", "A B", "S1: 9 9").copies("party", "A B", "S1: 1 2"),
                        Standing.OTHER_ANNOUNCER,
                        Standing.COUNTS),
                expect(
                        "an announced figure that can't be read is no announced result",
                        StationState.ONE_SIDE,
                        announced("S1: 1 2 ? 4").copies("party", "A B", "S1: 1 2"),
                        Standing.INCOMPLETE,
                        Standing.COUNTS),
                expect(
                        "only copies that do not count beside the announced result",
                        StationState.ANNOUNCED_ONLY,
                        announced("S1: 1 2 3 4").copies("party", "A B", "S1: 1 -"),
                        Standing.ANNOUNCED,
                        Standing.INCOMPLETE));
    }

    private static Stream<Case> withoutAnnouncedResult() {
        return Stream.of(
                expect(
                        "copies of two sides agree",
                        StationState.AGREED,
                        election().copies("party", "A B", "S1: 1 2").copies("carter", "A B null", "S1: 1 2 3"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "where nothing is announced the authority's copy is one side's",
                        StationState.AGREED,
                        election().copies("party", "A B", "S1: 1 2").copies("cne", "A B", "S1: 1 2"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "one copy",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B", "S1: 1 2"),
                        Standing.COUNTS),
                expect(
                        "two copies of one side weigh one",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B", "S1: 1 2").copies("union", "A B", "S1: 1 2"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "a station that is only in the register",
                        StationState.MISSING,
                        election().register("cne", "S1=500")),
                expect(
                        "a row of another announcer is no copy",
                        StationState.MISSING,
                        election().announced("carter", "A B", "S1: 1 2"),
                        Standing.OTHER_ANNOUNCER));
    }

    private static Stream<Case> conflicts() {
        return Stream.of(
                expect(
                        "copies of two sides differ",
                        StationState.CONFLICTING,
                        election().copies("party", "A B", "S1: 1 2").copies("carter", "A B", "S1: 1 3"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "copies of one side differ",
                        StationState.CONFLICTING,
                        election().copies("party", "A B", "S1: 1 2").copies("union", "A B", "S1: 1 3"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "the announced result does not settle it",
                        StationState.CONFLICTING,
                        announced("S1: 1 2 3 4")
                                .copies("party", "A B", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 3"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "two against one decide nothing",
                        StationState.CONFLICTING,
                        election()
                                .copies("party", "A B", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 2")
                                .copies("army", "A B", "S1: 1 3"),
                        Standing.COUNTS,
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "copies that share no figure with each other differ by a third",
                        StationState.CONFLICTING,
                        election()
                                .copies("party", "A", "S1: 1")
                                .copies("carter", "A B", "S1: 1 2")
                                .copies("army", "B", "S1: 3"),
                        Standing.COUNTS,
                        Standing.COUNTS,
                        Standing.COUNTS));
    }

    private static Stream<Case> versions() {
        return Stream.of(
                expect(
                        "the later delivery of a custodian replaces the earlier",
                        StationState.AGREED,
                        election()
                                .copies("party", "A B", "S1: 9 9")
                                .copies("carter", "A B", "S1: 1 2")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.OLDER_VERSION,
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "one that was published earlier does not, though it comes later",
                        StationState.AGREED,
                        election()
                                .copies(given("party").published(LATE), "A B", "S1: 1 2")
                                .copies(given("party").published(EARLY), "A B", "S1: 9 9")
                                .copies("carter", "A B", "S1: 1 2"),
                        Standing.COUNTS,
                        Standing.OLDER_VERSION,
                        Standing.COUNTS),
                expect(
                        "published at the same time the later entry counts",
                        StationState.AGREED,
                        election()
                                .copies(given("party").published(LATE), "A B", "S1: 9 9")
                                .copies(given("party").published(LATE), "A B", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 2"),
                        Standing.OLDER_VERSION,
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "a newest version that can't be read leaves the custodian without a copy",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B", "S1: 1 2").copies("party", "A B", "S1: 1 ?"),
                        Standing.OLDER_VERSION,
                        Standing.INCOMPLETE),
                expect(
                        "an unlawful delivery replaces nothing",
                        StationState.ONE_SIDE,
                        election()
                                .copies("party", "A B", "S1: 1 2")
                                .copies(given("party").provenance(Provenance.UNLAWFUL), "A B", "S1: 9 9"),
                        Standing.COUNTS,
                        Standing.PROVENANCE),
                expect(
                        "nor does an opening report",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B", "S1: 1 2").copies("party", "A B", "S1 opening: 0 0"),
                        Standing.COUNTS,
                        Standing.OPENING_REPORT),
                expect(
                        "a station that is gone from the newest file still counts",
                        StationState.ONE_SIDE,
                        election()
                                .copies("party", "A B", "S1: 1 2")
                                .register("cne", "S1")
                                .copies("party", "A B", "S2: 1 2"),
                        Standing.COUNTS),
                expect(
                        "the announcer announces anew",
                        StationState.CONFIRMED,
                        announced("S1: 9 9 9 9")
                                .announced("cne", "A B", "S1: 1 2")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.OLDER_VERSION,
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "copies and announced results of one body are not versions of each other",
                        StationState.AGREED,
                        election()
                                .copies("carter", "A B", "S1: 1 2")
                                .announced("carter", "A B", "S1: 9 9")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.COUNTS,
                        Standing.OTHER_ANNOUNCER,
                        Standing.COUNTS),
                expect(
                        "a sheet that was legally corrected does not count",
                        StationState.ONE_SIDE,
                        election()
                                .copies("party", "A B", "S1: 9 9")
                                .copies("carter", "A B", "S1: 1 2")
                                .entry(corrected()),
                        Standing.CORRECTED,
                        Standing.COUNTS));
    }

    private static Entry corrected() {
        return new Entry.CorrectionMade(new Correction(
                new StationCode("S1"),
                new SourceId(new CustodianId("party"), 1),
                new SourceId(new CustodianId("carter"), 1),
                Correction.Reason.RECOUNT));
    }

    private static Stream<Case> notCountable() {
        return Stream.of(
                expect(
                        "a blank figure",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B null", "S1: 1 2 -"),
                        Standing.INCOMPLETE),
                expect(
                        "an illegible figure",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B valid", "S1: 1 2 ?"),
                        Standing.INCOMPLETE),
                expect(
                        "no figure of a candidate",
                        StationState.SET_ASIDE,
                        election().copies("party", "null", "S1: 1"),
                        Standing.INCOMPLETE),
                expect(
                        "a register or a count of papers that can't be read is no missing vote",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B registered voters ballots", "S1: 1 2 ? - ?"),
                        Standing.COUNTS),
                expect(
                        "got against the law",
                        StationState.SET_ASIDE,
                        election().copies(given("party").provenance(Provenance.UNLAWFUL), "A B", "S1: 1 2"),
                        Standing.PROVENANCE),
                expect(
                        "from nobody knows where",
                        StationState.SET_ASIDE,
                        election().copies(given("party").provenance(Provenance.UNKNOWN), "A B", "S1: 1 2"),
                        Standing.PROVENANCE),
                expect(
                        "annulled",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B", "S1: 1 2").decided(Decision.Kind.ANNULLED, "S1"),
                        Standing.ANNULLED),
                expect(
                        "quarantined, before the copy came in",
                        StationState.SET_ASIDE,
                        election()
                                .register("cne", "S1")
                                .decided(Decision.Kind.QUARANTINED, "S1")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.QUARANTINED),
                expect(
                        "annulled and released",
                        StationState.ONE_SIDE,
                        election()
                                .copies("party", "A B", "S1: 1 2")
                                .decided(Decision.Kind.ANNULLED, "S1")
                                .decided(Decision.Kind.RELEASED, "S1"),
                        Standing.COUNTS),
                expect(
                        "annulled in another contest",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B", "S1: 1 2").decidedIn("mayor", Decision.Kind.ANNULLED, "S1"),
                        Standing.COUNTS),
                expect(
                        "annulled, with an announced result",
                        StationState.ANNOUNCED_ONLY,
                        announced("S1: 1 2 3 4")
                                .copies("party", "A B", "S1: 9 9")
                                .decidedIn("president", Decision.Kind.ANNULLED, "S1"),
                        Standing.ANNOUNCED,
                        Standing.ANNULLED));
    }

    private static Stream<Case> zeros() {
        return Stream.of(
                expect(
                        "an opening report",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B", "S1 opening: 1 2"),
                        Standing.OPENING_REPORT),
                expect(
                        "all zeros are an opening report, whatever the register is",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B valid registered", "S1: 0 0 0 500"),
                        Standing.OPENING_REPORT),
                expect(
                        "one vote is none",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B null", "S1: 0 0 1"),
                        Standing.COUNTS),
                expect(
                        "two sides with zeros: nobody voted",
                        StationState.AGREED,
                        election().copies("party", "A B", "S1: 0 0").copies("carter", "A B", "S1: 0 0"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "two of one side with zeros are not enough",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B", "S1: 0 0").copies("union", "A B", "S1: 0 0"),
                        Standing.OPENING_REPORT,
                        Standing.OPENING_REPORT),
                expect(
                        "the announced result is zero too",
                        StationState.CONFIRMED,
                        announced("S1: 0 0 0 0").copies("party", "A B", "S1: 0 0"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "the announced result is zero and the copy is not",
                        StationState.CONTRADICTED,
                        announced("S1: 0 0 0 0").copies("party", "A B", "S1: 1 2"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS),
                expect(
                        "an unlawful zero of another side proves nothing",
                        StationState.SET_ASIDE,
                        election()
                                .copies("party", "A B", "S1: 0 0")
                                .copies(given("carter").provenance(Provenance.UNKNOWN), "A B", "S1: 0 0"),
                        Standing.OPENING_REPORT,
                        Standing.PROVENANCE),
                expect(
                        "zeros beside a count of another side do not conflict with it",
                        StationState.ONE_SIDE,
                        election().copies("party", "A B", "S1: 0 0").copies("carter", "A B", "S1: 1 2"),
                        Standing.OPENING_REPORT,
                        Standing.COUNTS));
    }

    @Test
    void theTableMeetsEveryStateAndEveryStanding() {
        assertEquals(Set.of(StationState.values()), cases().map(Case::state).collect(Collectors.toSet()));
        assertEquals(
                Set.of(Standing.values()),
                cases().flatMap(each -> each.standings().stream()).collect(Collectors.toSet()));
    }

    @Test
    void aStateSaysWhatItIsInTwoLanguagesAndInJson() {
        for (StationState state : StationState.values()) {
            assertFalse(state.sentence().en().equals(state.sentence().es()), state::key);
            assertTrue(state.key().matches("[a-z_]+"), state::key);
        }
        assertEquals(
                List.of(StationState.CONFIRMED, StationState.CONTRADICTED, StationState.AGREED, StationState.ONE_SIDE),
                Stream.of(StationState.values()).filter(StationState::isKnown).toList());
        assertEquals(
                List.of(StationState.CONFIRMED, StationState.AGREED),
                Stream.of(StationState.values())
                        .filter(StationState::isKnownStrictly)
                        .toList());
        for (Standing standing : Standing.values()) {
            assertFalse(standing.sentence().en().equals(standing.sentence().es()), standing::name);
        }
    }
}
