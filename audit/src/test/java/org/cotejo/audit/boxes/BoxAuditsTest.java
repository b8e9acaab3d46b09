package org.cotejo.audit.boxes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.base.Fraction;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.StationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Audits of boxes from their entries: honest ones confirm, false claims do not, and every broken rule is named. */
class BoxAuditsTest {
    private static List<String> codes(AuditReport report) {
        return report.faults().stream().map(found -> found.fault().code()).toList();
    }

    private static void assertVoid(String code, PaperAudit paper) {
        AuditReport report = paper.report();
        assertEquals(AuditVerdict.VOID, report.verdict(), report.faults()::toString);
        assertTrue(codes(report).contains(code), report.faults()::toString);
    }

    @ParameterizedTest
    @EnumSource(AuditPlan.Test.class)
    void honestBoxesConfirmAtThePlannedSize(AuditPlan.Test test) {
        PaperAudit paper =
                new PaperAudit(60, 60).plan(test, plan -> plan).openLog().publish();
        paper.seed(PaperAudit.SEED).draw(paper.makePlan(test).draws(), false);
        assertEquals(AuditVerdict.NOT_YET, paper.report().verdict());
        AuditReport report = paper.countHonestly().report();
        assertEquals(AuditVerdict.CONFIRMED, report.verdict(), report.why()::en);
        assertInstanceOf(AuditState.Confirmed.class, report.state());
        assertEquals(List.of(), report.faults());
        assertEquals(test, report.binding().test());
        assertTrue(report.binding().isBinding());
        assertTrue(report.binding().smallest() <= 0.05);
        double before = report.binding().p().get(report.binding().p().size() - 2);
        assertTrue(before > 0.05, "one draw fewer would not have done: " + before);
    }

    @Test
    void aKaplanMarkovPIsTheProductOfItsFormula() {
        AuditReport report = new PaperAudit(60, 60).drawn(5).countHonestly().report();
        double u = report.audited().contest(1).pairs().getFirst().margin();
        double total = 0;
        for (int i = 0; i < 60; i++) {
            total += (PaperAudit.ana(i) - PaperAudit.bruno(i) + 500) / u;
        }
        double expected = Math.pow(1 - 1 / total, 5);
        TestHistory history = report.tests().stream()
                .filter(test -> test.test() == AuditPlan.Test.KAPLAN_MARKOV)
                .findFirst()
                .orElseThrow();
        assertEquals(expected, history.last(), 1e-12);
    }

    @Test
    void partialCountsAreReckonedUpToTheFirstBoxThatIsOut() {
        PaperAudit paper = new PaperAudit(60, 60).drawn(20);
        List<StationCode> stations =
                paper.report().boxes().stream().map(box -> box.box().station()).toList();
        paper.counts(stations.stream().skip(1).map(PaperAudit::honest).toList());
        AuditReport report = paper.report();
        assertEquals(0, report.reckoned(), "the first box is out");
        assertEquals(1, report.toCount().size());
        assertEquals(AuditVerdict.NOT_YET, report.verdict());
        paper.counts(List.of(PaperAudit.honest(stations.getFirst())));
        assertEquals(20, paper.report().reckoned());
    }

    @Test
    void aMissingBoxIsTheWorstCaseAndEndsKaplanMarkov() {
        for (BoxCount.State state :
                List.of(BoxCount.State.MISSING, BoxCount.State.DENIED, BoxCount.State.SEAL_BROKEN)) {
            PaperAudit paper = new PaperAudit(60, 60).drawn(20);
            List<BoxCount> counts = new ArrayList<>();
            for (BoxReport box : paper.report().boxes()) {
                StationCode station = box.box().station();
                counts.add(counts.isEmpty() ? new BoxCount(station, state, List.of()) : PaperAudit.honest(station));
            }
            AuditReport report = paper.counts(counts).report();
            assertEquals(Fraction.ONE, report.boxes().getFirst().taint());
            assertEquals(AuditVerdict.NOT_YET, report.verdict(), report.why()::en);
            for (TestHistory test : report.tests()) {
                if (test.test() == AuditPlan.Test.KAPLAN_MARKOV) {
                    assertEquals(1, test.last());
                    assertNull(test.further());
                } else {
                    assertTrue(java.util.Objects.requireNonNull(test.further()) > 0, test::toString);
                }
            }
        }
    }

    @Test
    void withKaplanMarkovBindingOneMissingBoxNeedsAFullCount() {
        PaperAudit paper = new PaperAudit(60, 60)
                .plan(AuditPlan.Test.KAPLAN_MARKOV, plan -> plan)
                .openLog()
                .publish()
                .seed(PaperAudit.SEED)
                .draw(1, false);
        StationCode station = paper.report().boxes().getFirst().box().station();
        AuditReport report = paper.counts(List.of(new BoxCount(station, BoxCount.State.MISSING, List.of())))
                .report();
        assertEquals(AuditVerdict.FULL_COUNT_NEEDED, report.verdict());
    }

    @Test
    void anOverfullBoxBreaksEveryBound() {
        PaperAudit paper = new PaperAudit(60, 60).drawn(1);
        StationCode station = paper.report().boxes().getFirst().box().station();
        AuditReport report = paper.counts(List.of(new BoxCount(station, BoxCount.State.OVERFULL, List.of())))
                .report();
        assertEquals(AuditVerdict.FULL_COUNT_NEEDED, report.verdict());
        for (TestHistory test : report.tests()) {
            assertEquals(List.of(1.0), test.p());
            assertEquals(1, test.smallest());
            assertNull(test.further());
        }
    }

    @Test
    void anOverfullBoxIsNeverConfirmedByAFullCount() {
        PaperAudit paper = new PaperAudit(30, 30).drawn(3).draw(3, true);
        paper.counts(IntStream.range(0, 30)
                .mapToObj(i -> i == 4
                        ? new BoxCount(PaperAudit.station(i), BoxCount.State.OVERFULL, List.of())
                        : PaperAudit.honest(PaperAudit.station(i)))
                .toList());
        AuditReport report = paper.report();
        assertEquals(AuditVerdict.FULL_COUNT_NEEDED, report.verdict(), "the others lead by far more than its bound");
        assertTrue(report.why().en().contains("1 boxes hold more than they can"), report.why()::en);
    }

    @Test
    void withoutAPublicLogItIsConfirmedForThosePresentAlone() {
        PaperAudit paper = new PaperAudit(60, 60).plan().seed(PaperAudit.SEED);
        paper.draw(paper.makePlan(AuditPlan.Test.KAPLAN_WALD).draws(), false);
        AuditReport report = paper.countHonestly().report();
        assertEquals(List.of("AUDIT-211"), codes(report));
        assertEquals(AuditVerdict.UNPUBLISHED, report.verdict());
        assertFalse(report.isOpen());
        assertInstanceOf(AuditState.Counting.class, report.state());
    }

    @Test
    void anAuditIsOpenFromItsSeedToItsAnswer() {
        PaperAudit paper = new PaperAudit(60, 60).plan().openLog().publish();
        assertFalse(paper.report().isOpen());
        paper.seed(PaperAudit.SEED);
        assertTrue(paper.report().isOpen());
        paper.draw(paper.makePlan(AuditPlan.Test.KAPLAN_WALD).draws(), false);
        assertTrue(paper.report().isOpen());
        assertFalse(paper.countHonestly().report().isOpen());
    }

    @Test
    void aCorrectionCountsAndTheEarlierCountStaysInView() {
        PaperAudit paper = new PaperAudit(60, 60).drawn(1);
        StationCode station = paper.report().boxes().getFirst().box().station();
        paper.counts(List.of(new BoxCount(station, BoxCount.State.MISSING, List.of())));
        BoxReport box = paper.counts(List.of(PaperAudit.honest(station)))
                .report()
                .boxes()
                .getFirst();
        assertEquals(Fraction.ZERO, box.taint());
        assertEquals(1, box.earlier().size());
        assertEquals(BoxCount.State.MISSING, box.earlier().getFirst().state());
    }

    @Test
    void aFullCountThatAgreesConfirmsAndOneThatDoesNotRefutes() {
        for (boolean isHonest : List.of(true, false)) {
            PaperAudit paper = new PaperAudit(30, 30).drawn(3).draw(3, true);
            AuditReport before = paper.report();
            assertInstanceOf(AuditState.FullCount.class, before.state());
            assertEquals(30, before.boxes().size());
            paper.counts(IntStream.range(0, 30)
                    .mapToObj(i -> isHonest
                            ? PaperAudit.honest(PaperAudit.station(i))
                            : new BoxCount(
                                    PaperAudit.station(i),
                                    BoxCount.State.COUNTED,
                                    List.of(PaperAudit.bruno(i), PaperAudit.ana(i), 0, 0)))
                    .toList());
            AuditReport report = paper.report();
            assertEquals(isHonest ? AuditVerdict.CONFIRMED : AuditVerdict.REFUTED, report.verdict(), report.why()::en);
            assertEquals(
                    isHonest ? AuditState.Confirmed.class : AuditState.Refuted.class,
                    report.state().getClass());
        }
    }

    @Test
    void aFullCountWithDeniedBoxesSaysOnlyWhatTheRestAllows() {
        PaperAudit paper = new PaperAudit(30, 30).drawn(3).draw(3, true);
        paper.counts(IntStream.range(0, 30)
                .mapToObj(i -> i < 20
                        ? new BoxCount(PaperAudit.station(i), BoxCount.State.DENIED, List.of())
                        : PaperAudit.honest(PaperAudit.station(i)))
                .toList());
        assertEquals(AuditVerdict.FULL_COUNT_NEEDED, paper.report().verdict());
    }

    @Test
    void aStationWithoutAClaimIsABoxLikeAnyOther() {
        BoxClaim.Auditable claim = new PaperAudit(60, 55).auditable();
        assertEquals(5, claim.phantoms());
        assertEquals(60, claim.manifest().boxes().size());
        assertEquals(0, claim.contest(1).votes(59, 0));
        assertEquals(500, claim.contest(1).mostBallots(59));
        assertEquals("North, \"A\"", claim.manifest().boxes().getFirst().place());
    }

    @Test
    void withoutStationResultsItIsNotAuditable() {
        BoxClaim.NotAuditable not = assertInstanceOf(BoxClaim.NotAuditable.class, new PaperAudit(10, 0).claim());
        assertTrue(not.reason().en().contains("nobody announced"), not.reason()::en);
        PaperAudit paper = new PaperAudit(10, 0);
        assertTrue(BoxAudits.notAuditable(
                        paper.election(), paper.election().contests().getFirst())
                .isPresent());
        PaperAudit claimed = new PaperAudit(10, 10);
        assertFalse(BoxAudits.notAuditable(
                        claimed.election(), claimed.election().contests().getFirst())
                .isPresent());
    }

    @Test
    void namesThatVotersWroteAreNoWinner() {
        BoxClaim.NotAuditable not = assertInstanceOf(
                BoxClaim.NotAuditable.class,
                new PaperAudit(10, 10).names(PaperAudit.ANA).claim());
        assertEquals(BoxClaim.OF_NAMES, not.reason());
        assertInstanceOf(
                BoxClaim.Auditable.class,
                new PaperAudit(10, 10).names(PaperAudit.BRUNO).claim());
    }

    @Test
    void aClaimThatIsNotTheEntriesIsFound() {
        PaperAudit paper = new PaperAudit(20, 20);
        BoxClaim.Auditable claim = paper.auditable();
        StationResults bent = StationResults.of(
                claim.results().candidates(),
                IntStream.range(0, 20)
                        .mapToObj(i -> new StationResults.Row(
                                PaperAudit.station(i),
                                new int[] {i == 4 ? 499 : PaperAudit.ana(i), PaperAudit.bruno(i)}))
                        .toList());
        BoxClaim.Auditable other = new BoxClaim.Auditable(bent, claim.manifest(), 0);
        AuditPlan plan = paper.makePlan(AuditPlan.Test.ALPHA);
        AuditPlan planned = AuditPlanner.plan(
                other,
                new AuditPlanner.Wishes(
                        paper.id, "e-1", PaperAudit.CONTEST, plan.claim(), 1, plan.limit(), plan.test(), List.of(), 0));
        paper.commit(Commitment.Kind.STATION_RESULTS, bent.bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, claim.manifest().bytes())
                .commit(Commitment.Kind.PLAN, planned.bytes());
        assertVoid("AUDIT-203", paper);
    }

    @Test
    void aBoundThatIsNotTheRegistersIsFound() {
        PaperAudit paper = new PaperAudit(20, 20);
        BoxClaim.Auditable claim = paper.auditable();
        BallotManifest bent = BallotManifest.of(claim.manifest().boxes().stream()
                .map(box -> new BallotManifest.Box(box.station(), 400, box.basis(), box.place()))
                .toList());
        AuditPlan plan = paper.makePlan(AuditPlan.Test.ALPHA);
        AuditPlan planned = AuditPlanner.plan(
                new BoxClaim.Auditable(claim.results(), bent, 0),
                new AuditPlanner.Wishes(
                        paper.id, "e-1", PaperAudit.CONTEST, plan.claim(), 1, plan.limit(), plan.test(), List.of(), 0));
        paper.commit(Commitment.Kind.STATION_RESULTS, claim.results().bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, bent.bytes())
                .commit(Commitment.Kind.PLAN, planned.bytes());
        assertVoid("AUDIT-204", paper);
    }

    @Test
    void aPlanWhoseBoundIsTooSmallIsFound() {
        assertVoid(
                "AUDIT-205",
                new PaperAudit(20, 20)
                        .plan(
                                AuditPlan.Test.ALPHA,
                                plan -> new AuditPlan(
                                        plan.audit(),
                                        plan.election(),
                                        plan.contest(),
                                        plan.claim(),
                                        plan.results(),
                                        plan.manifest(),
                                        plan.unauditable(),
                                        plan.winners(),
                                        plan.losers(),
                                        plan.limit(),
                                        plan.test(),
                                        Fraction.of(3, 2),
                                        plan.draws(),
                                        plan.expected())));
    }

    @Test
    void aDrawThatTheSeedDoesNotGiveIsFound() {
        PaperAudit paper = new PaperAudit(20, 20).plan().openLog().publish().seed(PaperAudit.SEED);
        AuditDraw draw = paper.makeDraw(6, false);
        List<StationCode> bent = new ArrayList<>(draw.draws());
        bent.set(3, bent.get(3).equals(PaperAudit.station(7)) ? PaperAudit.station(8) : PaperAudit.station(7));
        paper.commit(Commitment.Kind.DRAW, new AuditDraw(draw.audit(), draw.plan(), draw.seed(), false, bent).bytes());
        assertVoid("AUDIT-206", paper);
    }

    @Test
    void countsOfABoxThatWasNotDrawnOrAboveItsBoundAreFound() {
        PaperAudit paper = new PaperAudit(60, 60).drawn(1);
        StationCode drawn = paper.report().boxes().getFirst().box().station();
        StationCode other = drawn.equals(PaperAudit.station(1)) ? PaperAudit.station(2) : PaperAudit.station(1);
        assertVoid("AUDIT-207", paper.counts(List.of(PaperAudit.honest(other))));
        PaperAudit stuffed = new PaperAudit(60, 60).drawn(1);
        assertVoid(
                "AUDIT-207",
                stuffed.counts(List.of(new BoxCount(drawn, BoxCount.State.COUNTED, List.of(400, 99, 1, 1)))));
    }

    @Test
    void aSeedOfAnotherAuditDrawsNothing() {
        PaperAudit paper = new PaperAudit(20, 20).drawn(3);
        paper.id = "boxes-2";
        assertVoid("AUDIT-208", paper.plan().publish().seed(PaperAudit.SEED));
    }

    @Test
    void nothingMayFollowTheDiceAndOtherPartsMakeNoOtherSeed() {
        assertVoid(
                "AUDIT-202", new PaperAudit(20, 20).plan().openLog().publish().seed(PaperAudit.SEED + "+try-7=1"));
        PaperAudit paper = new PaperAudit(20, 20).drawn(3);
        paper.id = "boxes-2";
        assertVoid("AUDIT-208", paper.plan().publish().seed(PaperAudit.SEED + "+try-7=1"));
    }

    @Test
    void theLaterOfTwoSeedsIsAtFaultWhicheverAuditBeganFirst() {
        PaperAudit paper = new PaperAudit(20, 20).plan();
        paper.id = "boxes-2";
        paper.plan().openLog().publish().seed(PaperAudit.SEED);
        paper.id = "boxes-1";
        assertVoid("AUDIT-208", paper.seed(PaperAudit.SEED));
        paper.id = "boxes-2";
        assertEquals(List.of(), codes(paper.report()));
    }

    @Test
    void countsMayNameADrawThatCanNotBeDrawnAgainHere() {
        PaperAudit paper = new PaperAudit(20, 20).drawn(2).countHonestly();
        paper.files.remove(paper.newest(Commitment.Kind.SEED));
        AuditReport report = paper.report();
        assertEquals(List.of("AUDIT-210"), codes(report));
        assertEquals(AuditVerdict.NOT_SHOWN, report.verdict());
    }

    @Test
    void aDefinitionThatGrowsLaterLeavesTheClaimItsBallot() {
        PaperAudit paper = new PaperAudit(20, 20).drawn(2).grow().countHonestly();
        assertEquals(List.of(), codes(paper.report()));
        assertEquals(paper.contest, paper.report().auditedContest());
        assertTrue(paper.report().toCount().isEmpty());
    }

    @Test
    void aLaterPlanOfAnotherKindHidesNothing() {
        PaperAudit paper = new PaperAudit(20, 20).drawn(2);
        assertVoid(
                "AUDIT-201",
                paper.commit(
                        Commitment.Kind.PLAN,
                        "cotejo evidence plan 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void anAuditBeforeAnyElectionIsFoundAndStopsNothing() {
        assertVoid("AUDIT-203", new PaperAudit(20, 20).plan().lastFirst(3));
    }

    @Test
    void aSeedBeforeAnyHeadWithThePlanWasPublishedIsFound() {
        assertVoid(
                "AUDIT-209", new PaperAudit(20, 20).openLog().publish().plan().seed(PaperAudit.SEED));
        AuditReport unpublished =
                new PaperAudit(20, 20).plan().seed(PaperAudit.SEED).report();
        assertEquals(List.of("AUDIT-211"), codes(unpublished));
        assertEquals(AuditVerdict.NOT_YET, unpublished.verdict(), "those who were there may go on");
    }

    @Test
    void everythingOutOfOrderIsFound() {
        PaperAudit first = new PaperAudit(20, 20);
        first.commit(Commitment.Kind.PLAN, first.makePlan(AuditPlan.Test.ALPHA).bytes());
        assertVoid("AUDIT-201", first);
        assertVoid("AUDIT-201", new PaperAudit(20, 20).plan().plan());
        assertVoid("AUDIT-201", new PaperAudit(20, 20).drawn(2).seed("11111111112222222222"));
    }

    @Test
    void aFileThatIsNoneOrNamesAnotherAuditIsFound() {
        assertVoid("AUDIT-202", new PaperAudit(20, 20).commit(Commitment.Kind.PLAN, new byte[] {1, 2, 3}));
        PaperAudit paper = new PaperAudit(20, 20).plan().openLog().publish();
        byte[] seed =
                new org.cotejo.custody.AuditSeed("other", paper.newest(Commitment.Kind.PLAN), PaperAudit.SEED).bytes();
        assertVoid("AUDIT-202", paper.commit(Commitment.Kind.SEED, seed));
    }

    @Test
    void aFileThatIsNotHereLeavesTheAuditUnshown() {
        PaperAudit paper = new PaperAudit(20, 20).drawn(2);
        paper.files.remove(paper.newest(Commitment.Kind.SEED));
        AuditReport report = paper.report();
        assertEquals(AuditVerdict.NOT_SHOWN, report.verdict());
        assertTrue(codes(report).contains("AUDIT-210"));
    }

    @Test
    void aLongerDrawRepeatsTheShorterOne() {
        PaperAudit paper = new PaperAudit(60, 60).drawn(5);
        List<StationCode> five = paper.makeDraw(5, false).draws();
        assertEquals(five, paper.makeDraw(12, false).draws().subList(0, 5));
        AuditReport report = paper.draw(12, false).report();
        assertEquals(List.of(), report.faults());
        assertVoid("AUDIT-202", paper.draw(4, false));
    }

    /** The promise of the method, over many seeds: a false outcome is confirmed no more often than the limit says. */
    @Test
    void aFalseOutcomeIsSeldomConfirmed() {
        int confirmed = 0;
        int runs = 60;
        for (int run = 0; run < runs; run++) {
            PaperAudit paper = new PaperAudit(40, 40).plan().openLog().publish();
            paper.seed("%020d".formatted(run * 7919L + 1))
                    .draw(paper.makePlan(AuditPlan.Test.KAPLAN_WALD).draws(), false);
            // The boxes of half of the country hold the opposite, so that Bruno won.
            paper.counts(paper.report().boxes().stream()
                    .map(box -> box.box().station())
                    .map(station -> {
                        int i = Integer.parseInt(station.value());
                        return i % 2 == 0
                                ? PaperAudit.honest(station)
                                : new BoxCount(
                                        station,
                                        BoxCount.State.COUNTED,
                                        List.of(PaperAudit.bruno(i) - 20, PaperAudit.ana(i) + 20, 0, 0));
                    })
                    .toList());
            confirmed += paper.report().verdict() == AuditVerdict.CONFIRMED ? 1 : 0;
        }
        assertTrue(
                confirmed <= 8, confirmed + " of " + runs + " at a limit of 5 %: chance of more than 8 is below 0.3 %");
    }

    @Test
    void theSameEntriesGiveTheSameReport() {
        PaperAudit paper = new PaperAudit(30, 30).drawn(8).countHonestly();
        assertEquals(paper.report().tests(), paper.report().tests());
        assertEquals(
                Collections.nCopies(1, AuditVerdict.NOT_YET),
                Stream.of(new PaperAudit(30, 30).plan().report().verdict()).toList());
    }
}
