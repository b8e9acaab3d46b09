package org.cotejo.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;

/** The few forms of which a compact proof is made: numbers in as few bytes as they need, hashes, and nothing that can be spelled twice. */
final class CompactBytes {
    private static final int BITS = 7;
    private static final int NUMBER_BYTES_MOST = 9;

    private final byte[] bytes;
    private int at;

    CompactBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static void number(long value, ByteArrayOutputStream to) {
        long rest = value;
        while (rest >= 1 << BITS) {
            to.write((int) (rest & 0x7f) | 0x80);
            rest >>>= BITS;
        }
        to.write((int) rest);
    }

    static void hashes(List<Hash> hashes, ByteArrayOutputStream to) {
        to.write(hashes.size());
        hashes.forEach(hash -> to.writeBytes(hash.bytes()));
    }

    int octet() {
        need(1);
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        for (int i = 0; i < NUMBER_BYTES_MOST; i++) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << BITS * i;
            if (octet < 0x80) {
                if (octet == 0 && i > 0) {
                    throw refused("a number is longer than it needs to be", "un número es más largo de lo necesario");
                }
                return value;
            }
        }
        throw refused("a number is too large", "un número es demasiado grande");
    }

    byte[] take(int length) {
        need(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    List<Hash> hashes() {
        int count = octet();
        if (count > TlogProof.PATH_MOST) {
            throw refused("it has more than 63 hashes", "tiene más de 63 hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(new Hash(take(Hash.SIZE)));
        }
        return hashes;
    }

    void end() {
        if (at != bytes.length) {
            throw refused("something follows its end", "algo sigue tras su final");
        }
    }

    private void need(int length) {
        if (length < 0 || bytes.length - at < length) {
            throw refused("it is cut off", "está cortada");
        }
    }

    static RefusedException refused(String en, String es) {
        return new RefusedException(problem(en, es));
    }

    static Problem problem(String en, String es) {
        return ProofFileProblem.COMPACT.because(en, es);
    }
}
