package org.cotejo.verify.time;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/** The 80 bytes of a Bitcoin block's header: version, hash of the block before, Merkle root, time, target, nonce. */
final class BlockHeader {
    static final int SIZE = 80;

    private static final int ROOT_AT = 36;
    private static final int TIME_AT = 68;
    private static final int TARGET_AT = 72;
    private static final int SIGN = 0x0080_0000;
    private static final int DIGITS = 0x007f_ffff;

    private final byte[] bytes;

    BlockHeader(byte[] bytes) {
        Check.that(bytes.length == SIZE, "a header of %d bytes", bytes.length);
        this.bytes = bytes.clone();
    }

    /** The Merkle root, in the order in which it stands in the header. */
    byte[] root() {
        return Arrays.copyOfRange(bytes, ROOT_AT, ROOT_AT + Hash.SIZE);
    }

    /** The time in it, which may be off by two hours. */
    Instant time() {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(number(TIME_AT)));
    }

    /** Whether its hash meets the target that it names itself. */
    boolean isWorkedFor() {
        BigInteger target = target();
        return target.signum() > 0 && hash().compareTo(target) <= 0;
    }

    /** Its work as a power of two: so many hashes had to be tried on average. */
    int work() {
        return 8 * Hash.SIZE - target().bitLength();
    }

    /** The target, which stands in a compact form, a byte of length and three of digits; 0 where that is none. */
    private BigInteger target() {
        int compact = number(TARGET_AT);
        int length = compact >>> 24;
        BigInteger target =
                BigInteger.valueOf(compact & DIGITS).shiftLeft(8 * length).shiftRight(8 * 3);
        return (compact & SIGN) != 0 || target.bitLength() > 8 * Hash.SIZE ? BigInteger.ZERO : target;
    }

    private BigInteger hash() {
        byte[] twice = Sha256.of(Sha256.of(bytes).bytes()).bytes();
        for (int i = 0; i < twice.length / 2; i++) {
            byte one = twice[i];
            twice[i] = twice[twice.length - 1 - i];
            twice[twice.length - 1 - i] = one;
        }
        return new BigInteger(1, twice);
    }

    private int number(int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
