package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;

/** Writes the lines of many stations: made side by side, a stretch of stations each, and written in their order, out of a few buffers. */
final class Stretches {
    private static final int STATIONS = 1 << 10;
    private static final int AT_ONCE = 4 * Workers.THREADS;

    /** Makes the lines of the stations from one to before another. Called by several threads. */
    @FunctionalInterface
    interface Maker {
        void lines(int from, int to, CsvLine lines);
    }

    private Stretches() {}

    static void write(int stations, Maker maker, OutputStream to) throws IOException {
        Deque<Future<CsvLine>> making = new ArrayDeque<>();
        Deque<CsvLine> spare = new ArrayDeque<>();
        try (ExecutorService pool = Workers.pool(Workers.THREADS)) {
            int next = 0;
            while (next < stations || !making.isEmpty()) {
                while (next < stations && making.size() < AT_ONCE) {
                    int from = next;
                    next = Math.min(stations, from + STATIONS);
                    int end = next;
                    CsvLine lines = spare.isEmpty() ? new CsvLine() : spare.remove();
                    making.add(pool.submit(() -> {
                        maker.lines(from, end, lines);
                        return lines;
                    }));
                }
                CsvLine made = Workers.await(making.remove());
                made.flush(to);
                spare.add(made);
            }
        }
    }
}
