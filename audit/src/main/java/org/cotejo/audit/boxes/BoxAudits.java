package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.EntryBlock;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/**
 * All audits of boxes that entries commit to, made again from the entries and the files that they name: the one piece of code that
 * judges them, whoever asks. Every claim is held against the entries that stood before it, so that one whose figures were made up for
 * the audit is found.
 */
public final class BoxAudits {
    private final List<EntryBlock> blocks;
    private final AuditFiles files;
    private final Frame frame;
    private final Map<String, Frame.Committed> seeds = new HashMap<>();
    private long electionEntries = Frame.NEVER;
    private @Nullable Reconciliation election;

    private BoxAudits(List<EntryBlock> blocks, AuditFiles files) {
        this.blocks = blocks;
        this.files = files;
        this.frame = Frame.of(blocks);
    }

    /** Judges every audit, in the order of their first entries. Throws {@link org.cotejo.dossier.FoldException} as folding does. */
    public static List<AuditReport> of(List<EntryBlock> blocks, AuditFiles files) {
        return new BoxAudits(blocks, files).all();
    }

    /** Judges one audit; empty if there is none of that id. */
    public static Optional<AuditReport> one(List<EntryBlock> blocks, AuditFiles files, String id) {
        return of(blocks, files).stream()
                .filter(report -> report.id().equals(id))
                .findFirst();
    }

    /** The names of the audits there are, for a refusal. */
    public static String names(List<AuditReport> audits) {
        return audits.isEmpty() ? "-" : audits.stream().map(AuditReport::id).collect(Collectors.joining(", "));
    }

    private List<AuditReport> all() {
        Map<String, List<Frame.Committed>> byAudit = new LinkedHashMap<>();
        for (Frame.Committed step : frame.commitments()) {
            byAudit.computeIfAbsent(step.commitment().audit(), _ -> new ArrayList<>())
                    .add(step);
        }
        seeds();
        List<AuditReport> reports = new ArrayList<>();
        byAudit.forEach((id, steps) -> {
            if (!isOfBoxes(steps)) {
                return;
            }
            AuditFold fold = new AuditFold(id, this);
            steps.forEach(fold::take);
            reports.add(new AuditJudge(fold).report());
        });
        return List.copyOf(reports);
    }

    /** Which entry used which dice first, whatever audit it was of: later ones were known before. */
    private void seeds() {
        for (Frame.Committed step : frame.commitments()) {
            if (step.commitment().kind() == Commitment.Kind.SEED
                    && file(step.commitment()).map(AuditSeed::read).orElse(null)
                            instanceof Result.Ok<AuditSeed>(AuditSeed seed)) {
                seeds.putIfAbsent(dice(seed), step);
            }
        }
    }

    /** The digits of dice that a seed begins with. */
    public static String dice(AuditSeed seed) {
        int end = seed.text().indexOf('+');
        return end < 0 ? seed.text() : seed.text().substring(0, end);
    }

    /** The first entry that used the dice of a seed. */
    Optional<Frame.Committed> firstWith(AuditSeed seed) {
        return Optional.ofNullable(seeds.get(dice(seed)));
    }

    /**
     * Whether any plan is one of an audit of boxes, or is not here: then nobody knows, and it is shown as such. A plan of another kind
     * beside it is a fault, never a way out.
     */
    private boolean isOfBoxes(List<Frame.Committed> steps) {
        List<Frame.Committed> plans = steps.stream()
                .filter(step -> step.commitment().kind() == Commitment.Kind.PLAN)
                .toList();
        return plans.isEmpty()
                || !plans.stream()
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

    /** The election as the first so many entries state it; empty if they state none. */
    Optional<Reconciliation> electionBefore(long entry) {
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

    /** Why the outcome announced in a contest can't be audited, whatever boxes there are; empty if it can. */
    public static Optional<Sentence> notAuditable(Reconciliation election, ContestResult result) {
        return Optional.ofNullable(BoxClaim.obstacle(election, result, false));
    }
}
