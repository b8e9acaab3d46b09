package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Takes in the entries of one audit of boxes, holds each against what stood before it, and keeps what does not fit. */
final class AuditFold extends AuditSteps {
    final Map<StationCode, List<BoxCount>> counts = new HashMap<>();

    @Nullable
    AuditPlan plan;

    BoxClaim.@Nullable Auditable claim;

    @Nullable
    Contest contest;

    boolean isRegisterImported = true;

    AuditFold(String id, AuditRecord record) {
        super(id, record);
    }

    @Override
    protected void plan(Frame.Committed step, byte[] bytes) {
        if (EvidencePlan.isOne(bytes)) {
            order(step);
        } else {
            read(step, bytes, AuditPlan::read).ifPresent(read -> plan(step, read));
        }
    }

    private void plan(Frame.Committed step, AuditPlan read) {
        if (!planned(step)) {
            return;
        }
        plan = read;
        boolean isOurs = read.audit().equals(id())
                && Objects.equals(read.results(), committed(Commitment.Kind.STATION_RESULTS))
                && Objects.equals(read.manifest(), committed(Commitment.Kind.BALLOT_MANIFEST));
        if (isOurs(step, isOurs) && results() != null && manifest() != null) {
            claim(step, read, new BoxClaim.Auditable(results(), manifest(), read.unauditable()));
        }
    }

    /** Holds results, boxes and plan against the entries before them. */
    private void claim(Frame.Committed step, AuditPlan read, BoxClaim.Auditable stated) {
        Reconciliation election = record().electionBefore(claimedAt()).orElse(null);
        if (election == null) {
            claimFault(
                    step,
                    new Sentence("they state no election that could be read", "no dicen ninguna elección legible"));
            return;
        }
        ContestResult result = election.contests().stream()
                .filter(one -> one.contest().id().equals(read.contest()))
                .findFirst()
                .orElse(null);
        boolean isElection = election.dossier().definition().id().equals(read.election());
        if (result == null || !isElection) {
            claimFault(step, new Sentence("there is no such contest", "no hay tal contienda"));
            return;
        }
        contest = result.contest();
        isRegisterImported = election.dossier().frame().isRegisterImported();
        boolean isSheets = read.claim() instanceof AuditClaim.Sheets;
        if (!isSheets && !read.claim().equals(BoxClaim.announcedIn(result))) {
            claimFault(step, new Sentence("they are of another announcer", "son de otro anunciante"));
            return;
        }
        switch (BoxClaim.of(election, result, isSheets, read.winners().size(), BoxClaim.pollBooks(stated.manifest()))) {
            case BoxClaim.NotAuditable(Sentence why) -> claimFault(step, why);
            case BoxClaim.Auditable given -> compare(step, read, stated, given);
        }
    }

    private void claimFault(Frame.Committed step, Sentence why) {
        fault(step, AuditFault.CLAIM, why.en(), why.es());
    }

    private void compare(Frame.Committed step, AuditPlan read, BoxClaim.Auditable stated, BoxClaim.Auditable given) {
        if (!Arrays.equals(stated.results().bytes(), given.results().bytes())) {
            claimFault(step, new Sentence("other stations or votes", "otras mesas o votos"));
        } else if (!stated.manifest().equals(given.manifest()) || stated.unauditable() != given.unauditable()) {
            fault(step, AuditFault.BOXES, "other stations, bounds or places", "otras mesas, cotas o lugares");
        } else if (AuditPlanner.check(read, given) instanceof Result.Refused<AuditPlan>(Problem problem)) {
            fault(
                    step,
                    AuditFault.PLAN,
                    problem.sentence().en(),
                    problem.sentence().es());
        } else {
            claim = given;
        }
    }

    @Override
    protected @Nullable List<StationCode> again(Frame.Committed step, AuditDraw read) {
        if (claim == null || plan == null || seed() == null) {
            return null;
        }
        return AuditDrawing.draw(
                seed(),
                AuditDrawing.weights(claim, plan.winners().size()),
                read.draws().size());
    }

    @Override
    protected void counts(Frame.Committed step, byte[] bytes) {
        read(step, bytes, BoxCounts::read).ifPresent(read -> counts(step, read));
    }

    private void counts(Frame.Committed step, BoxCounts read) {
        AuditDraw drawn = draw();
        Contest audited = contest;
        if (!event(step, new AuditEvent.BoxesCounted())
                || !isOurs(step, read.audit().equals(id()) && isDraw(read.draw()))
                || drawn == null
                || audited == null
                || claim == null) {
            return;
        }
        if (!read.figures().equals(BoxCounts.figuresOf(audited))) {
            file(step, new Sentence("it has other figures than the ballot", "tiene otras cifras que la boleta"));
            return;
        }
        Set<StationCode> stations = new HashSet<>(drawn.draws());
        for (BoxCount count : read.boxes()) {
            Sentence fault = CountRule.fault(count, claim.manifest(), drawn.isFull(), stations);
            if (fault != null) {
                fault(step, AuditFault.COUNT, count.station(), fault.en(), fault.es());
                continue;
            }
            counts.computeIfAbsent(count.station(), _ -> new ArrayList<>()).add(count);
        }
    }
}
