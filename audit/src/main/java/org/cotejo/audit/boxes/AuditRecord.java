package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.EntryBlock;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** What audits of every kind are judged from: all entries, the files that they commit to, and which seed was used first where. */
public final class AuditRecord {
    private final List<EntryBlock> blocks;
    private final AuditFiles files;
    private final Frame frame;
    private final Map<String, Frame.Committed> seeds = new HashMap<>();
    private long electionEntries = Frame.NEVER;
    private @Nullable Reconciliation election;

    private AuditRecord(List<EntryBlock> blocks, AuditFiles files) {
        this.blocks = blocks;
        this.files = files;
        this.frame = Frame.of(blocks);
        for (Frame.Committed step : frame.commitments()) {
            if (step.commitment().kind() == Commitment.Kind.SEED
                    && file(step.commitment()).map(AuditSeed::read).orElse(null)
                            instanceof Result.Ok<AuditSeed>(AuditSeed seed)) {
                seeds.putIfAbsent(dice(seed), step);
            }
        }
    }

    /** The record of these entries. Throws {@link FoldException} as folding does. */
    public static AuditRecord of(List<EntryBlock> blocks, AuditFiles files) {
        return new AuditRecord(blocks, files);
    }

    /** What each audit committed to, the audits in the order of their first entries. */
    private Map<String, List<Frame.Committed>> byAudit() {
        Map<String, List<Frame.Committed>> byAudit = new LinkedHashMap<>();
        for (Frame.Committed step : frame.commitments()) {
            byAudit.computeIfAbsent(step.commitment().audit(), _ -> new ArrayList<>())
                    .add(step);
        }
        return byAudit;
    }

    /** Audits of one kind: of the evidence, whose plans all say so, or of boxes, which are all others. */
    public Map<String, List<Frame.Committed>> byAudit(boolean isOfEvidence) {
        Map<String, List<Frame.Committed>> some = byAudit();
        some.values().removeIf(steps -> isOfEvidence(steps) != isOfEvidence);
        return some;
    }

    /**
     * Whether every plan is one of an audit of the evidence. Where a plan is not here, nobody knows, and it is shown as such. A plan of
     * another kind beside it is a fault, never a way out.
     */
    private boolean isOfEvidence(List<Frame.Committed> steps) {
        List<Frame.Committed> plans = steps.stream()
                .filter(step -> step.commitment().kind() == Commitment.Kind.PLAN)
                .toList();
        return !plans.isEmpty()
                && plans.stream()
                        .allMatch(step -> file(step.commitment())
                                .filter(EvidencePlan::isOne)
                                .isPresent());
    }

    Optional<byte[]> file(Commitment commitment) {
        return files.find(commitment.file());
    }

    Frame frame() {
        return frame;
    }

    /** The digits of dice that a seed begins with. */
    public static String dice(AuditSeed seed) {
        int end = seed.text().indexOf('+');
        return end < 0 ? seed.text() : seed.text().substring(0, end);
    }

    /** The first entry that used the dice of a seed, whatever audit it was of: later ones were known before. */
    Optional<Frame.Committed> firstWith(AuditSeed seed) {
        return Optional.ofNullable(seeds.get(dice(seed)));
    }

    /** The election as the first so many entries state it; empty if they state none. */
    public Optional<Reconciliation> electionBefore(long entry) {
        // One is much to hold, and audits of one election mostly follow each other.
        if (entry != electionEntries) {
            election = null;
            election = reconciled(EntryBlock.first(blocks, entry));
            electionEntries = entry;
        }
        return Optional.ofNullable(election);
    }

    private static @Nullable Reconciliation reconciled(List<EntryBlock> blocks) {
        try {
            return Reconciler.reconcile(Dossier.of(blocks));
        } catch (FoldException e) {
            return null;
        }
    }

    /** Whether a head with the entry was published before another entry came. */
    boolean isPublishedBetween(long entry, long later) {
        return frame.publications().stream()
                .anyMatch(publication -> publication.entries() > entry && publication.entries() < later);
    }

    /** What a commitment is about, in words. */
    static Sentence what(Commitment.Kind kind) {
        return switch (kind) {
            case PLAN -> new Sentence("the plan", "el plan");
            case STATION_RESULTS -> new Sentence("the station results", "los resultados por mesa");
            case BALLOT_MANIFEST -> new Sentence("the list of boxes", "la lista de cajas");
            case SEED -> new Sentence("the seed", "la semilla");
            case DRAW -> new Sentence("the draw", "el sorteo");
            case COUNTS -> new Sentence("the counts", "los conteos");
        };
    }
}
