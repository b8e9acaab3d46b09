package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Consistency;

/**
 * Two checkpoints that one log signed and that can't both be true, to be kept byte for byte and shown to anybody: the one act
 * that a log must never commit. Where the sizes differ, a proof shows which root the newer one had at the older one's size.
 *
 * @param older the smaller one, or either of two of the same size
 * @param instead the root that the first entries of the newer one have, other than the older one's
 * @param proof that the newer one continues {@code instead}; empty for two of the same size
 */
public record ForkEvidence(SignedCheckpoint older, SignedCheckpoint newer, Hash instead, List<Hash> proof) {
    private static final String FIRST = "cotejo fork 1";
    private static final int PROOF_MOST = 63;
    private static final int SIZE_MOST = 2 * Note.SIZE_MOST + 8_192;
    private static final int HEADER_LINES = 4;

    public ForkEvidence {
        Check.that(older.checkpoint().size() <= newer.checkpoint().size(), "the older one is larger");
        proof = List.copyOf(proof);
    }

    /** Two checkpoints of the same size. */
    public static ForkEvidence of(SignedCheckpoint one, SignedCheckpoint other) {
        return new ForkEvidence(one, other, other.checkpoint().root(), List.of());
    }

    /**
     * An older checkpoint, and a newer one of which the tiles are at hand; the evidence still has to be verified, and shows no
     * fork where the newer one continues the older one. The older one has entries.
     */
    public static Result<ForkEvidence> of(SignedCheckpoint older, SignedCheckpoint newer, TileReader log) {
        Check.that(log.head().equals(newer.checkpoint()), "tiles of another checkpoint");
        long size = older.checkpoint().size();
        return log.root(size)
                .then(root ->
                        log.consistency(size).then(proof -> Result.ok(new ForkEvidence(older, newer, root, proof))));
    }

    /** The two of them, now proven to be a fork by a holder of these keys of one log; else why they show none. */
    public Result<ForkEvidence> verify(Collection<Vkey> keysOfLog) {
        Checkpoint first = older.checkpoint();
        Checkpoint second = newer.checkpoint();
        if (!first.origin().equals(second.origin())) {
            return Result.refused(TlogProblem.ORIGIN.with(second.origin(), first.origin()));
        }
        return older.verify(keysOfLog)
                .then(_ -> newer.verify(keysOfLog))
                .then(_ -> continued(first, second))
                .then(_ -> instead.equals(first.root())
                        ? Result.refused(TlogProblem.NO_FORK.because(
                                "the newer one continues the older one", "la más nueva continúa la más antigua"))
                        : Result.ok(this));
    }

    private Result<Hash> continued(Checkpoint first, Checkpoint second) {
        if (first.size() == second.size()) {
            return instead.equals(second.root()) && proof.isEmpty()
                    ? Result.ok(instead)
                    : Result.refused(TlogProblem.NO_FORK.because(
                            "the root is not that of the newer one", "la raíz no es la de la más nueva"));
        }
        return Consistency.verify(first.size(), second.size(), instead, second.root(), proof);
    }

    /** One file with both notes as they were received. */
    public byte[] bytes() {
        byte[] first = older.bytes();
        byte[] second = newer.bytes();
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("older ").append(first.length).append('\n');
        text.append("newer ").append(second.length).append('\n');
        text.append("root ").append(Plain.base64(instead.bytes())).append('\n');
        proof.forEach(hash -> text.append(Plain.base64(hash.bytes())).append('\n'));
        return Plain.joined(Plain.bytes(text.append('\n').toString()), first, second);
    }

    /** Reads what {@link #bytes} gives; whether it shows a fork is for {@link #verify}. */
    public static Result<ForkEvidence> parse(byte[] file) {
        int split = 0;
        while (split + 1 < file.length && (file[split] != '\n' || file[split + 1] != '\n')) {
            split++;
        }
        Optional<String> text = Plain.text(Arrays.copyOf(file, split));
        if (file.length > SIZE_MOST || split + 1 >= file.length || text.isEmpty()) {
            return malformed("it is too long, or not in its form", "es demasiado largo o no tiene su forma");
        }
        List<String> lines = List.of(text.get().split("\n", -1));
        if (lines.size() < HEADER_LINES
                || lines.size() > HEADER_LINES + PROOF_MOST
                || !lines.getFirst().equals(FIRST)) {
            return malformed("its first lines are others", "sus primeras líneas son otras");
        }
        Optional<Long> first = value(lines.get(1), "older ").flatMap(Plain::number);
        Optional<Long> second = value(lines.get(2), "newer ").flatMap(Plain::number);
        Optional<Hash> instead = value(lines.get(3), "root ").flatMap(Plain::hash);
        List<Hash> proof = new ArrayList<>();
        lines.stream()
                .skip(HEADER_LINES)
                .flatMap(line -> Plain.hash(line).stream())
                .forEach(proof::add);
        int at = split + 2;
        boolean isWhole = first.isPresent()
                && second.isPresent()
                && instead.isPresent()
                && proof.size() == lines.size() - HEADER_LINES
                && first.get() <= SIZE_MOST
                && second.get() <= SIZE_MOST
                && at + first.get() + second.get() == file.length;
        if (!isWhole) {
            return malformed(
                    "a length, root or hash is not in its form", "una longitud, raíz o hash no tiene su forma");
        }
        int middle = at + Math.toIntExact(first.orElseThrow());
        return SignedCheckpoint.parse(Arrays.copyOfRange(file, at, middle))
                .then(one -> SignedCheckpoint.parse(Arrays.copyOfRange(file, middle, file.length))
                        .then(other -> made(one, other, instead.orElseThrow(), proof)));
    }

    private static Result<ForkEvidence> made(
            SignedCheckpoint one, SignedCheckpoint other, Hash instead, List<Hash> proof) {
        return one.checkpoint().size() <= other.checkpoint().size()
                ? Result.ok(new ForkEvidence(one, other, instead, proof))
                : malformed("the older one is larger", "la más antigua es mayor");
    }

    private static Optional<String> value(String line, String begin) {
        return line.startsWith(begin) ? Optional.of(line.substring(begin.length())) : Optional.empty();
    }

    private static Result<ForkEvidence> malformed(String en, String es) {
        return Result.refused(TlogProblem.FORK_FILE.because(en, es));
    }
}
