package org.cotejo.audit.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cotejo.audit.boxes.AuditEvent;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditRecord;
import org.cotejo.audit.boxes.AuditSteps;
import org.cotejo.audit.boxes.BoxClaim;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePaper;
import org.cotejo.custody.EvidencePapers;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Takes in the entries of one audit of the evidence, holds each against what stood before it, and keeps what does not fit. */
final class EvidenceFold extends AuditSteps {
    /** A paper of a station by whom it was asked. */
    record Key(StationCode station, EvidenceAsk ask) {}

    final Map<Key, List<EvidencePaper>> papers = new HashMap<>();
    final Map<EvidenceAsk, SideId> sides = new HashMap<>();

    @Nullable
    EvidencePlan plan;

    EvidenceClaim.@Nullable Sheets claim;

    @Nullable
    Contest contest;

    @Nullable
    PaperRule rule;

    boolean isRegisterImported = true;

    EvidenceFold(String id, AuditRecord record) {
        super(id, record);
    }

    @Override
    protected void plan(Frame.Committed step, byte[] bytes) {
        read(step, bytes, EvidencePlan::read).ifPresent(read -> plan(step, read));
    }

    private void plan(Frame.Committed step, EvidencePlan read) {
        if (!planned(step)) {
            return;
        }
        plan = read;
        boolean isOurs = read.audit().equals(id())
                && Objects.equals(read.results(), committed(Commitment.Kind.STATION_RESULTS))
                && Objects.equals(read.manifest(), committed(Commitment.Kind.BALLOT_MANIFEST));
        StationResults results = results();
        BallotManifest bounds = manifest();
        if (isOurs(step, isOurs) && results != null && bounds != null) {
            claim(step, read, results, bounds);
        }
    }

    private void claim(Frame.Committed step, EvidencePlan read, StationResults results, BallotManifest bounds) {
        Reconciliation election = record().electionBefore(claimedAt()).orElse(null);
        if (election == null) {
            claimFault(step, "they state no election that could be read", "no dicen ninguna elección legible");
            return;
        }
        ContestResult result = election.contests().stream()
                .filter(one -> one.contest().id().equals(read.contest()))
                .findFirst()
                .orElse(null);
        ElectionDefinition definition = election.dossier().definition();
        if (result == null || !definition.id().equals(read.election())) {
            claimFault(step, "there is no such contest", "no hay tal contienda");
            return;
        }
        boolean isSheets = read.claim() instanceof AuditClaim.Sheets;
        if (!isSheets && !read.claim().equals(BoxClaim.announcedIn(result))) {
            claimFault(step, "they are of another announcer", "son de otro anunciante");
            return;
        }
        switch (EvidenceClaim.of(election, result, isSheets, BoxClaim.pollBooks(bounds))) {
            case EvidenceClaim.NotAuditable(Sentence why) -> claimFault(step, why.en(), why.es());
            case EvidenceClaim.Sheets given -> {
                if (!Arrays.equals(results.bytes(), given.results().bytes())) {
                    claimFault(step, "other stations or votes", "otras mesas o votos");
                } else if (!bounds.equals(given.bounds())) {
                    fault(step, AuditFault.BOXES, "other stations, bounds or places", "otras mesas, cotas o lugares");
                } else if (EvidencePlanner.check(read, given)
                        instanceof Result.Refused<EvidencePlan>(Problem problem)) {
                    planFault(step, problem.sentence());
                } else if (isAskedOfKnown(step, read, definition)) {
                    claim = given;
                    contest = result.contest();
                    rule = new PaperRule(given, result.contest(), BoxCounts.figuresOf(result.contest()));
                    isRegisterImported = election.dossier().frame().isRegisterImported();
                }
            }
        }
    }

    private boolean isAskedOfKnown(Frame.Committed step, EvidencePlan read, ElectionDefinition definition) {
        for (EvidenceAsk ask : read.asked()) {
            if (definition.custodian(ask.custodian()).isEmpty()) {
                planFault(
                        step,
                        new Sentence(
                                        "it asks {0}, whom the definition does not know",
                                        "pregunta a {0}, que la definición no conoce")
                                .with(ask.custodian()));
                return false;
            }
            sides.put(ask, definition.sideOf(ask.custodian()));
        }
        long known = sides.values().stream().distinct().count();
        if (read.sides() > known) {
            planFault(
                    step,
                    new Sentence("it wants {0} sides and asks {1}", "quiere {0} partes y pregunta a {1}")
                            .with(read.sides(), known));
            return false;
        }
        return true;
    }

    private void claimFault(Frame.Committed step, String en, String es) {
        fault(step, AuditFault.CLAIM, en, es);
    }

    private void planFault(Frame.Committed step, Sentence why) {
        fault(step, AuditFault.PLAN, why.en(), why.es());
    }

    @Override
    protected @Nullable List<StationCode> again(Frame.Committed step, AuditDraw read) {
        AuditSeed thrown = seed();
        if (claim == null || plan == null || thrown == null) {
            return null;
        }
        if (!plan.stages().contains(read.draws().size())) {
            file(
                    step,
                    new Sentence(
                                    "it has {0} draws, and the stages of the plan are {1}",
                                    "tiene {0} sorteos, y las etapas del plan son {1}")
                            .with(read.draws().size(), plan.stages()));
            return null;
        }
        return EvidenceDrawing.draw(thrown, claim.results(), read.draws().size());
    }

    @Override
    protected void counts(Frame.Committed step, byte[] bytes) {
        read(step, bytes, EvidencePapers::read).ifPresent(read -> papers(step, read));
    }

    private void papers(Frame.Committed step, EvidencePapers read) {
        AuditDraw drawn = draw();
        if (!event(step, new AuditEvent.BoxesCounted())
                || !isOurs(step, read.audit().equals(id()) && isDraw(read.draw()))
                || drawn == null
                || claim == null
                || plan == null
                || rule == null
                || contest == null) {
            return;
        }
        if (!read.figures().equals(BoxCounts.figuresOf(contest))) {
            file(step, new Sentence("it has other figures than the ballot", "tiene otras cifras que la boleta"));
            return;
        }
        Set<StationCode> stations = new HashSet<>(drawn.draws());
        for (EvidencePaper paper : read.papers()) {
            Sentence why = why(paper, drawn.isFull(), stations);
            if (why != null) {
                fault(step, AuditFault.COUNT, paper.station(), why.en(), why.es());
                continue;
            }
            papers.computeIfAbsent(new Key(paper.station(), paper.ask()), _ -> new ArrayList<>())
                    .add(paper);
        }
    }

    private @Nullable Sentence why(EvidencePaper paper, boolean isFull, Set<StationCode> drawn) {
        boolean isDrawn = isFull
                ? Objects.requireNonNull(claim).results().find(paper.station()) >= 0
                : drawn.contains(paper.station());
        if (!isDrawn) {
            return new Sentence("it was not drawn", "no fue sorteada");
        }
        return sides.containsKey(paper.ask())
                ? Objects.requireNonNull(rule).fault(paper)
                : new Sentence("{0} was not asked for", "{0} no se pidió").with(paper.ask());
    }
}
