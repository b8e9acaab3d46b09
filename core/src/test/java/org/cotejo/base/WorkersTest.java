package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work that is done when it is first asked for. */
class WorkersTest {
    @Test
    void whoeverAsksItIsDoneOnce() {
        AtomicInteger done = new AtomicInteger();
        FutureTask<Integer> work = new FutureTask<>(done::incrementAndGet);
        assertEquals(0, done.get());
        Workers.run(Collections.nCopies(50, () -> assertEquals(1, Workers.once(work))));
        assertEquals(1, done.get());
    }

    @Test
    void whatItThrowsIsThrownToAllWhoAsk() {
        FutureTask<Integer> work = new FutureTask<>(() -> {
            throw new IllegalStateException("no");
        });
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "no",
                    assertThrows(IllegalStateException.class, () -> Workers.once(work))
                            .getMessage());
        }
    }
}
