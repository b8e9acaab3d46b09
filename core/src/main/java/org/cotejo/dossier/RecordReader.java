package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.cotejo.base.Workers;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;

/** Takes the records of a folder as bytes, and reads them when all are there: some at a time by all processors, little enough to be gone soon. */
final class RecordReader {
    private static final int AT_ONCE = 1 << 15;
    private static final int A_TASK = 1 << 12;

    private final EntryStore store;
    /** Of each record the number of its array and, below, where it begins. */
    private long[] places = new long[16];

    private int size;

    /** No records yet; their bytes will lie in {@code store}. */
    RecordReader(EntryStore store) {
        this.store = store;
    }

    /** Takes the bytes of a record. */
    void add(byte[] bytes, int offset, int length) {
        int at = store.keep(bytes, offset, offset + length);
        places = size == places.length ? Arrays.copyOf(places, size * 2) : places;
        places[size++] = (long) store.newest() << Integer.SIZE | at;
    }

    /** Gives each record to {@code taker}, in their order; throws {@link FoldException} where one is malformed. */
    void forEach(Consumer<Entry> taker) {
        for (int from = 0; from < size; from += AT_ONCE) {
            List<FutureTask<List<Entry>>> tasks = new ArrayList<>();
            for (int begin = from; begin < Math.min(from + AT_ONCE, size); begin += A_TASK) {
                int first = begin;
                tasks.add(new FutureTask<>(() -> read(first, Math.min(first + A_TASK, size))));
            }
            Workers.run(tasks);
            tasks.forEach(task -> Workers.await(task).forEach(taker));
        }
    }

    private List<Entry> read(int from, int to) {
        List<Entry> entries = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            byte[] bytes = store.array((int) (places[i] >>> Integer.SIZE));
            int offset = (int) places[i];
            entries.add(Frame.read(bytes, offset, EntryBlock.lengthAt(bytes, offset - EntryBlock.LENGTH_BYTES)));
        }
        return entries;
    }
}
