package org.cotejo.node.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;

/** Requests in the order in which they came, with a bound that is refused visibly. Safe for use by several threads. */
final class Intake {
    /** Entries that one caller wants in the log together, and where the answer goes. */
    record Request(List<byte[]> entries, long bytes, CompletableFuture<Result<Appended>> answer) {
        static Request of(List<byte[]> entries) {
            // Copied: bytes that the caller changes later would be hashed as one thing and written as another.
            List<byte[]> copies = entries.stream().map(byte[]::clone).toList();
            long bytes = copies.stream().mapToLong(entry -> entry.length).sum();
            return new Request(copies, bytes, new CompletableFuture<>());
        }
    }

    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Request> waiting = new ArrayDeque<>();
    private int entries;
    private long bytes;
    private boolean isClosed;

    Intake(Pace pace) {
        this.pace = pace;
    }

    /** Whether a request could be taken if nothing else were waiting. */
    boolean canEverTake(Request request) {
        return request.entries().size() <= pace.waitingEntries() && request.bytes() <= pace.waitingBytes();
    }

    /** Why a request can never be taken. */
    Problem tooMany(Request request, Object place) {
        return LogProblem.TOO_MANY.in(
                place, request.entries().size(), request.bytes(), pace.waitingEntries(), pace.waitingBytes());
    }

    /** Puts a request in the queue; false where there is no room, and nothing of it is taken. */
    boolean offer(Request request) {
        lock.lock();
        try {
            if (isClosed
                    || entries + request.entries().size() > pace.waitingEntries()
                    || bytes + request.bytes() > pace.waitingBytes()) {
                return false;
            }
            waiting.add(request);
            entries += request.entries().size();
            bytes += request.bytes();
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next batch: until something is there and either the period since the last batch is over or there is enough
     * for a batch. Empty when the intake is closed and nothing is left.
     *
     * @param since when the last batch began, as {@link System#nanoTime} tells it
     */
    Optional<List<Request>> next(long since) throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !isClosed) {
                changed.await();
            }
            long left = pace.period().toNanos() - (System.nanoTime() - since);
            while (left > 0 && entries < pace.batchEntries() && !isClosed) {
                left = changed.awaitNanos(left);
            }
            return waiting.isEmpty() ? Optional.empty() : Optional.of(take());
        } finally {
            lock.unlock();
        }
    }

    private List<Request> take() {
        List<Request> batch = new ArrayList<>();
        int taken = 0;
        while (!waiting.isEmpty() && taken < pace.batchEntries()) {
            Request request = waiting.remove();
            batch.add(request);
            taken += request.entries().size();
            entries -= request.entries().size();
            bytes -= request.bytes();
        }
        return batch;
    }

    /** Takes no more requests, and gives back those that are waiting; the caller answers them. */
    List<Request> refuseRest() {
        lock.lock();
        try {
            isClosed = true;
            List<Request> rest = new ArrayList<>(waiting);
            waiting.clear();
            changed.signalAll();
            return rest;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more requests; those that are waiting are still handed out. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits in the caller's thread for the answer. */
    static Result<Appended> await(Request request) throws InterruptedException {
        try {
            return request.answer().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("answers are results, never exceptions", e);
        }
    }
}
