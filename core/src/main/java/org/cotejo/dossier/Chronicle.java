package org.cotejo.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.bulletin.Publication;
import org.cotejo.entry.KindName;
import org.jspecify.annotations.Nullable;

/** What each publication added to the log, by the kinds of entries. Keeps the newest publications only. */
public final class Chronicle {
    /** Publications kept. */
    public static final int KEPT_MOST = 100;

    /**
     * The entries between one publication and the next.
     *
     * @param publication which speaks of them; null for what came after the newest
     * @param entries how many entries there are up to here
     * @param added how many came since the one before, by name of kind; kinds of which none came are left out
     */
    public record Step(@Nullable Publication publication, long entries, SortedMap<String, Long> added) {
        public Step {
            added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        }
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private final long[] counts = new long[KindName.count() + 1];
    private long entries;
    private long published;

    Chronicle() {}

    /** One more entry came. */
    void count(int kind) {
        if (kind >= 1 && kind < counts.length) {
            counts[kind]++;
        }
        entries++;
    }

    /** The entry that comes now speaks of all before it. */
    void publish(Publication publication) {
        published++;
        steps.addFirst(step(publication));
        if (steps.size() > KEPT_MOST) {
            steps.removeLast();
        }
        java.util.Arrays.fill(counts, 0);
    }

    private Step step(@Nullable Publication publication) {
        SortedMap<String, Long> added = new TreeMap<>();
        for (int kind = 1; kind < counts.length; kind++) {
            if (counts[kind] > 0) {
                added.put(KindName.of(kind), counts[kind]);
            }
        }
        return new Step(publication, entries, added);
    }

    /** Number of entries. */
    public long entries() {
        return entries;
    }

    /** What came after the newest publication, then the publications, the newest first. */
    public List<Step> steps() {
        List<Step> all = new ArrayList<>();
        all.add(step(null));
        all.addAll(steps);
        return all;
    }

    /** Publications that are older than those kept. */
    public long older() {
        return published - steps.size();
    }
}
