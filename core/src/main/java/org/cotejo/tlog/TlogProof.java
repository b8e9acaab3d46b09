package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;

/**
 * Proof for anybody, without a network, that an entry is in a log (C2SP tlog-proof): its index, the hashes up to the root, and
 * the checkpoint with its cosignatures.
 *
 * @param extra base64 of whatever its maker added, empty if nothing; nobody vouches for it
 * @param path from the leaf's neighbour up to the root
 */
public record TlogProof(String extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {
    /** Most bytes of a file. */
    public static final int SIZE_MOST = Note.SIZE_MOST + (1 << 18);

    /** Most hashes of a path. */
    public static final int PATH_MOST = 63;

    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    public TlogProof {
        Check.that(extra.isEmpty() || Plain.base64(extra).isPresent(), "extra is not base64: %s", extra);
        Check.that(index >= 0 && index < TreeHash.SIZE_MOST, "a proof of entry %d", index);
        Check.that(path.size() <= PATH_MOST, "a path of %d hashes", path.size());
        path = List.copyOf(path);
    }

    /** A proof with nothing added. */
    public TlogProof(long index, List<Hash> path, SignedCheckpoint checkpoint) {
        this("", index, path, checkpoint);
    }

    /** Reads a file; whether the proof is true is for {@link #verify}. */
    public static Result<TlogProof> parse(byte[] file) {
        int split = emptyLine(file);
        if (file.length > SIZE_MOST || split < 0) {
            return malformed("it is too long, or has no checkpoint", "es demasiado larga o no trae punto de control");
        }
        Optional<String> text = Plain.text(Arrays.copyOf(file, split));
        if (text.isEmpty()) {
            return malformed("it is not UTF-8", "no es UTF-8");
        }
        List<String> lines = List.of(text.get().split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith("extra ");
        int indexAt = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(FIRST) || lines.size() <= indexAt) {
            return malformed("its first lines are others", "sus primeras líneas son otras");
        }
        String extra = hasExtra ? lines.get(1).substring("extra ".length()) : "";
        if (hasExtra && (extra.isEmpty() || Plain.base64(extra).isEmpty())) {
            return malformed("what was added is not base64", "lo añadido no es base64");
        }
        Optional<Long> index = Optional.of(lines.get(indexAt))
                .filter(line -> line.startsWith("index "))
                .flatMap(line -> Plain.number(line.substring("index ".length())))
                .filter(number -> number < TreeHash.SIZE_MOST);
        if (index.isEmpty()) {
            return malformed("the index is missing or no number", "falta el índice o no es un número");
        }
        return path(lines.subList(indexAt + 1, lines.size()))
                .then(path -> SignedCheckpoint.parse(Arrays.copyOfRange(file, split + 2, file.length))
                        .then(checkpoint -> Result.ok(new TlogProof(extra, index.get(), path, checkpoint))));
    }

    /** Where the first of two line feeds in a row stands; -1 if there are none. */
    private static int emptyLine(byte[] file) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == '\n' && file[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Result<List<Hash>> path(List<String> lines) {
        if (lines.size() > PATH_MOST) {
            return Result.refused(ProofFileProblem.MALFORMED.because(
                    "it has more than " + PATH_MOST + " hashes", "tiene más de " + PATH_MOST + " hashes"));
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines) {
            Optional<Hash> hash = Plain.hash(line);
            if (hash.isEmpty()) {
                return Result.refused(
                        ProofFileProblem.MALFORMED.because("a line is no hash", "una línea no es un hash"));
            }
            path.add(hash.get());
        }
        return Result.ok(path);
    }

    private static Result<TlogProof> malformed(String en, String es) {
        return Result.refused(ProofFileProblem.MALFORMED.because(en, es));
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        if (!extra.isEmpty()) {
            text.append("extra ").append(extra).append('\n');
        }
        text.append("index ").append(index).append('\n');
        path.forEach(hash -> text.append(Plain.base64(hash.bytes())).append('\n'));
        return Plain.joined(Plain.bytes(text.append('\n').toString()), checkpoint.bytes());
    }

    /** What a policy says of this proof of the entry with this leaf hash; refused where log, quorum or path do not hold. */
    public Result<Policy.Verdict> verify(Hash leaf, Policy policy) {
        Checkpoint head = checkpoint.checkpoint();
        return policy.verify(checkpoint)
                .then(verdict -> Inclusion.verify(index, head.size(), leaf, head.root(), path)
                        .then(_ -> Result.ok(verdict)));
    }
}
