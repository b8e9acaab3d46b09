package org.cotejo.audit.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cotejo.audit.boxes.PaperSteps;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePapers;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.Entry;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;

/**
 * An election whose sheets one coalition published, with entries and files in memory, and an audit of its evidence step by step. The
 * coalition, the observers and the authority may be asked for papers.
 */
final class PaperEvidence extends PaperSteps<PaperEvidence> {
    static final EvidenceAsk COALITION = new EvidenceAsk(new CustodianId("coalition"), EvidenceAsk.Paper.ORIGINAL);
    static final EvidenceAsk OBSERVERS = new EvidenceAsk(new CustodianId("observers"), EvidenceAsk.Paper.CERTIFICATE);
    static final EvidenceAsk CNE = new EvidenceAsk(new CustodianId("cne"), EvidenceAsk.Paper.ORIGINAL);
    static final int REGISTERED = 500;
    /**
     * @param listed stations with a register
     * @param published of how many of them the coalition published a sheet
     * @param isBounded whether their registers are known
     */
    PaperEvidence(int listed, int published, boolean isBounded) {
        super("papers-1");
        List<Side> sides = List.of(
                new Side(new SideId("opposition"), "Opposition"),
                new Side(new SideId("observation"), "Observation"),
                new Side(new SideId("authority"), "Authority"));
        add(new Entry.DefinitionStated(new ElectionDefinition(
                "e-1",
                "Election",
                ElectionDefinition.Origin.IMPORTED,
                List.of("State"),
                List.of(contest),
                sides,
                List.of(
                        new Custodian(COALITION.custodian(), new SideId("opposition"), "Coalition"),
                        new Custodian(OBSERVERS.custodian(), new SideId("observation"), "Observers"),
                        new Custodian(CNE.custodian(), new SideId("authority"), "Authority")),
                null,
                null,
                null)));
        add(new Entry.PlaceListed(1, 0, "North, \"A\""));
        SourceId register = new SourceId(CNE.custodian(), 1);
        add(new Entry.SourceOpened(
                new Source(register, Source.Kind.REGISTER, null, Provenance.OFFICIAL, List.of(), null, false, NONE)));
        for (int i = 0; i < listed; i++) {
            add(new Entry.StationListed(register, station(i), 1, isBounded ? REGISTERED : Register.UNKNOWN));
        }
        SourceId copies = new SourceId(COALITION.custodian(), 1);
        add(new Entry.SourceOpened(new Source(
                copies,
                Source.Kind.COPIES,
                CONTEST,
                Provenance.PUBLISHED,
                List.of(new Figure.OfCandidate(ANA), new Figure.OfCandidate(BRUNO), Figure.Count.NULL),
                null,
                false,
                NONE)));
        for (int i = 0; i < published; i++) {
            add(new Entry.FiguresGiven(new StationFigures(
                    copies,
                    station(i),
                    StationFigures.Paper.FINAL,
                    StationFigures.Way.UNSTATED,
                    Cells.ofPacked(new int[] {ana(i), bruno(i), 3}, 3))));
        }
    }

    static StationCode station(int i) {
        return new StationCode("%04d".formatted(i));
    }

    EvidenceClaim claim() {
        Reconciliation election = Reconciler.reconcile(Dossier.of(blocks()));
        return EvidenceClaim.of(election, election.contests().getFirst(), true, Map.of());
    }

    EvidenceClaim.Sheets sheets() {
        return (EvidenceClaim.Sheets) claim();
    }

    EvidencePlan makePlan(int sides, List<EvidenceAsk> asked, List<Integer> stages) {
        return EvidencePlanner.plan(
                sheets(),
                new EvidencePlanner.Wishes(
                        id, "e-1", CONTEST, new AuditClaim.Sheets(), new BigDecimal("0.95"), sides, asked, stages));
    }

    PaperEvidence plan(EvidencePlan plan) {
        EvidenceClaim.Sheets claim = sheets();
        return commit(Commitment.Kind.STATION_RESULTS, claim.results().bytes())
                .commit(Commitment.Kind.BALLOT_MANIFEST, claim.bounds().bytes())
                .commit(Commitment.Kind.PLAN, plan.bytes());
    }

    PaperEvidence draw(int count, boolean isFull, UnaryOperator<List<StationCode>> change) {
        EvidenceReport now = report();
        List<StationCode> drawn = EvidenceDrawing.draw(
                Optional.ofNullable(now.seed()).orElseThrow(), now.audited().results(), count);
        return commit(
                Commitment.Kind.DRAW,
                new AuditDraw(
                                id,
                                newest(Commitment.Kind.PLAN),
                                newest(Commitment.Kind.SEED),
                                isFull,
                                change.apply(drawn))
                        .bytes());
    }

    /** Plan, publication, seed and the first stage. */
    PaperEvidence drawn(EvidencePlan plan) {
        return plan(plan).openLog().publish().seed(SEED).draw(plan.stages().getFirst(), false, drawn -> drawn);
    }

    PaperEvidence papers(List<EvidencePaper> papers) {
        return commit(
                Commitment.Kind.COUNTS,
                EvidencePapers.of(id, newest(Commitment.Kind.DRAW), BoxCounts.figuresOf(contest), papers)
                        .bytes());
    }

    /** A paper that says what the published sheet says; it carries no blank votes. */
    static EvidencePaper same(StationCode station, EvidenceAsk ask) {
        int i = Integer.parseInt(station.value());
        return paper(station, ask, ana(i), bruno(i), 3);
    }

    /** A paper on which the two have each other's votes. */
    static EvidencePaper swapped(StationCode station, EvidenceAsk ask) {
        int i = Integer.parseInt(station.value());
        return paper(station, ask, /* ana= */ bruno(i), /* bruno= */ ana(i), 3);
    }

    static EvidencePaper paper(StationCode station, EvidenceAsk ask, int ana, int bruno, int nulls) {
        return new EvidencePaper(
                station,
                ask,
                EvidencePaper.State.PRODUCED,
                List.of(new Cell.Written(ana), new Cell.Written(bruno), new Cell.Written(nulls), new Cell.Blank()));
    }

    static EvidencePaper not(StationCode station, EvidenceAsk ask, EvidencePaper.State state) {
        return new EvidencePaper(station, ask, state, List.of());
    }

    /** Records a paper of every drawn station by whoever is asked. */
    PaperEvidence answer(EvidenceAsk ask, Function<StationCode, EvidencePaper> paper) {
        return papers(report().stations().stream()
                .map(station -> paper.apply(station.station()))
                .filter(one -> one.ask().equals(ask))
                .toList());
    }

    @Override
    protected PaperEvidence self() {
        return this;
    }

    @Override
    public EvidenceReport report() {
        return EvidenceAudits.of(blocks(), found()).stream()
                .filter(audit -> audit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
