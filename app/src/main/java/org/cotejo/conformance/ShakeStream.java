package org.cotejo.conformance;

import java.util.Arrays;

/**
 * SHAKE128 of nothing (FIPS 202) as an endless stream: the platform gives its first 32 bytes only, and published vectors take
 * their seeds from further on. It protects nothing and is used for nothing else; what it gives first is compared with the
 * platform's.
 */
final class ShakeStream {
    private static final int RATE = 168;
    private static final int ROUNDS = 24;
    private static final int SIDE = 5;

    private final long[] lanes = new long[SIDE * SIDE];
    private int at = RATE;

    ShakeStream() {
        // Nothing is absorbed but the padding: the suffix 1111 of SHAKE, then 10*1.
        lanes[0] = 0x1f;
        lanes[RATE / Long.BYTES - 1] = 0x80L << 56;
        permute();
        at = 0;
        byte[] platform = MlDsaMany.shake().digest();
        byte[] ours = next(platform.length);
        if (!Arrays.equals(platform, ours)) {
            throw new IllegalStateException("SHAKE128 differs from the platform's");
        }
        at = 0;
    }

    byte[] next(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            if (at == RATE) {
                permute();
                at = 0;
            }
            bytes[i] = (byte) (lanes[at / Long.BYTES] >>> 8 * (at % Long.BYTES));
            at++;
        }
        return bytes;
    }

    /** Keccak-f[1600] by the steps of FIPS 202, section 3.2; lane (x, y) stands at x + 5y. */
    private void permute() {
        int constant = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta();
            rhoAndPi();
            chi();
            for (int bit = 0; bit <= 6; bit++) {
                if ((constant & 1) == 1) {
                    lanes[0] ^= 1L << (1 << bit) - 1;
                }
                constant = constant << 1 ^ (constant >> 7) * 0x171;
            }
        }
    }

    private void theta() {
        long[] columns = new long[SIDE];
        for (int i = 0; i < lanes.length; i++) {
            columns[i % SIDE] ^= lanes[i];
        }
        for (int i = 0; i < lanes.length; i++) {
            int x = i % SIDE;
            lanes[i] ^= columns[(x + 4) % SIDE] ^ Long.rotateLeft(columns[(x + 1) % SIDE], 1);
        }
    }

    private void rhoAndPi() {
        int x = 1;
        int y = 0;
        long moved = lanes[x];
        for (int t = 0; t < ROUNDS; t++) {
            int next = (2 * x + 3 * y) % SIDE;
            x = y;
            y = next;
            long kept = lanes[x + SIDE * y];
            lanes[x + SIDE * y] = Long.rotateLeft(moved, (t + 1) * (t + 2) / 2);
            moved = kept;
        }
    }

    private void chi() {
        for (int row = 0; row < lanes.length; row += SIDE) {
            long[] before = Arrays.copyOfRange(lanes, row, row + SIDE);
            for (int x = 0; x < SIDE; x++) {
                lanes[row + x] = before[x] ^ ~before[(x + 1) % SIDE] & before[(x + 2) % SIDE];
            }
        }
    }
}
