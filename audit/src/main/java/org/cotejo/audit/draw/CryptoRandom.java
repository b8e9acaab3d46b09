package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/**
 * The stream of random numbers that SHANGRLA audits use (cryptorandom by Ottoboni and Stark): digest <i>j</i> = 0, 1, ... is
 * SHA-256 of the seed, a comma and <i>j</i> zero bytes. Whole numbers come from a store of bits, low bits first, each new
 * digest laid above what is left; numbers beyond the range are thrown away, so that none is favoured. Not safe for use by
 * several threads.
 */
public final class CryptoRandom {
    private static final int DIGEST_BITS = Hash.SIZE * Byte.SIZE;

    private static final byte[] ZEROS = new byte[1 << 12];

    /** What was hashed so far: the seed, a comma and {@link #added} zero bytes. It is never begun anew, so a digest costs one byte. */
    private final Sha256 sha = new Sha256();

    private int added;
    private int next;
    private BigInteger store = BigInteger.ZERO;
    private int stored;

    public CryptoRandom(Seed seed) {
        byte[] prefix = (seed.text() + ",").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        sha.add(prefix, 0, prefix.length);
    }

    /** Passes over what comes before digest {@code place}; bits already in store stay. */
    public void skipTo(int place) {
        Check.that(place >= next, "digest %d was passed, the next is %d", place, next);
        next = place;
    }

    /** Passes over one digest. */
    public void skip() {
        next++;
    }

    /** The next digest of the stream. */
    public byte[] digest() {
        int place = next++;
        while (added < place) {
            int more = Math.min(place - added, ZEROS.length);
            sha.add(ZEROS, 0, more);
            added += more;
        }
        return sha.soFar().bytes();
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** A number from 0 up to and without 1: the next digest over 2^256, rounded once to the nearest double. */
    public double random() {
        return Math.scalb(new BigInteger(1, digest()).doubleValue(), -DIGEST_BITS);
    }

    /** The next {@code count} bits as a number. */
    public BigInteger bits(int count) {
        Check.that(count >= 0, "%d bits", count);
        while (stored < count) {
            store = new BigInteger(1, digest()).shiftLeft(stored).or(store);
            stored += DIGEST_BITS;
        }
        BigInteger taken = store.and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE));
        store = store.shiftRight(count);
        stored -= count;
        return taken;
    }

    /** A whole number from {@code low} up to and without {@code end}, each with the same probability. */
    public long between(long low, long end) {
        long choices = Math.subtractExact(end, low);
        Check.that(choices > 0, "no whole number from %d up to and without %d", low, end);
        int count = Long.SIZE - Long.numberOfLeadingZeros(choices - 1);
        while (true) {
            long taken = bits(count).longValueExact();
            if (taken < choices) {
                return low + taken;
            }
        }
    }

    /** {@code count} different numbers from 1 to {@code most}, in the order in which they are drawn (Fisher and Yates). */
    public List<Long> sample(long most, int count) {
        Check.that(count >= 0 && count <= most, "%d of %d without replacement", count, most);
        Map<Long, Long> moved = new HashMap<>();
        List<Long> drawn = new ArrayList<>(count);
        for (long left = most; left > most - count; left--) {
            long place = between(1, left + 1);
            drawn.add(moved.getOrDefault(place, place));
            moved.put(place, moved.getOrDefault(left, left));
        }
        return List.copyOf(drawn);
    }
}
