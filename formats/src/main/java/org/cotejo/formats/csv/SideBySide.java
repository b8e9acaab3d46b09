package org.cotejo.formats.csv;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.cotejo.base.Workers;

/**
 * Does the same work on each item of a list in several threads and hands the results out in the order of the list. So many
 * items are under way at once that memory stays bounded. Used by one thread.
 */
final class SideBySide<T, R> implements AutoCloseable {
    private static final int UNDER_WAY = 4 * Workers.THREADS;

    private final ExecutorService pool = Workers.pool(Workers.THREADS);
    private final Queue<Future<R>> results = new ArrayDeque<>();
    private final Iterator<T> items;
    private final Function<T, R> work;

    SideBySide(List<T> items, Function<T, R> work) {
        this.items = items.iterator();
        this.work = work;
        while (results.size() < UNDER_WAY && this.items.hasNext()) {
            begin();
        }
    }

    private void begin() {
        T item = items.next();
        results.add(pool.submit(() -> work.apply(item)));
    }

    /** The result of the next item. */
    R next() {
        Future<R> result = results.remove();
        if (items.hasNext()) {
            begin();
        }
        return Workers.await(result);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
