package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.StationResults;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What audits of every kind have in common while their entries are taken in one after the other: each entry has its place, files
 * name the files that they build on, the seed came after the plan was public and was never used before. What does not fit is kept as a
 * fault.
 */
public abstract class AuditSteps {
    private final String id;
    private final AuditRecord record;
    private final List<Frame.Committed> steps = new ArrayList<>();
    private final List<AuditFault.Found> faults = new ArrayList<>();
    private final Set<Hash> draws = new HashSet<>();
    private AuditState state = AuditState.begin();
    private @Nullable StationResults results;
    private @Nullable BallotManifest manifest;
    private @Nullable AuditSeed seed;
    private @Nullable AuditDraw draw;
    private long claimedAt;
    private long plannedAt;
    private @Nullable Hash planFile;
    private @Nullable Hash seedFile;

    /** No entry taken yet. */
    protected AuditSteps(String id, AuditRecord record) {
        this.id = id;
        this.record = record;
    }

    /** Takes the next entry of the audit. */
    public final void take(Frame.Committed step) {
        steps.add(step);
        Commitment commitment = step.commitment();
        Optional<byte[]> file = record.file(commitment);
        if (file.isEmpty()) {
            Sentence what = AuditRecord.what(commitment.kind());
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
            case PLAN -> plan(step, bytes);
            case SEED -> read(step, bytes, AuditSeed::read).ifPresent(read -> seed(step, read));
            case DRAW -> read(step, bytes, AuditDraw::read).ifPresent(read -> draw(step, read));
            case COUNTS -> counts(step, bytes);
        }
    }

    /** The plan, of whatever kind; its file begins as it may. */
    protected abstract void plan(Frame.Committed step, byte[] bytes);

    /** What was found at the drawn stations. */
    protected abstract void counts(Frame.Committed step, byte[] bytes);

    /** What the seed gives in place of a draw that has its place and names the right files; null where it can't be drawn again here. */
    protected abstract @Nullable List<org.cotejo.definition.StationCode> again(Frame.Committed step, AuditDraw read);

    /** A file that is not here still has its place in the order, and others may name it. */
    private void hidden(Frame.Committed step) {
        Hash file = step.commitment().file();
        switch (step.commitment().kind()) {
            case STATION_RESULTS -> {
                claimedAt = step.entry();
                event(step, new AuditEvent.ClaimCommitted(false));
            }
            case BALLOT_MANIFEST -> event(step, new AuditEvent.ClaimCommitted(true));
            case PLAN -> planned(step);
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

    /** Reads a file; keeps as a fault why it can't be read. */
    protected final <T> Optional<T> read(Frame.Committed step, byte[] bytes, Function<byte[], Result<T>> reader) {
        return switch (reader.apply(bytes)) {
            case Result.Ok<T>(T value) -> Optional.of(value);
            case Result.Refused<T>(Problem problem) -> {
                file(step, problem.sentence());
                yield Optional.empty();
            }
        };
    }

    /** A file is not what it should be. */
    protected final void file(Frame.Committed step, Sentence why) {
        Sentence what = AuditRecord.what(step.commitment().kind());
        fault(step, AuditFault.FILE, what.en(), what.es(), why.en(), why.es());
    }

    /** Keeps a fault of an entry, with the values of its sentence. */
    protected final void fault(Frame.Committed step, AuditFault fault, Object... values) {
        faults.add(fault.at(step.entry(), values));
    }

    /** Whether the event has its place here; a fault if not. */
    protected final boolean event(Frame.Committed step, AuditEvent event) {
        Optional<AuditState> next = state.after(event);
        if (next.isEmpty()) {
            order(step);
            return false;
        }
        state = next.get();
        return true;
    }

    /** An entry has no place where it stands. */
    protected final void order(Frame.Committed step) {
        Sentence what = AuditRecord.what(step.commitment().kind());
        fault(step, AuditFault.ORDER, what.en(), what.es());
    }

    /** Whether a file names this audit and the files that it builds on; a fault if not. */
    protected final boolean isOurs(Frame.Committed step, boolean isSame) {
        if (!isSame) {
            file(
                    step,
                    new Sentence(
                            "it names another audit, or other files than this audit committed to",
                            "nombra otra auditoría, u otros archivos que los comprometidos"));
        }
        return isSame;
    }

    /** The plan's place in the order. */
    protected final boolean planned(Frame.Committed step) {
        if (!event(step, new AuditEvent.PlanCommitted())) {
            return false;
        }
        planFile = step.commitment().file();
        plannedAt = step.entry();
        return true;
    }

    /** The file of a kind that was committed to first; null if there is none. */
    protected final @Nullable Hash committed(Commitment.Kind kind) {
        return steps.stream()
                .map(Frame.Committed::commitment)
                .filter(commitment -> commitment.kind() == kind)
                .map(Commitment::file)
                .findFirst()
                .orElse(null);
    }

    private void seed(Frame.Committed step, AuditSeed read) {
        if (!event(step, new AuditEvent.SeedThrown())
                || !isOurs(step, read.audit().equals(id) && Objects.equals(read.plan(), planFile))) {
            return;
        }
        seed = read;
        seedFile = step.commitment().file();
        if (!AuditRecord.dice(read).equals(read.text())) {
            file(
                    step,
                    new Sentence(
                            "something that was not thrown with dice follows the digits",
                            "a los dígitos sigue algo que no se echó con dados"));
        }
        record.firstWith(read)
                .map(first -> first.commitment().audit())
                .filter(other -> !other.equals(id))
                .ifPresent(other -> fault(step, AuditFault.SEED_USED, other));
        long opened = record.frame().logOpenedAt();
        boolean hasLog = opened != Frame.NEVER && opened < step.entry();
        if (!record.isPublishedBetween(plannedAt, step.entry())) {
            fault(step, hasLog ? AuditFault.NOT_PUBLIC : AuditFault.NO_LOG);
        }
    }

    private void draw(Frame.Committed step, AuditDraw read) {
        boolean isDrawn = event(step, read.isFull() ? new AuditEvent.AllBoxesOrdered() : new AuditEvent.BoxesDrawn());
        boolean isOurs = read.audit().equals(id)
                && Objects.equals(read.plan(), planFile)
                && Objects.equals(read.seed(), seedFile);
        if (!isDrawn || !isOurs(step, isOurs)) {
            return;
        }
        // Counts may name it even where it can't be drawn again here.
        draws.add(step.commitment().file());
        List<org.cotejo.definition.StationCode> again = again(step, read);
        if (again == null) {
            return;
        }
        for (int i = 0; i < again.size(); i++) {
            if (!again.get(i).equals(read.draws().get(i))) {
                fault(step, AuditFault.DRAW, i + 1, again.get(i), read.draws().get(i));
                return;
            }
        }
        if (draw != null && draw.draws().size() > read.draws().size()) {
            file(step, new Sentence("it has fewer draws than an earlier one", "tiene menos sorteos que uno anterior"));
            return;
        }
        draw = read;
    }

    public final String id() {
        return id;
    }

    /** What this audit is judged from. */
    protected final AuditRecord record() {
        return record;
    }

    public final List<Frame.Committed> steps() {
        return List.copyOf(steps);
    }

    public final List<AuditFault.Found> faults() {
        return List.copyOf(faults);
    }

    public final AuditState state() {
        return state;
    }

    /** The committed results; null before they are, and where they are not here. */
    public final @Nullable StationResults results() {
        return results;
    }

    /** The committed boxes; null before they are, and where they are not here. */
    public final @Nullable BallotManifest manifest() {
        return manifest;
    }

    /** Index of the entry that committed to the results: the claim is held against the entries before it. */
    protected final long claimedAt() {
        return claimedAt;
    }

    public final @Nullable AuditSeed seed() {
        return seed;
    }

    /** The newest draw that is what the seed gives. */
    public final @Nullable AuditDraw draw() {
        return draw;
    }

    /** Whether a file is a draw of this audit. */
    protected final boolean isDraw(Hash file) {
        return draws.contains(file);
    }

    /** The first fault that makes the audit say nothing, else the first that hides a part of it; empty if there is none. */
    public final Optional<AuditFault.Found> gravest() {
        return faults.stream()
                .filter(found -> found.fault().weight() == AuditFault.Weight.VOID)
                .findFirst()
                .or(() -> faults.stream()
                        .filter(found -> found.fault().weight() == AuditFault.Weight.NOT_SHOWN)
                        .findFirst());
    }

    /** Whether no public log held the plan before the seed, so that nobody else can know that it was there. */
    public final boolean isUnpublished() {
        return faults.stream().anyMatch(found -> found.fault().weight() == AuditFault.Weight.UNPUBLISHED);
    }
}
