package org.cotejo.tlog;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;

/**
 * A proof of inclusion without any signature, for a root that the reader has from the gazette or a newspaper: nothing that a stolen key or a
 * quantum computer could touch (docs/formats/receipt.md).
 *
 * @param path from the leaf's neighbour up to the root
 */
public record AnchoredProof(long size, long index, List<Hash> path) {
    private static final int FORM = 0xC2;

    public AnchoredProof {
        path = List.copyOf(path);
        Check.that(index >= 0 && index < size && size <= TreeHash.SIZE_MOST, "entry %d of %d", index, size);
        Check.that(path.size() <= TlogProof.PATH_MOST, "a path of %d hashes", path.size());
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(FORM);
        CompactBytes.number(size, to);
        CompactBytes.number(index, to);
        CompactBytes.hashes(path, to);
        return to.toByteArray();
    }

    /** Reads a proof; whether it is true is for {@link #verify}. */
    public static Result<AnchoredProof> parse(byte[] bytes) {
        CompactBytes from = new CompactBytes(bytes);
        try {
            if (from.octet() != FORM) {
                throw CompactBytes.refused("it begins otherwise", "empieza de otro modo");
            }
            long size = from.number();
            long index = from.number();
            if (size > TreeHash.SIZE_MOST || index >= size) {
                throw CompactBytes.refused("its index is not in the log", "su índice no está en el registro");
            }
            List<Hash> path = from.hashes();
            from.end();
            return Result.ok(new AnchoredProof(size, index, path));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    /** The pinned root, now proven to hold this leaf at this index; else why not. */
    public Result<Hash> verify(Hash leaf, long pinnedSize, Hash pinnedRoot) {
        return size == pinnedSize
                ? Inclusion.verify(index, size, leaf, pinnedRoot, path)
                : Result.refused(CompactBytes.problem("it is of another tree", "es de otro árbol"));
    }
}
