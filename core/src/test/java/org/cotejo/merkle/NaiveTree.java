package org.cotejo.merkle;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/** The tree and its proofs straight from the definitions of RFC 9162, section 2.1, by recursion over lists of entries. */
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return Sha256.of(new byte[0]);
        }
        if (entries.size() == 1) {
            return Sha256.of(joined(new byte[] {0}, entries.getFirst()));
        }
        int k = split(entries.size());
        return node(root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    static Hash node(Hash left, Hash right) {
        return Sha256.of(joined(new byte[] {1}, left.bytes(), right.bytes()));
    }

    static List<Hash> path(int index, List<byte[]> entries) {
        if (entries.size() == 1) {
            return List.of();
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        return index < k ? with(path(index, left), root(right)) : with(path(index - k, right), root(left));
    }

    static List<Hash> subproof(int start, int end, List<byte[]> entries, boolean isKnown) {
        if (start == 0 && end == entries.size()) {
            return isKnown ? List.of() : List.of(root(entries));
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        if (end <= k) {
            return with(subproof(start, end, left, isKnown), root(right));
        }
        return k <= start
                ? with(subproof(start - k, end - k, right, isKnown), root(left))
                : with(subproof(0, end - k, right, false), root(left));
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static int split(int size) {
        int k = 1;
        while (k * 2 < size) {
            k *= 2;
        }
        return k;
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
