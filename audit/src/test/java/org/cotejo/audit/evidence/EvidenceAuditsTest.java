package org.cotejo.audit.evidence;

import static org.cotejo.audit.evidence.PaperEvidence.CNE;
import static org.cotejo.audit.evidence.PaperEvidence.COALITION;
import static org.cotejo.audit.evidence.PaperEvidence.OBSERVERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.BoxAudits;
import org.cotejo.audit.copies.ForgerBound;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.StationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Audits of the evidence from their entries: what is not produced counts as false, and every broken rule is named. */
class EvidenceAuditsTest {
    private static final List<EvidenceAsk> TWO = List.of(COALITION, OBSERVERS);

    private static List<String> codes(EvidenceReport report) {
        return report.faults().stream().map(found -> found.fault().code()).toList();
    }

    private static void assertVoid(String code, PaperEvidence paper) {
        EvidenceReport report = paper.report();
        assertEquals(EvidenceVerdict.VOID, report.verdict(), report.faults()::toString);
        assertTrue(codes(report).contains(code), report.faults()::toString);
        assertTrue(report.isVoid());
    }

    private static PaperEvidence ready(int sides, int stage) {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        return paper.drawn(paper.makePlan(sides, TWO, List.of(stage)));
    }

    @Test
    void theFewestFalseSheetsFollowFromWhatEachCanHold() {
        EvidenceClaim.Sheets claim = new PaperEvidence(210, 200, true).sheets();
        long lead = claim.lead();
        long mean = lead / 200;
        assertTrue(mean > 120 && mean < 140, () -> "a lead of " + mean + " a sheet");
        // Each false sheet can have moved its own lead and besides all that fits into its box, so somewhat more than a
        // fifth must be false.
        int fewest = Objects.requireNonNull(claim.fewest());
        assertTrue(fewest > 200 / 6 && fewest < 200 / 4, () -> fewest + " of 200");
        assertEquals(10 * 500L, claim.outside());
        int outside = Objects.requireNonNull(claim.fewestOutside());
        assertTrue(outside < fewest && outside > 0, () -> outside + " with the missing stations");
        assertEquals(200, claim.size());
        assertEquals(PaperEvidence.ANA, claim.winner());
    }

    @Test
    void agreeingPapersExcludeAForgerAtThePlannedSize() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        EvidenceClaim.Sheets claim = paper.sheets();
        int size = EvidencePlanner.size(claim, new BigDecimal("0.95"), 0).orElseThrow();
        int target = Objects.requireNonNull(claim.fewestOutside());
        assertTrue(ForgerBound.of(200, size, 0, 0.95).excludes(target));
        assertFalse(ForgerBound.of(200, size - 1, 0, 0.95).excludes(target), "one station fewer would not do");
        paper.drawn(paper.makePlan(1, TWO, List.of(size)));
        assertEquals(EvidenceVerdict.NOT_YET, paper.report().verdict());
        paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION));
        EvidenceReport half = paper.report();
        assertEquals(EvidenceVerdict.NOT_YET, half.verdict(), "the observers are not on record yet");
        assertEquals(size, half.count(EvidenceOutcome.OUT));
        paper.answer(OBSERVERS, station -> PaperEvidence.same(station, OBSERVERS));
        EvidenceReport report = paper.report();
        assertEquals(EvidenceVerdict.HOLDS, report.verdict(), report.why()::en);
        assertInstanceOf(AuditState.Confirmed.class, report.state());
        assertEquals(List.of(), report.faults());
        assertEquals(
                ForgerBound.of(200, size, 0, 0.95).atMost(),
                report.best().orElseThrow().atMost());
        assertTrue(
                report.why().en().contains("with confidence 95 % no more than")
                        && report.why().en().contains("at least " + claim.fewest() + " false ones"),
                report.why()::en);
        assertFalse(report.isOpen());
        assertEquals(List.of(), report.notes());
    }

    @Test
    void noStationIsDrawnTwiceAndALongerDrawBeginsWithTheShorter() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        paper.drawn(paper.makePlan(1, TWO, List.of(10, 60)));
        List<StationCode> ten =
                paper.report().stations().stream().map(EvidenceStation::station).toList();
        List<StationCode> sixty = paper.draw(60, false, drawn -> drawn).report().stations().stream()
                .map(EvidenceStation::station)
                .toList();
        assertEquals(10, ten.size());
        assertEquals(60, sixty.stream().distinct().count());
        assertEquals(ten, sixty.subList(0, 10));
    }

    @Test
    void aPaperThatDiffersIsAMismatchAndSaysInWhichFigure() {
        PaperEvidence paper = ready(1, 40);
        StationCode odd = paper.report().stations().getFirst().station();
        StationCode nulls = paper.report().stations().get(1).station();
        paper.answer(OBSERVERS, station -> PaperEvidence.same(station, OBSERVERS));
        paper.answer(COALITION, station -> {
            int i = Integer.parseInt(station.value());
            return station.equals(odd)
                    ? PaperEvidence.swapped(station, COALITION)
                    : station.equals(nulls)
                            ? PaperEvidence.paper(station, COALITION, PaperEvidence.ana(i), PaperEvidence.bruno(i), 4)
                            : PaperEvidence.same(station, COALITION);
        });
        EvidenceReport report = paper.report();
        EvidenceStation first = report.stations().getFirst();
        assertEquals(EvidenceOutcome.DIFFERS, first.outcome());
        assertEquals(List.of("ana", "bruno"), first.differing());
        assertEquals(List.of("null"), report.stations().get(1).differing());
        assertEquals(2, report.count(EvidenceOutcome.DIFFERS));
        assertEquals(2, report.best().orElseThrow().mismatches());
        assertEquals(
                ForgerBound.of(200, 40, 2, 0.95).atMost(),
                report.best().orElseThrow().atMost());
    }

    @ParameterizedTest
    @EnumSource(
            value = EvidencePaper.State.class,
            names = {"DENIED", "MISSING", "NO_ANSWER", "SEAL_BROKEN", "ILLEGIBLE"})
    void whatIsNotProducedIsTheWorstCaseAndWhoRefusedIsNamed(EvidencePaper.State state) {
        PaperEvidence paper = ready(2, 40);
        StationCode first = paper.report().stations().getFirst().station();
        paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION));
        paper.answer(
                OBSERVERS,
                station -> station.equals(first)
                        ? PaperEvidence.not(station, OBSERVERS, state)
                        : PaperEvidence.same(station, OBSERVERS));
        EvidenceReport report = paper.report();
        assertEquals(EvidenceOutcome.NOT_PRODUCED, report.stations().getFirst().outcome(), "two sides had to agree");
        assertEquals(1, report.refusals().get(OBSERVERS.custodian()));
        assertEquals(1, report.best().orElseThrow().mismatches());
        assertEquals(39, report.count(EvidenceOutcome.AGREES));
    }

    @Test
    void whereOneSideIsEnoughARefusalIsNamedAndTheSheetAgrees() {
        PaperEvidence paper = ready(1, 40);
        paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION));
        paper.answer(OBSERVERS, station -> PaperEvidence.not(station, OBSERVERS, EvidencePaper.State.DENIED));
        EvidenceReport report = paper.report();
        assertEquals(40, report.count(EvidenceOutcome.AGREES));
        assertEquals(40, report.refusals().get(OBSERVERS.custodian()));
        assertTrue(
                report.notes().getFirst().en().contains("one side (opposition)"),
                "the side that published agrees with itself: " + report.notes());
    }

    @Test
    void aPaperWithMoreVotesThanVotersSpeaksAgainstTheSheet() {
        PaperEvidence paper = ready(1, 40);
        StationCode first = paper.report().stations().getFirst().station();
        paper.papers(List.of(PaperEvidence.not(first, COALITION, EvidencePaper.State.OVERFULL)));
        assertEquals(
                EvidenceOutcome.DIFFERS, paper.report().stations().getFirst().outcome());
    }

    @Test
    void aCorrectionCountsAndTheEarlierPaperStaysOnRecord() {
        PaperEvidence paper = ready(1, 40);
        StationCode first = paper.report().stations().getFirst().station();
        paper.papers(List.of(PaperEvidence.not(first, COALITION, EvidencePaper.State.DENIED)));
        paper.papers(List.of(PaperEvidence.same(first, COALITION)));
        EvidenceStation.Held held =
                paper.report().stations().getFirst().papers().getFirst();
        assertTrue(held.isAgreeing());
        assertEquals(2, held.versions());
    }

    @Test
    void manyDeniedPapersLeaveTheForgerInAndACheckOfAllCanStillSettleIt() {
        PaperEvidence paper = ready(1, 60);
        paper.answer(COALITION, station -> PaperEvidence.not(station, COALITION, EvidencePaper.State.DENIED));
        paper.answer(OBSERVERS, station -> PaperEvidence.not(station, OBSERVERS, EvidencePaper.State.DENIED));
        EvidenceReport denied = paper.report();
        assertEquals(EvidenceVerdict.NOT_EXCLUDED, denied.verdict(), denied.why()::en);
        assertEquals(60, denied.count(EvidenceOutcome.NOT_PRODUCED));
        assertEquals(200, denied.best().orElseThrow().atMost());
    }

    @Test
    void aCheckOfEverySheetIsExactAndRefutesWhereThePapersSaySo() {
        for (boolean isHonest : List.of(true, false)) {
            PaperEvidence paper = new PaperEvidence(40, 40, true);
            paper.drawn(paper.makePlan(1, List.of(COALITION), List.of(5))).draw(5, true, drawn -> drawn);
            assertInstanceOf(AuditState.FullCount.class, paper.report().state());
            assertEquals(40, paper.report().stations().size());
            paper.papers(IntStream.range(0, 40)
                    .mapToObj(PaperEvidence::station)
                    .map(station -> isHonest
                            ? PaperEvidence.same(station, COALITION)
                            : PaperEvidence.swapped(station, COALITION))
                    .toList());
            EvidenceReport report = paper.report();
            assertEquals(
                    isHonest ? EvidenceVerdict.HOLDS : EvidenceVerdict.REFUTED, report.verdict(), report.why()::en);
            assertEquals(isHonest ? 0 : 40, report.best().orElseThrow().atMost());
        }
    }

    @Test
    void everyStageHasItsShareOfTheRisk() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        paper.drawn(paper.makePlan(1, List.of(COALITION), List.of(20, 60)))
                .answer(COALITION, station -> PaperEvidence.same(station, COALITION))
                .draw(60, false, drawn -> drawn);
        EvidenceReport report = paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION))
                .report();
        assertEquals(2, report.limits().size());
        for (EvidenceReport.Limit limit : report.limits()) {
            assertEquals(0.975, limit.confidence(), 1e-12);
            assertEquals(ForgerBound.of(200, limit.checked(), 0, 0.975).atMost(), limit.atMost());
        }
        assertEquals(60, report.best().orElseThrow().checked());
    }

    @Test
    void withoutBoundsTheLimitIsAllThatCanBeSaid() {
        PaperEvidence paper = new PaperEvidence(210, 200, false);
        assertNull(paper.sheets().fewest());
        assertTrue(
                EvidencePlanner.size(paper.sheets(), new BigDecimal("0.95"), 0).isEmpty());
        paper.drawn(paper.makePlan(1, List.of(COALITION), List.of(50)));
        EvidenceReport report = paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION))
                .report();
        assertEquals(EvidenceVerdict.LIMIT_ONLY, report.verdict());
        assertTrue(report.why().en().contains("can't be said"), report.why()::en);
    }

    @Test
    void whereMissingStationsCouldTurnItTheSheetsHoldAndNoMore() {
        PaperEvidence paper = new PaperEvidence(400, 200, true);
        assertEquals(0, paper.sheets().fewestOutside());
        paper.drawn(paper.makePlan(1, List.of(COALITION), List.of(100)));
        EvidenceReport report = paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION))
                .report();
        assertEquals(EvidenceVerdict.SHEETS_HOLD, report.verdict(), report.why()::en);
    }

    @Test
    void withoutAPublicLogItHoldsForThosePresentAlone() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        paper.plan(paper.makePlan(1, List.of(COALITION), List.of(60))).seed(PaperEvidence.SEED);
        paper.draw(60, false, drawn -> drawn);
        EvidenceReport report = paper.answer(COALITION, station -> PaperEvidence.same(station, COALITION))
                .report();
        assertEquals(List.of("AUDIT-211"), codes(report));
        assertEquals(EvidenceVerdict.UNPUBLISHED, report.verdict());
    }

    @Test
    void aSeedBeforeThePlanWasPublicOrUsedBeforeMakesItVoid() {
        PaperEvidence early = new PaperEvidence(210, 200, true).openLog();
        assertVoid("AUDIT-209", early.plan(early.makePlan(1, TWO, List.of(40))).seed(PaperEvidence.SEED));
        PaperEvidence twice = ready(1, 40);
        twice.id = "papers-2";
        EvidencePlan plan = twice.makePlan(1, TWO, List.of(40));
        assertVoid("AUDIT-208", twice.plan(plan).publish().seed(PaperEvidence.SEED));
    }

    @Test
    void aDrawThatTheSeedDoesNotGiveOrThatIsNoStageMakesItVoid() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        paper.plan(paper.makePlan(1, TWO, List.of(40))).openLog().publish().seed(PaperEvidence.SEED);
        assertVoid("AUDIT-206", paper.draw(40, false, drawn -> {
            List<StationCode> changed = new ArrayList<>(drawn);
            Collections.swap(changed, 0, 1);
            return changed;
        }));
        PaperEvidence other = new PaperEvidence(210, 200, true);
        other.plan(other.makePlan(1, TWO, List.of(40))).openLog().publish().seed(PaperEvidence.SEED);
        assertVoid("AUDIT-202", other.draw(41, false, drawn -> drawn));
    }

    @Test
    void papersThatCanNotBeMakeItVoid() {
        PaperEvidence notDrawn = ready(1, 40);
        List<StationCode> drawn = notDrawn.report().stations().stream()
                .map(EvidenceStation::station)
                .toList();
        StationCode other = IntStream.range(0, 200)
                .mapToObj(PaperEvidence::station)
                .filter(station -> !drawn.contains(station))
                .findFirst()
                .orElseThrow();
        assertVoid("AUDIT-207", notDrawn.papers(List.of(PaperEvidence.same(other, COALITION))));
        PaperEvidence notAsked = ready(1, 40);
        assertVoid("AUDIT-207", notAsked.papers(List.of(PaperEvidence.same(drawn.getFirst(), CNE))));
        PaperEvidence above = ready(1, 40);
        assertVoid("AUDIT-207", above.papers(List.of(PaperEvidence.paper(drawn.getFirst(), COALITION, 501, 1, 0))));
    }

    @Test
    void figuresMadeUpForTheAuditAreFound() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        EvidencePlan plan = paper.makePlan(1, TWO, List.of(40));
        EvidenceClaim.Sheets claim = paper.sheets();
        List<StationResults.Row> rows = new ArrayList<>();
        for (int row = 0; row < claim.size(); row++) {
            rows.add(new StationResults.Row(claim.results().station(row), new int[] {
                claim.results().votes(row, 0) + (row == 7 ? 1 : 0),
                claim.results().votes(row, 1)
            }));
        }
        StationResults bent = StationResults.of(claim.results().candidates(), rows);
        EvidencePlan about = new EvidencePlan(
                plan.audit(),
                plan.election(),
                plan.contest(),
                plan.claim(),
                org.cotejo.crypto.Sha256.of(bent.bytes()),
                plan.manifest(),
                plan.outside(),
                plan.winner(),
                plan.losers(),
                plan.sheets(),
                plan.lead(),
                plan.fewest(),
                plan.fewestOutside(),
                plan.confidence(),
                plan.sides(),
                plan.asked(),
                plan.stages());
        paper.commit(Commitment.Kind.STATION_RESULTS, bent.bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, claim.bounds().bytes())
                .commit(Commitment.Kind.PLAN, about.bytes());
        assertVoid("AUDIT-203", paper);
    }

    @Test
    void aPlanWithANumberOfItsOwnIsVoid() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        EvidencePlan plan = paper.makePlan(1, TWO, List.of(40));
        assertVoid(
                "AUDIT-205",
                paper.plan(new EvidencePlan(
                        plan.audit(),
                        plan.election(),
                        plan.contest(),
                        plan.claim(),
                        plan.results(),
                        plan.manifest(),
                        plan.outside(),
                        plan.winner(),
                        plan.losers(),
                        plan.sheets(),
                        plan.lead(),
                        200,
                        plan.fewestOutside(),
                        plan.confidence(),
                        plan.sides(),
                        plan.asked(),
                        plan.stages())));
        PaperEvidence nobody = new PaperEvidence(210, 200, true);
        EvidenceAsk unknown =
                new EvidenceAsk(new org.cotejo.definition.CustodianId("nobody"), EvidenceAsk.Paper.ORIGINAL);
        assertVoid("AUDIT-205", nobody.plan(nobody.makePlan(1, List.of(unknown), List.of(40))));
        PaperEvidence alone = new PaperEvidence(210, 200, true);
        assertVoid("AUDIT-205", alone.plan(alone.makePlan(2, List.of(COALITION), List.of(40))));
    }

    @Test
    void boundsThatAreNotTheRegistersAreFound() {
        PaperEvidence paper = new PaperEvidence(210, 200, true);
        EvidenceClaim.Sheets claim = paper.sheets();
        BallotManifest bent = BallotManifest.of(claim.bounds().boxes().stream()
                .map(box -> new BallotManifest.Box(box.station(), 300, box.basis(), box.place()))
                .toList());
        EvidencePlan plan = paper.makePlan(1, TWO, List.of(40));
        EvidencePlan about = new EvidencePlan(
                plan.audit(),
                plan.election(),
                plan.contest(),
                plan.claim(),
                plan.results(),
                org.cotejo.crypto.Sha256.of(bent.bytes()),
                plan.outside(),
                plan.winner(),
                plan.losers(),
                plan.sheets(),
                plan.lead(),
                plan.fewest(),
                plan.fewestOutside(),
                plan.confidence(),
                plan.sides(),
                plan.asked(),
                plan.stages());
        paper.commit(Commitment.Kind.STATION_RESULTS, claim.results().bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, bent.bytes())
                .commit(Commitment.Kind.PLAN, about.bytes());
        assertVoid("AUDIT-204", paper);
    }

    @Test
    void aFileThatIsGoneLeavesItNotShownAndAnAuditOfBoxesIsNeverTakenForOne() {
        PaperEvidence paper = ready(1, 40);
        paper.files.remove(paper.newest(Commitment.Kind.SEED));
        EvidenceReport report = paper.report();
        assertEquals(EvidenceVerdict.NOT_SHOWN, report.verdict());
        assertTrue(report.isHidden());
        assertEquals(
                List.of(), BoxAudits.of(paper.blocks(), hash -> java.util.Optional.ofNullable(paper.files.get(hash))));
    }

    @Test
    void everyVerdictAndOutcomeHasItsWords() {
        for (EvidenceVerdict verdict : EvidenceVerdict.values()) {
            assertFalse(verdict.sentence().en().equals(verdict.sentence().es()), verdict::key);
        }
        for (EvidenceOutcome outcome : EvidenceOutcome.values()) {
            assertFalse(outcome.sentence().en().equals(outcome.sentence().es()), outcome::key);
        }
    }

    /** Of many draws from sheets of which just so many are false as it takes, few hold: the error that was promised. */
    @Test
    void whereAsManySheetsAreFalseAsItTakesItHoldsAtMostAsOftenAsTheRiskAllows() {
        int sheets = 400;
        int needed = 40;
        int checked = ForgerBound.checksNeeded(sheets, needed, 0.95);
        assertTrue(ForgerBound.of(sheets, checked, 0, 0.95).excludes(needed));
        java.util.Random random = new java.util.Random(7);
        List<Integer> all = new ArrayList<>(IntStream.range(0, sheets).boxed().toList());
        int wrong = 0;
        int rounds = 4_000;
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(all, random);
            int found = (int) all.subList(0, checked).stream()
                    .filter(sheet -> sheet < needed)
                    .count();
            wrong += ForgerBound.of(sheets, checked, found, 0.95).excludes(needed) ? 1 : 0;
        }
        double rate = wrong / (double) rounds;
        assertTrue(rate <= 0.05 + 3 * Math.sqrt(0.05 * 0.95 / rounds), "it held in " + rate);
    }
}
