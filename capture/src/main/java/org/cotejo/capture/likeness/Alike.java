package org.cotejo.capture.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds pictures that look like one added before, in a time that hardly grows with their number: of sixteen parts of two fingerprints
 * that differ in fewer than sixteen bits, one is the same.
 */
public final class Alike {
    /** Bits in which one picture, saved twice, may differ. */
    public static final int DISTANCE_MOST = 12;

    private static final int BANDS = 16;
    /** Pictures of white paper all share their parts; more of one part are not looked at. */
    private static final int LOOKED_AT_MOST = 4000;

    private final List<Likeness> all = new ArrayList<>();
    private final Map<Integer, List<Integer>> byBand = new HashMap<>();

    /** Adds a picture; the number of the first one, from 0, that it looks like, if there is one. */
    public Optional<Integer> add(Likeness likeness) {
        TreeSet<Integer> candidates = new TreeSet<>();
        for (int band = 0; band < BANDS; band++) {
            List<Integer> same = byBand.computeIfAbsent(band << 16 | likeness.band(band), _ -> new ArrayList<>());
            candidates.addAll(same.subList(0, Math.min(LOOKED_AT_MOST, same.size())));
            same.add(all.size());
        }
        all.add(likeness);
        return candidates.stream()
                .filter(other -> all.get(other).distance(likeness) <= DISTANCE_MOST)
                .findFirst();
    }
}
