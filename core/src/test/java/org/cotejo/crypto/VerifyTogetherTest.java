package org.cotejo.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.base.Workers;
import org.junit.jupiter.api.Test;

/** One key in many threads, and hashes written in place. */
class VerifyTogetherTest {
    private static final int THREADS = 8;
    private static final int EACH = 40;

    @Test
    void aKeyIsUsedByManyThreadsAtOnce() {
        AtomicInteger right = new AtomicInteger();
        byte[] seed = new byte[32];
        for (SigningKey secret : List.of(Ed25519Secret.ofSeed(seed), MlDsa44Secret.ofSeed(seed))) {
            List<Runnable> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                work.add(() -> {
                    for (int i = 0; i < EACH; i++) {
                        byte[] message = {(byte) number, (byte) i};
                        byte[] signature = secret.sign(message);
                        boolean isTaken = secret.verifyKey().verifies(message, signature);
                        message[1]++;
                        boolean isTakenChanged = secret.verifyKey().verifies(message, signature);
                        right.addAndGet(isTaken && !isTakenChanged ? 1 : 0);
                    }
                });
            }
            Workers.run(work);
        }
        assertEquals(2 * THREADS * EACH, right.get());
    }

    @Test
    void aHashIsWrittenInPlace() {
        byte[] to = new byte[40];
        Sha256 sha256 = new Sha256();
        sha256.add(new byte[] {1, 2, 3}, 0, 3).hash(to, 5);
        assertEquals(Sha256.of(new byte[] {1, 2, 3}), Hash.at(to, 5));
        assertEquals(0, to[4]);
        assertEquals(0, to[37]);
        byte[] copy = new byte[34];
        Hash.at(to, 5).copyTo(copy, 2);
        assertArrayEquals(java.util.Arrays.copyOfRange(to, 5, 37), java.util.Arrays.copyOfRange(copy, 2, 34));
        assertThrows(IndexOutOfBoundsException.class, () -> sha256.hash(to, 9));
        assertThrows(IndexOutOfBoundsException.class, () -> Hash.at(to, 5).copyTo(copy, 3));
    }
}
