package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A full queue refuses visibly: what it took comes out once, in order, and what it refused never does. */
class IntakeTest {
    private static final int BATCH = 8;
    private static final int WAITING = 20;
    private static final int BYTES = 1 << 16;
    private static final Pace PACE = new Pace(Duration.ZERO, BATCH, WAITING, BYTES);

    private static Intake.Request request(int entries, int bytes) {
        return Intake.Request.of(
                IntStream.range(0, entries).mapToObj(_ -> new byte[bytes]).toList());
    }

    @Property(tries = 500)
    void whatIsTakenComesOutOnceAndInOrderAndTheBoundsHold(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        Intake intake = new Intake(PACE);
        ArrayDeque<Intake.Request> waiting = new ArrayDeque<>();
        for (int step = 0; step < 60; step++) {
            if (random.nextInt(3) > 0) {
                Intake.Request request = request(1 + random.nextInt(12), random.nextInt(9_000));
                boolean hasRoom = entries(waiting) + request.entries().size() <= WAITING
                        && bytes(waiting) + request.bytes() <= BYTES;
                assertEquals(hasRoom, intake.offer(request), "step " + step);
                if (hasRoom) {
                    waiting.add(request);
                }
            } else if (!waiting.isEmpty()) {
                List<Intake.Request> batch = intake.next(0).orElseThrow();
                int size = 0;
                for (Intake.Request one : batch) {
                    assertTrue(size < BATCH, "a batch that has enough takes no more");
                    assertEquals(waiting.remove(), one);
                    size += one.entries().size();
                }
                assertTrue(size >= BATCH || waiting.isEmpty(), "a batch takes what there is");
            }
        }
        assertEquals(List.copyOf(waiting), intake.refuseRest());
        assertFalse(intake.offer(request(1, 1)), "closed");
        assertEquals(Optional.empty(), intake.next(0));
    }

    private static int entries(ArrayDeque<Intake.Request> requests) {
        return requests.stream().mapToInt(one -> one.entries().size()).sum();
    }

    private static long bytes(ArrayDeque<Intake.Request> requests) {
        return requests.stream().mapToLong(Intake.Request::bytes).sum();
    }

    @Test
    void aRequestLargerThanTheQueueCanNeverBeTakenAndThatIsSaid() {
        Intake intake = new Intake(PACE);
        assertTrue(intake.canEverTake(request(WAITING, 1)));
        assertFalse(intake.canEverTake(request(WAITING + 1, 1)));
        assertFalse(intake.canEverTake(request(2, BYTES / 2 + 1)));
        assertFalse(intake.offer(request(WAITING + 1, 1)));
        assertEquals(
                "LOG-117", intake.tooMany(request(WAITING + 1, 1), "the log").code());
    }

    @Test
    void whatTheCallerChangesLaterIsNotWhatIsWritten() {
        byte[] entry = {1, 2, 3};
        Intake.Request request = Intake.Request.of(List.of(entry));
        entry[0] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, request.entries().getFirst());
    }

    @Test
    void afterClosingWhatWaitsIsStillHandedOut() throws InterruptedException {
        Intake intake = new Intake(new Pace(Duration.ofSeconds(59), BATCH, WAITING, BYTES));
        Intake.Request waits = request(1, 1);
        assertTrue(intake.offer(waits));
        intake.close();
        assertEquals(Optional.of(List.of(waits)), intake.next(System.nanoTime()));
        assertEquals(Optional.empty(), intake.next(System.nanoTime()));
    }

    @Test
    void manyAtOnceLoseNothingAndTakeNothingTwice() throws InterruptedException {
        Intake intake = new Intake(PACE);
        ConcurrentLinkedQueue<Intake.Request> taken = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Intake.Request> refused = new ConcurrentLinkedQueue<>();
        List<Intake.Request> out = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(4);
        List<Thread> callers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 500; i++) {
                        Intake.Request one = request(1 + i % 3, 10);
                        (intake.offer(one) ? taken : refused).add(one);
                    }
                    done.countDown();
                    if (done.getCount() == 0) {
                        intake.close();
                    }
                }))
                .toList();
        for (var batch = intake.next(0); batch.isPresent(); batch = intake.next(0)) {
            out.addAll(batch.get());
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(2_000, taken.size() + refused.size());
        assertEquals(taken.size(), out.size());
        assertEquals(new java.util.HashSet<>(taken), new java.util.HashSet<>(out));
    }
}
