package org.cotejo.node.mirror;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does work on many files with so many requests at a time; with one lane in order and in this thread, as a simulation needs it. */
record Lanes(int count) {
    /** Work on one file. */
    @FunctionalInterface
    interface Task<T> {
        void on(T one) throws IOException, SeenException;
    }

    /** Does it for all; stops soon after the first failure and throws that. */
    <T> void each(List<T> all, Task<T> task) throws IOException, SeenException {
        if (count == 1) {
            for (T one : all) {
                task.on(one);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> lane = () -> {
            for (int at = next.getAndIncrement(); at < all.size(); at = next.getAndIncrement()) {
                try {
                    task.on(all.get(at));
                } catch (IOException | SeenException | RuntimeException e) {
                    next.set(all.size());
                    throw e;
                }
            }
            return null;
        };
        List<Future<Void>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(count, all.size()); i++) {
                running.add(threads.submit(lane));
            }
        }
        for (Future<Void> one : running) {
            await(one);
        }
    }

    private static void await(Future<Void> one) throws IOException, SeenException {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case SeenException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException("fetching", e);
            }
        }
    }
}
