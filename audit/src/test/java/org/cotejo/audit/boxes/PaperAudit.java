package org.cotejo.audit.boxes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.Entry;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;

/** An election of a few stations on paper, with entries and files in memory, and an audit of its boxes step by step. */
final class PaperAudit extends PaperSteps<PaperAudit> {
    private static final CustodianId CNE = new CustodianId("cne");
    private final int stations;

    /** {@code claimed}: for how many of the stations a result is announced; negative for none and no total. */
    PaperAudit(int stations, int claimed) {
        super("boxes-1");
        this.stations = stations;
        define(contest);
        add(new Entry.PlaceListed(1, 0, "North, \"A\""));
        SourceId register = new SourceId(CNE, 1);
        add(new Entry.SourceOpened(
                new Source(register, Source.Kind.REGISTER, null, Provenance.OFFICIAL, List.of(), null, false, NONE)));
        for (int i = 0; i < stations; i++) {
            add(new Entry.StationListed(register, station(i), 1, 500));
        }
        if (claimed > 0) {
            SourceId results = new SourceId(CNE, 2);
            add(new Entry.SourceOpened(new Source(
                    results,
                    Source.Kind.ANNOUNCED,
                    CONTEST,
                    Provenance.OFFICIAL,
                    List.of(new Figure.OfCandidate(ANA), new Figure.OfCandidate(BRUNO)),
                    null,
                    false,
                    NONE)));
            for (int i = 0; i < claimed; i++) {
                add(new Entry.FiguresGiven(new StationFigures(
                        results,
                        station(i),
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        Cells.ofPacked(new int[] {ana(i), bruno(i)}, 2))));
            }
        }
    }

    private void define(Contest one) {
        add(new Entry.DefinitionStated(new ElectionDefinition(
                "e-1",
                "Election",
                ElectionDefinition.Origin.IMPORTED,
                List.of("State"),
                List.of(one),
                List.of(new Side(new SideId("authority"), "Authority")),
                List.of(new Custodian(CNE, new SideId("authority"), "CNE")),
                null,
                null,
                CNE)));
    }

    /** A third candidate, whom the definition did not know before. */
    PaperAudit grow() {
        List<Candidate> all = new ArrayList<>(contest.candidates());
        all.add(new Candidate(new CandidateId("carla"), "Carla"));
        define(new Contest(CONTEST, "President", all, List.of()));
        return this;
    }

    /** At the position of this candidate voters write names. */
    PaperAudit names(CandidateId candidate) {
        define(new Contest(CONTEST, "President", contest.candidates(), List.of(), candidate));
        return this;
    }

    static StationCode station(int i) {
        return new StationCode("%03d".formatted(i));
    }

    /** Puts the newest so many entries before all others. */
    PaperAudit lastFirst(int count) {
        Collections.rotate(entries, count);
        return this;
    }

    Reconciliation election() {
        return Reconciler.reconcile(Dossier.of(blocks()));
    }

    BoxClaim claim() {
        Reconciliation election = election();
        return BoxClaim.of(election, election.contests().getFirst(), false, 1, Map.of());
    }

    BoxClaim.Auditable auditable() {
        return (BoxClaim.Auditable) claim();
    }

    AuditPlan makePlan(AuditPlan.Test test) {
        return AuditPlanner.plan(
                auditable(),
                new AuditPlanner.Wishes(
                        id,
                        "e-1",
                        CONTEST,
                        new AuditClaim.Announced(CNE),
                        1,
                        new BigDecimal("0.05"),
                        test,
                        List.of(),
                        0));
    }

    /** Commits to results, boxes and a plan, which {@code change} may bend. */
    PaperAudit plan(AuditPlan.Test test, UnaryOperator<AuditPlan> change) {
        BoxClaim.Auditable claim = auditable();
        AuditPlan plan = change.apply(makePlan(test));
        return commit(Commitment.Kind.STATION_RESULTS, claim.results().bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, claim.manifest().bytes())
                .commit(Commitment.Kind.PLAN, plan.bytes());
    }

    PaperAudit plan() {
        return plan(AuditPlan.Test.KAPLAN_WALD, UnaryOperator.identity());
    }

    AuditDraw makeDraw(int count, boolean isFull) {
        AuditReport now = report();
        return new AuditDraw(
                id,
                newest(Commitment.Kind.PLAN),
                newest(Commitment.Kind.SEED),
                isFull,
                AuditDrawing.draw(Optional.ofNullable(now.seed()).orElseThrow(), now.weights(), count));
    }

    PaperAudit draw(int count, boolean isFull) {
        return commit(Commitment.Kind.DRAW, makeDraw(count, isFull).bytes());
    }

    /** Plan, publication, seed and draw of so many. */
    PaperAudit drawn(int count) {
        return plan().openLog().publish().seed(SEED).draw(count, false);
    }

    PaperAudit counts(List<BoxCount> boxes) {
        return commit(
                Commitment.Kind.COUNTS,
                BoxCounts.of(id, newest(Commitment.Kind.DRAW), BoxCounts.figuresOf(contest), boxes)
                        .bytes());
    }

    /** What an honest box holds. */
    static BoxCount honest(StationCode station) {
        int i = Integer.parseInt(station.value());
        return new BoxCount(station, BoxCount.State.COUNTED, List.of(ana(i), bruno(i), 3, 1));
    }

    PaperAudit countHonestly() {
        return counts(report().toCount().stream()
                .map(box -> honest(box.box().station()))
                .toList());
    }

    int stations() {
        return stations;
    }

    @Override
    protected PaperAudit self() {
        return this;
    }

    @Override
    public AuditReport report() {
        return BoxAudits.one(blocks(), found(), id).orElseThrow();
    }
}
