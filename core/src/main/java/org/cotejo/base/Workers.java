package org.cotejo.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runs work side by side on the processors of this machine. */
public final class Workers {
    /** Threads that work at the same time; more bring nothing, since all of them compute. */
    public static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    private Workers() {}

    /** Runs all tasks and returns when all are done; throws what the first of them in the list threw. */
    public static void run(List<? extends Runnable> tasks) {
        if (tasks.size() < 2) {
            tasks.forEach(Runnable::run);
            return;
        }
        try (ExecutorService pool = pool(Math.min(THREADS, tasks.size()))) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(pool.submit(task)));
            running.forEach(Workers::await);
        }
    }

    /** A pool whose threads do not keep the program alive. */
    public static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
    }

    /**
     * The result of work that is done when it is first asked for, by whoever asks first; others wait for it. Throws what the work threw, each
     * time.
     */
    public static <T> T once(FutureTask<T> work) {
        work.run();
        return await(work);
    }

    /** The result of running work; throws what the work threw. */
    public static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("work failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work", e);
        }
    }
}
