package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.cotejo.custody.BoxCounts;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Takes in the entries of one audit one after the other, holds each against what stood before it, and keeps what does not fit. */
final class AuditFold {
    final String id;
    final List<Frame.Committed> steps = new ArrayList<>();
    final List<AuditFault.Found> faults = new ArrayList<>();
    final Map<StationCode, List<BoxCount>> counts = new HashMap<>();
    AuditState state = AuditState.begin();

    @Nullable
    AuditPlan plan;

    BoxClaim.@Nullable Auditable claim;

    @Nullable
    AuditSeed seed;

    @Nullable
    AuditDraw draw;

    @Nullable
    Contest contest;

    private final BoxAudits audits;
    private final Set<Hash> draws = new HashSet<>();
    private @Nullable StationResults results;
    private @Nullable BallotManifest manifest;
    private long claimedAt;
    private long plannedAt;
    private @Nullable Hash planFile;
    private @Nullable Hash seedFile;

    AuditFold(String id, BoxAudits audits) {
        this.id = id;
        this.audits = audits;
    }

    void take(Frame.Committed step) {
        steps.add(step);
        Commitment commitment = step.commitment();
        Optional<byte[]> file = audits.file(commitment);
        if (file.isEmpty()) {
            Sentence what = BoxAudits.what(commitment.kind());
            faults.add(AuditFault.NOT_SHOWN.at(step.entry(), what.en(), what.es()));
            hidden(step);
            return;
        }
        byte[] bytes = file.get();
        switch (commitment.kind()) {
            case STATION_RESULTS ->
                read(step, bytes, StationResults::read).ifPresent(read -> {
                    results = read;
                    claimedAt = step.entry();
                    event(step, new AuditEvent.ClaimCommitted(false));
                });
            case BALLOT_MANIFEST ->
                read(step, bytes, BallotManifest::read).ifPresent(read -> {
                    manifest = read;
                    event(step, new AuditEvent.ClaimCommitted(true));
                });
            case PLAN -> {
                if (EvidencePlan.isOne(bytes)) {
                    order(step);
                } else {
                    read(step, bytes, AuditPlan::read).ifPresent(read -> plan(step, read));
                }
            }
            case SEED -> read(step, bytes, AuditSeed::read).ifPresent(read -> seed(step, read));
            case DRAW -> read(step, bytes, AuditDraw::read).ifPresent(read -> draw(step, read));
            case COUNTS -> read(step, bytes, BoxCounts::read).ifPresent(read -> counts(step, read));
        }
    }

    /** A file that is not here still has its place in the order, and others may name it. */
    private void hidden(Frame.Committed step) {
        Hash file = step.commitment().file();
        switch (step.commitment().kind()) {
            case STATION_RESULTS -> {
                claimedAt = step.entry();
                event(step, new AuditEvent.ClaimCommitted(false));
            }
            case BALLOT_MANIFEST -> event(step, new AuditEvent.ClaimCommitted(true));
            case PLAN -> {
                planFile = file;
                plannedAt = step.entry();
                event(step, new AuditEvent.PlanCommitted());
            }
            case SEED -> {
                seedFile = file;
                event(step, new AuditEvent.SeedThrown());
            }
            case DRAW -> {
                draws.add(file);
                event(step, new AuditEvent.BoxesDrawn());
            }
            case COUNTS -> event(step, new AuditEvent.BoxesCounted());
        }
    }

    private <T> Optional<T> read(Frame.Committed step, byte[] bytes, Function<byte[], Result<T>> reader) {
        return switch (reader.apply(bytes)) {
            case Result.Ok<T>(T value) -> Optional.of(value);
            case Result.Refused<T>(Problem problem) -> {
                file(step, problem.sentence());
                yield Optional.empty();
            }
        };
    }

    private void file(Frame.Committed step, Sentence why) {
        Sentence what = BoxAudits.what(step.commitment().kind());
        faults.add(AuditFault.FILE.at(step.entry(), what.en(), what.es(), why.en(), why.es()));
    }

    /** Whether the event has its place here. */
    private boolean event(Frame.Committed step, AuditEvent event) {
        Optional<AuditState> next = state.after(event);
        if (next.isEmpty()) {
            order(step);
            return false;
        }
        state = next.get();
        return true;
    }

    private void order(Frame.Committed step) {
        Sentence what = BoxAudits.what(step.commitment().kind());
        faults.add(AuditFault.ORDER.at(step.entry(), what.en(), what.es()));
    }

    /** Whether a file names this audit and the files that it builds on. */
    private boolean isOurs(Frame.Committed step, boolean isSame) {
        if (!isSame) {
            file(
                    step,
                    new Sentence(
                            "it names another audit, or other files than this audit committed to",
                            "nombra otra auditoría, u otros archivos que los comprometidos"));
        }
        return isSame;
    }

    private void plan(Frame.Committed step, AuditPlan read) {
        if (!event(step, new AuditEvent.PlanCommitted())) {
            return;
        }
        plan = read;
        planFile = step.commitment().file();
        plannedAt = step.entry();
        boolean isOurs = read.audit().equals(id)
                && Objects.equals(read.results(), committed(Commitment.Kind.STATION_RESULTS))
                && Objects.equals(read.manifest(), committed(Commitment.Kind.BALLOT_MANIFEST));
        if (isOurs(step, isOurs) && results != null && manifest != null) {
            claim(step, read, new BoxClaim.Auditable(results, manifest, read.unauditable()));
        }
    }

    private @Nullable Hash committed(Commitment.Kind kind) {
        return steps.stream()
                .map(Frame.Committed::commitment)
                .filter(commitment -> commitment.kind() == kind)
                .map(Commitment::file)
                .findFirst()
                .orElse(null);
    }

    /** Holds results, boxes and plan against the entries before them. */
    private void claim(Frame.Committed step, AuditPlan read, BoxClaim.Auditable stated) {
        Reconciliation election = audits.electionBefore(claimedAt).orElse(null);
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
        boolean isSheets = read.claim() instanceof AuditClaim.Sheets;
        if (!isSheets && !read.claim().equals(BoxClaim.announcedIn(result))) {
            claimFault(step, new Sentence("they are of another announcer", "son de otro anunciante"));
            return;
        }
        Map<StationCode, BallotManifest.Box> books = new HashMap<>();
        for (BallotManifest.Box box : stated.manifest().boxes()) {
            if (box.basis() == BallotManifest.Basis.POLL_BOOK) {
                books.put(box.station(), box);
            }
        }
        switch (BoxClaim.of(election, result, isSheets, read.winners().size(), books)) {
            case BoxClaim.NotAuditable(Sentence why) -> claimFault(step, why);
            case BoxClaim.Auditable given -> compare(step, read, stated, given);
        }
    }

    private void claimFault(Frame.Committed step, Sentence why) {
        faults.add(AuditFault.CLAIM.at(step.entry(), why.en(), why.es()));
    }

    private void compare(Frame.Committed step, AuditPlan read, BoxClaim.Auditable stated, BoxClaim.Auditable given) {
        if (!java.util.Arrays.equals(stated.results().bytes(), given.results().bytes())) {
            claimFault(step, new Sentence("other stations or votes", "otras mesas o votos"));
        } else if (!stated.manifest().equals(given.manifest()) || stated.unauditable() != given.unauditable()) {
            faults.add(AuditFault.BOXES.at(
                    step.entry(), "other stations, bounds or places", "otras mesas, cotas o lugares"));
        } else if (AuditPlanner.check(read, given) instanceof Result.Refused<AuditPlan>(Problem problem)) {
            faults.add(AuditFault.PLAN.at(
                    step.entry(), problem.sentence().en(), problem.sentence().es()));
        } else {
            claim = given;
        }
    }

    private void seed(Frame.Committed step, AuditSeed read) {
        if (!event(step, new AuditEvent.SeedThrown())
                || !isOurs(step, read.audit().equals(id) && Objects.equals(read.plan(), planFile))) {
            return;
        }
        seed = read;
        seedFile = step.commitment().file();
        if (!BoxAudits.dice(read).equals(read.text())) {
            file(
                    step,
                    new Sentence(
                            "something that was not thrown with dice follows the digits",
                            "a los dígitos sigue algo que no se echó con dados"));
        }
        audits.firstWith(read)
                .map(first -> first.commitment().audit())
                .filter(other -> !other.equals(id))
                .ifPresent(other -> faults.add(AuditFault.SEED_USED.at(step.entry(), other)));
        long opened = audits.frame().logOpenedAt();
        boolean hasLog = opened != Frame.NEVER && opened < step.entry();
        if (!audits.isPublishedBetween(plannedAt, step.entry())) {
            faults.add((hasLog ? AuditFault.NOT_PUBLIC : AuditFault.NO_LOG).at(step.entry()));
        }
    }

    private void draw(Frame.Committed step, AuditDraw read) {
        boolean isDrawn = event(step, read.isFull() ? new AuditEvent.AllBoxesOrdered() : new AuditEvent.BoxesDrawn());
        boolean isOurs = read.audit().equals(id)
                && Objects.equals(read.plan(), planFile)
                && Objects.equals(read.seed(), seedFile);
        AuditPlan planned = plan;
        AuditSeed thrown = seed;
        if (!isDrawn || !isOurs(step, isOurs)) {
            return;
        }
        // Counts may name it even where it can't be drawn again here.
        draws.add(step.commitment().file());
        if (claim == null || planned == null || thrown == null) {
            return;
        }
        List<StationCode> again = AuditDrawing.draw(
                thrown,
                AuditDrawing.weights(claim, planned.winners().size()),
                read.draws().size());
        for (int i = 0; i < again.size(); i++) {
            if (!again.get(i).equals(read.draws().get(i))) {
                faults.add(AuditFault.DRAW.at(
                        step.entry(), i + 1, again.get(i), read.draws().get(i)));
                return;
            }
        }
        if (draw != null && draw.draws().size() > read.draws().size()) {
            file(step, new Sentence("it has fewer draws than an earlier one", "tiene menos sorteos que uno anterior"));
            return;
        }
        draw = read;
    }

    private void counts(Frame.Committed step, BoxCounts read) {
        AuditDraw drawn = draw;
        Contest audited = contest;
        if (!event(step, new AuditEvent.BoxesCounted())
                || !isOurs(step, read.audit().equals(id) && draws.contains(read.draw()))
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
                faults.add(AuditFault.COUNT.at(step.entry(), count.station(), fault.en(), fault.es()));
                continue;
            }
            counts.computeIfAbsent(count.station(), _ -> new ArrayList<>()).add(count);
        }
    }
}
