package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.FindingCode;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Denial;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.Finding;
import org.cotejo.tally.TallyRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every code of a finding, by its example. */
class FindingCodesTest {
    private static List<FindingCode> codes() {
        List<FindingCode> codes = new ArrayList<>(List.of(ReconcileFinding.values()));
        codes.addAll(List.of(DossierFinding.values()));
        codes.addAll(List.of(TallyRule.values()));
        return codes;
    }

    @Test
    void everyCodeHasAnExample() {
        Set<String> without = codes().stream().map(FindingCode::code).collect(Collectors.toCollection(TreeSet::new));
        FindingExamples.all().forEach(example -> without.remove(example.code().code()));
        assertEquals(Set.of(), without);
    }

    @Test
    void codesAreUnique() {
        assertEquals(
                codes().size(),
                codes().stream().map(FindingCode::code).distinct().count());
    }

    @TestFactory
    Stream<DynamicTest> anExampleShowsItsCodeAndItsNeighbourDoesNot() {
        return FindingExamples.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.code().toString(), () -> check(example)));
    }

    private static void check(FindingExamples.Example example) {
        List<Finding> shown = found(example.shows(), example.code());
        assertFalse(shown.isEmpty(), "the example does not show it");
        Set<List<String>> values = shown.stream().map(Finding::values).collect(Collectors.toSet());
        assertEquals(Set.of(example.values()), values);
        assertEquals(List.of(), found(example.doesNot(), example.code()));
        for (String language : new String[] {"en", "es"}) {
            String sentence = shown.getFirst().sentence().in(language);
            assertFalse(sentence.matches(".*\\{[0-9]\\}.*"), sentence);
            assertFalse(example.code().innocent().in(language).isBlank());
            assertTrue(example.values().stream().allMatch(sentence::contains), sentence);
        }
    }

    private static List<Finding> found(ElectionInBytes election, FindingCode code) {
        return Reconciler.reconcile(election.dossier()).findings().stream()
                .filter(finding -> finding.kind().equals(code))
                .toList();
    }

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party")
                .side("observers", "carter")
                .announcer("cne");
    }

    @Test
    void anHonestElectionHasNoFindings() {
        Reconciliation result = Reconciler.reconcile(election()
                .register("cne", "S1=500 in Zulia", "S2=400 in Lara")
                .copies("party", "A B null registered", "S1: 100 200 3 500", "S2: 10 20 0 400")
                .copies("carter", "A B null", "S1: 100 200 3", "S2: 10 20 0")
                .announced("cne", "A B null valid", "S1: 100 200 3 300", "S2: 10 20 0 30")
                .dossier());
        assertEquals(List.of(), result.findings());
    }

    @Test
    void aStationWithADenialAndOnlyAnotherAnnouncersRowIsNotSaidToHaveNoReasonOnRecord() {
        ElectionInBytes election = election().announced("carter", "A B", "S1: 1 2");
        assertEquals(1, found(election, ReconcileFinding.MISSING).size());
        election.denied("S1", Denial.Kind.COPY_REFUSED, "party");
        assertEquals(List.of(), found(election, ReconcileFinding.MISSING));
    }

    @Test
    void anOpeningReportThatIsLeftOutOfTheNewestFileIsNotSaidToCount() {
        ElectionInBytes election =
                election().copies("party", "A B", "S1 opening: 0 0", "S2: 1 2").copies("party", "A B", "S2: 1 2");
        assertEquals(List.of(), found(election, ReconcileFinding.VANISHED));
    }

    @Test
    void aResultThatABodyAnnouncedIsNotItsCopy() {
        ElectionInBytes election = election().announced("carter", "A B", "S1: 1 2");
        election.entry(new org.cotejo.entry.Entry.RosterPlanned(new org.cotejo.custody.RosterPlace(
                new org.cotejo.definition.StationCode("S1"), new org.cotejo.definition.CustodianId("carter"), true)));
        assertEquals(1, found(election, ReconcileFinding.PLANNED_NO_COPY).size());
        election.copies("carter", "A B", "S1: 1 2");
        assertEquals(List.of(), found(election, ReconcileFinding.PLANNED_NO_COPY));
    }

    @Test
    void twoCopiesWithDifferentMistakesInTheirSumsShowBoth() {
        ElectionInBytes election = election()
                .copies("party", "A B valid", "S1: 1 2 4")
                .copies("carter", "A B valid", "S1: 1 3 5")
                .copies("cne", "A B valid", "S1: 1 2 4");
        assertEquals(
                List.of(List.of("3", "4"), List.of("4", "5")),
                found(election, TallyRule.VALID_IS_SUM).stream()
                        .map(Finding::values)
                        .toList());
    }

    @Test
    void aRegisterThatALaterFileStatesAnewIsShown() {
        ElectionInBytes election = election().register("cne", "S1=500", "S2").register("cne", "S1=700", "S2=300");
        Reconciliation result = Reconciler.reconcile(election.dossier());
        assertEquals(
                List.of(List.of("500", "700")),
                found(election, ReconcileFinding.OTHER_REGISTER).stream()
                        .map(Finding::values)
                        .toList());
        assertEquals(800, result.registered().orElseThrow());
    }

    @Test
    void aRegisterThatReplacesAFrozenOneOfMoreStationsIsFoundAndDoesNotCrash() {
        ElectionInBytes election = election().copies("party", "A B", "S1: 1 2", "S2: 1 2", "S3: 1 2");
        election.entry(new org.cotejo.entry.Entry.DefinitionFrozen(org.cotejo.dossier.DefinitionHash.of(
                org.cotejo.dossier.Frame.of(election.blocks()), election.definition())));
        election.register("cne", "S1=500");
        assertEquals(1, found(election, DossierFinding.FROZEN_HASH).size());
    }

    @Test
    void theAnnouncerOfRecordIsNobodyWhoDeliveredWhatMayNotCount() {
        ElectionInBytes election = new ElectionInBytes()
                .contest("president", "A")
                .side("authority", "cne")
                .side("press", "leak")
                .announced(
                        ElectionInBytes.given("leak").provenance(org.cotejo.custody.Provenance.UNKNOWN), "A", "S1: 9")
                .announced("cne", "A", "S1: 1");
        ContestResult contest =
                Reconciler.reconcile(election.dossier()).contests().getFirst();
        assertEquals("cne", String.valueOf(contest.announcer()));
        assertEquals(StationState.ANNOUNCED_ONLY, contest.state(0));
    }

    @Test
    void aDecisionAboutAnotherContestIsNotNamedAsTheReason() {
        ElectionInBytes election = election()
                .contest("mayor", "X")
                .copies("party", "A B", "S1: 1 2")
                .decidedIn("president", Decision.Kind.ANNULLED, "S1")
                .decidedIn("mayor", Decision.Kind.QUARANTINED, "S1");
        assertEquals(
                List.of(List.of("decision-1")),
                found(election, ReconcileFinding.BY_DECISION).stream()
                        .map(Finding::values)
                        .toList());
    }
}
