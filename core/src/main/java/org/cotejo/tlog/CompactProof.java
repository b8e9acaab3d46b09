package org.cotejo.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;

/**
 * A proof of inclusion in as few bytes as paper allows (docs/formats/receipt.md): the same as a {@link TlogProof} with Ed25519 signatures,
 * without the names and the root, which the reader has: names from the pinned policy, the root by computing it. Each of the two forms is made
 * from the other one, byte for byte.
 *
 * @param extra base64 of whatever its maker added, empty if nothing; nobody vouches for it
 * @param path from the leaf's neighbour up to the root
 * @param lines the log's signature first, then cosignatures; all of Ed25519
 */
public record CompactProof(long size, long index, String extra, List<Hash> path, List<NoteSignature> lines) {
    /** Most bytes: what the largest QR code holds. */
    public static final int SIZE_MOST = 2_953;

    private static final int FORM = 0xC1;
    private static final int LINES_MOST = 30;
    private static final int TIMED = Long.BYTES + Ed25519Key.SIGNATURE_SIZE;

    public CompactProof {
        path = List.copyOf(path);
        lines = List.copyOf(lines);
        Check.that(index >= 0 && index < size && size <= TreeHash.SIZE_MOST, "entry %d of %d", index, size);
        Check.that(path.size() <= TlogProof.PATH_MOST, "a path of %d hashes", path.size());
        Check.that(!lines.isEmpty() && lines.size() <= LINES_MOST, "%d signatures", lines.size());
    }

    /** The compact form of a proof: of its lines those by keys of the policy that sign with Ed25519; refused without the log's own. */
    public static Result<CompactProof> of(TlogProof proof, Policy policy) {
        List<Vkey> keys = keys(policy);
        List<NoteSignature> lines = proof.checkpoint().note().signatures().stream()
                .filter(line -> keys.stream().anyMatch(line::isBy))
                .toList();
        String origin = proof.checkpoint().checkpoint().origin();
        List<NoteSignature> ordered = new ArrayList<>();
        lines.stream().filter(line -> isLog(line, keys, origin)).limit(1).forEach(ordered::add);
        if (ordered.isEmpty()) {
            return Result.refused(CompactBytes.problem(
                    "no Ed25519 signature of a log that the policy names is in it",
                    "no contiene ninguna firma Ed25519 de un registro que nombra la política"));
        }
        lines.stream()
                .filter(line -> line.signature().length == TIMED && ordered.size() < LINES_MOST)
                .forEach(ordered::add);
        if (proof.index() >= proof.checkpoint().checkpoint().size()) {
            return Result.refused(
                    CompactBytes.problem("its index is not in the log", "su índice no está en el registro"));
        }
        return Result.ok(new CompactProof(
                proof.checkpoint().checkpoint().size(), proof.index(), proof.extra(), proof.path(), ordered));
    }

    private static boolean isLog(NoteSignature line, List<Vkey> keys, String origin) {
        return line.signature().length == Ed25519Key.SIGNATURE_SIZE
                && keys.stream()
                        .anyMatch(key -> key.kind() == Vkey.Kind.NOTE
                                && line.isBy(key)
                                && key.name().equals(origin));
    }

    private static List<Vkey> keys(Policy policy) {
        List<Vkey> keys = new ArrayList<>();
        policy.logs().stream()
                .map(Policy.Log::key)
                .filter(key -> key.kind() == Vkey.Kind.NOTE)
                .forEach(keys::add);
        policy.witnesses().stream()
                .map(Policy.Witness::key)
                .filter(key -> key.kind() == Vkey.Kind.COSIGNATURE)
                .forEach(keys::add);
        return keys;
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(FORM);
        CompactBytes.number(size, to);
        CompactBytes.number(index, to);
        byte[] added = Base64.getDecoder().decode(extra);
        CompactBytes.number(added.length, to);
        to.writeBytes(added);
        CompactBytes.hashes(path, to);
        to.write(lines.size());
        for (NoteSignature line : lines) {
            byte[] signature = line.signature();
            to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(line.id()).array());
            if (signature.length == TIMED) {
                CompactBytes.number(ByteBuffer.wrap(signature).getLong(), to);
            }
            to.write(signature, signature.length - Ed25519Key.SIGNATURE_SIZE, Ed25519Key.SIGNATURE_SIZE);
        }
        return to.toByteArray();
    }

    /** Reads a compact proof; the names of its signers are those of the policy. Whether it is true is for {@link #proof} and its verdict. */
    public static Result<CompactProof> parse(byte[] bytes, Policy policy) {
        if (bytes.length > SIZE_MOST) {
            return Result.refused(CompactBytes.problem("it is too long", "es demasiado larga"));
        }
        try {
            return Result.ok(read(new CompactBytes(bytes), keys(policy)));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    private static CompactProof read(CompactBytes from, List<Vkey> keys) {
        if (from.octet() != FORM) {
            throw CompactBytes.refused("it begins otherwise", "empieza de otro modo");
        }
        long size = from.number();
        long index = from.number();
        if (size > TreeHash.SIZE_MOST || index >= size) {
            throw CompactBytes.refused("its index is not in the log", "su índice no está en el registro");
        }
        long added = from.number();
        String extra = Base64.getEncoder().encodeToString(from.take((int) Math.min(added, SIZE_MOST + 1L)));
        List<Hash> path = from.hashes();
        int count = from.octet();
        if (count < 1 || count > LINES_MOST) {
            throw CompactBytes.refused("it has no signatures, or too many", "no tiene firmas, o demasiadas");
        }
        List<NoteSignature> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(from, keys, i == 0));
        }
        from.end();
        return new CompactProof(size, index, extra, path, lines);
    }

    private static NoteSignature line(CompactBytes from, List<Vkey> keys, boolean isLog) {
        int id = ByteBuffer.wrap(from.take(Integer.BYTES)).getInt();
        Vkey.Kind kind = isLog ? Vkey.Kind.NOTE : Vkey.Kind.COSIGNATURE;
        List<Vkey> named = keys.stream()
                .filter(key -> key.kind() == kind && key.id() == id)
                .toList();
        if (named.size() != 1) {
            throw CompactBytes.refused(
                    "a key that the policy does not name has signed it",
                    "la firmó una clave que la política no nombra");
        }
        if (isLog) {
            return new NoteSignature(named.getFirst().name(), id, from.take(Ed25519Key.SIGNATURE_SIZE));
        }
        long seconds = from.number();
        return NoteSignature.timed(named.getFirst(), seconds, from.take(Ed25519Key.SIGNATURE_SIZE));
    }

    /** The same as a file: with the root to which the path leads from this leaf, which the signatures must then be over. */
    public Result<TlogProof> proof(Hash leaf) {
        return Inclusion.root(index, size, leaf, path).then(root -> {
            Checkpoint head = new Checkpoint(lines.getFirst().name(), size, root);
            return Result.ok(
                    new TlogProof(extra, index, path, new SignedCheckpoint(head, new Note(head.text(), lines))));
        });
    }
}
