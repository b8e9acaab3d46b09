package org.cotejo.node.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.publication.MirrorList;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.ForkEvidence;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/** Says what a head is worth: whose it is, who signed and cosigned it, and whether it continues the one that is kept. */
final class HeadJudge {
    private final @Nullable Policy policy;
    private final @Nullable Succession succession;
    private final @Nullable String origin;
    private final Evidence evidence;

    /** {@code origin}: that of the log that is mirrored here, null while there is none. */
    HeadJudge(@Nullable Policy policy, @Nullable Succession succession, @Nullable String origin, Evidence evidence) {
        this.policy = policy;
        this.succession = succession;
        this.origin = origin;
        this.evidence = evidence;
    }

    /** What can be said of it without any other head; what is refuted ends the round. */
    List<Sighting> alone(SignedCheckpoint head) throws SeenException {
        String of = head.checkpoint().origin();
        if (origin != null && !origin.equals(of)) {
            throw new SeenException(Sighting.Kind.OTHER_LOG.at("checkpoint", of));
        }
        Succession ended = succession;
        if (ended != null
                && of.equals(ended.from().name())
                && !head.checkpoint().equals(ended.last().checkpoint())) {
            evidence.head(head.bytes());
            throw new SeenException(Sighting.Kind.REVOKED.at(
                    "checkpoint", ended.last().checkpoint().size()));
        }
        Policy pinned = policy;
        if (pinned == null) {
            return List.of(Sighting.Kind.NO_POLICY.at("checkpoint"));
        }
        return switch (pinned.judge(head)) {
            case Result.Refused<Policy.Verdict>(Problem problem) -> {
                boolean isOther = problem.code().equals("POLICY-110");
                evidence.head(head.bytes());
                throw new SeenException(
                        isOther
                                ? Sighting.Kind.OTHER_LOG.at("checkpoint", of)
                                : Sighting.Kind.FALSE_HEAD.because("checkpoint", problem.sentence()));
            }
            case Result.Ok<Policy.Verdict>(Policy.Verdict verdict) ->
                verdict.isReached()
                        ? List.of()
                        : List.of(Sighting.Kind.UNWITNESSED.at(
                                "checkpoint", head.checkpoint().size(), pinned.quorum()));
        };
    }

    /** The head that is shown with what another note of the same head brings more: lines of keys that the policy names, and no others. */
    SignedCheckpoint better(SignedCheckpoint shown, SignedCheckpoint other) {
        Policy pinned = policy;
        if (pinned == null) {
            return shown;
        }
        List<NoteSignature> lines = new ArrayList<>(shown.note().signatures());
        for (Policy.Witness witness : pinned.witnesses()) {
            List<NoteSignature> theirs = other.note().signatures().stream()
                    .filter(line -> line.isBy(witness.key()))
                    .toList();
            if (!theirs.isEmpty()
                    && lines.stream().noneMatch(theirs::contains)
                    && lines.size() < Note.SIGNATURES_MOST) {
                lines.removeIf(line -> line.isBy(witness.key()));
                lines.add(theirs.getLast());
            }
        }
        return new SignedCheckpoint(shown.checkpoint(), new Note(shown.note().text(), lines));
    }

    /** A list of mirrors of this log, signed by its key where a key is pinned. */
    Result<MirrorList> signed(MirrorList list, String log) {
        Policy pinned = policy;
        return pinned == null
                ? list.of(log)
                : list.of(log)
                        .then(one -> one.verify(
                                pinned.logs().stream().map(Policy.Log::key).toList()));
    }

    /** The two heads are of one size. */
    void same(SignedCheckpoint kept, SignedCheckpoint head) throws SeenException {
        if (!kept.checkpoint().root().equals(head.checkpoint().root())) {
            fork(kept, head, Optional.of(ForkEvidence.of(kept, head)));
        }
    }

    /** Whether the larger head, of which the tiles are at hand, continues the smaller one; throws what is seen if not. */
    void continues(SignedCheckpoint older, SignedCheckpoint newer, TileReader tiles) throws SeenException {
        Checkpoint first = older.checkpoint();
        if (first.size() == 0) {
            return;
        }
        Hash root = switch (tiles.root(first.size())) {
            case Result.Ok<Hash>(Hash found) -> found;
            case Result.Refused<Hash>(Problem problem) ->
                throw new SeenException(Sighting.Kind.CHANGED.because("tile", problem.sentence()));
        };
        if (!root.equals(first.root())) {
            fork(
                    older,
                    newer,
                    ForkEvidence.of(older, newer, tiles) instanceof Result.Ok<ForkEvidence>(var made)
                            ? Optional.of(made)
                            : Optional.empty());
        }
    }

    /** Whether a log that took over from another one begins with that one's entries; throws what is seen if not. */
    void succeeds(SignedCheckpoint head, TileReader tiles) throws SeenException {
        Succession begun = succession;
        if (begun == null || !head.checkpoint().origin().equals(begun.to().name())) {
            return;
        }
        Checkpoint last = begun.last().checkpoint();
        boolean isKept = last.size() == 0
                || last.size() <= head.checkpoint().size()
                        && tiles.root(last.size()) instanceof Result.Ok<Hash>(Hash root)
                        && root.equals(last.root());
        if (!isKept) {
            evidence.heads("succession", begun.last(), head);
            throw new SeenException(Sighting.Kind.NOT_SUCCEEDED.at("checkpoint", last.size()));
        }
    }

    private void fork(SignedCheckpoint one, SignedCheckpoint other, Optional<ForkEvidence> fork) throws SeenException {
        Policy pinned = policy;
        List<Vkey> keys = pinned == null
                ? List.of()
                : pinned.logs().stream().map(Policy.Log::key).toList();
        if (fork.isPresent() && fork.get().verify(keys) instanceof Result.Ok<ForkEvidence>(ForkEvidence proven)) {
            evidence.fork(proven);
        } else {
            evidence.heads("fork", one, other);
        }
        throw new SeenException(Sighting.Kind.FORK.at("checkpoint"));
    }
}
