package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;

/**
 * What only many stations together show: a sheet of another station delivered as this one's, and two candidates exchanged in a
 * whole delivery. Collected while stations are examined (a collector for each worker), named at the end.
 */
final class Patterns {
    /** A vector of votes says something only if it has so many figures of at least {@link #LARGE} (Beber and Scacco's caution). */
    private static final int LARGE_LEAST = 4;

    private static final int LARGE = 10;

    /** So many stations must show the same exchange before it is called one of the whole delivery. */
    private static final int SWAPPED_LEAST = 3;

    private record Pair(int first, int second) {}

    private record Swap(int station, Pair sources, int candidate, int other) {}

    private record Suspect(int station, int source, long print) {}

    private final long[] prints;
    private final List<Suspect> suspects = new ArrayList<>();
    private final List<Swap> swaps = new ArrayList<>();
    private final Map<Pair, Integer> differing = new HashMap<>();

    /** {@code prints}: one for each station, shared by the workers; each writes those of its own stations. */
    Patterns(long[] prints) {
        this.prints = prints;
    }

    void collect(StationCase c) {
        boolean isOdd = c.state == StationState.CONFLICTING || c.state == StationState.CONTRADICTED;
        for (int row = 0; row < c.size; row++) {
            Standing standing = c.standings[row];
            if (standing != Standing.COUNTS && standing != Standing.ANNOUNCED) {
                continue;
            }
            if (isOdd) {
                long print = print(c, row);
                if (print != 0) {
                    suspects.add(new Suspect(c.station, c.rows[row].index(), print));
                }
                pairs(c, row);
            } else if (prints[c.station] == 0) {
                prints[c.station] = print(c, row);
            }
        }
    }

    private void pairs(StationCase c, int row) {
        for (int other = 0; other < row; other++) {
            boolean takesPart = c.standings[other] == Standing.COUNTS || c.standings[other] == Standing.ANNOUNCED;
            if (takesPart && c.differ(row, other)) {
                int a = Math.min(c.rows[row].index(), c.rows[other].index());
                int b = Math.max(c.rows[row].index(), c.rows[other].index());
                Pair pair = new Pair(a, b);
                differing.merge(pair, 1, Integer::sum);
                swap(c, row, other, pair);
            }
        }
    }

    private void swap(StationCase c, int row, int other, Pair pair) {
        int first = -1;
        int second = -1;
        for (int slot = 0; slot < c.merged.length; slot++) {
            int a = c.cell(row, slot);
            int b = c.cell(other, slot);
            if (a >= 0 && b >= 0 && a != b) {
                if (second >= 0 || slot >= c.candidates) {
                    return;
                }
                second = first >= 0 ? slot : -1;
                first = first >= 0 ? first : slot;
            }
        }
        if (second >= 0
                && c.cell(row, first) == c.cell(other, second)
                && c.cell(row, second) == c.cell(other, first)) {
            swaps.add(new Swap(c.station, pair, first, second));
        }
    }

    private static long print(StationCase c, int row) {
        long hash = 0x9e3779b97f4a7c15L;
        int large = 0;
        for (int slot = 0; slot < c.candidates; slot++) {
            int cell = c.cell(row, slot);
            large += cell >= LARGE ? 1 : 0;
            hash = (hash ^ cell) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        return large >= LARGE_LEAST ? hash | 1 : 0;
    }

    /** Names the patterns that the workers collected together. */
    static List<Finding> find(List<Patterns> all, StationCase c) {
        List<Finding> found = new ArrayList<>();
        swapped(all, c, found);
        replayed(all, c, found);
        return found;
    }

    private static void swapped(List<Patterns> all, StationCase c, List<Finding> found) {
        Map<Pair, Integer> differing = new HashMap<>();
        Map<Swap, Integer> counts = new HashMap<>();
        for (Patterns patterns : all) {
            patterns.differing.forEach((pair, n) -> differing.merge(pair, n, Integer::sum));
            patterns.swaps.forEach(
                    swap -> counts.merge(new Swap(0, swap.sources(), swap.candidate(), swap.other()), 1, Integer::sum));
        }
        for (Patterns patterns : all) {
            for (Swap swap : patterns.swaps) {
                int same = counts.getOrDefault(new Swap(0, swap.sources(), swap.candidate(), swap.other()), 0);
                int of = differing.getOrDefault(swap.sources(), 0);
                if (same >= SWAPPED_LEAST && same * 10L >= of * 9L) {
                    found.add(Finding.at(
                            ReconcileFinding.SWAPPED,
                            c.contestIndex,
                            swap.station(),
                            c.sources.row(swap.sources().first()).source().id().toString(),
                            c.sources.row(swap.sources().second()).source().id().toString(),
                            c.contest.candidates().get(swap.candidate()).id().value(),
                            c.contest.candidates().get(swap.other()).id().value()));
                }
            }
        }
    }

    private static void replayed(List<Patterns> all, StationCase c, List<Finding> found) {
        long[] prints = all.getFirst().prints;
        Dossier dossier = c.dossier;
        long[] sorted = Arrays.stream(prints).filter(print -> print != 0).sorted().toArray();
        Map<Long, Integer> wanted = new HashMap<>();
        all.forEach(patterns -> patterns.suspects.forEach(suspect -> wanted.put(suspect.print(), -1)));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                wanted.put(sorted[i], -1);
            }
        }
        for (int station = 0; station < prints.length && !wanted.isEmpty(); station++) {
            Integer first = prints[station] == 0 ? null : wanted.get(prints[station]);
            if (first != null && first >= 0) {
                found.add(Finding.at(
                        ReconcileFinding.SAME_FIGURES,
                        c.contestIndex,
                        station,
                        dossier.frame().register().codeText(first)));
            } else if (first != null) {
                wanted.put(prints[station], station);
            }
        }
        for (Patterns patterns : all) {
            for (Suspect suspect : patterns.suspects) {
                int origin = wanted.getOrDefault(suspect.print(), -1);
                if (origin >= 0) {
                    found.add(Finding.at(
                            ReconcileFinding.REPLAYED,
                            c.contestIndex,
                            suspect.station(),
                            c.sources.row(suspect.source()).source().id().custodian().value(),
                            dossier.frame().register().codeText(origin)));
                }
            }
        }
    }
}
