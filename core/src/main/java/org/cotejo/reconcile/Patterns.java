package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What only many stations together show: a sheet of another station delivered as this one's, and two candidates exchanged in a
 * whole delivery. Collected while stations are examined (a collector for each worker), named at the end.
 */
final class Patterns {
    /** A copy that differs from the others at its station is looked for elsewhere if so many figures reach {@link #LARGE}. */
    private static final int LARGE_LEAST = 2;

    /** The same figures at two stations say something by themselves only if so many of them reach {@link #LARGE}. */
    private static final int LARGE_ALONE = 4;

    private static final long IS_PRINT = 1;
    private static final long IS_ALONE = 2;

    private static final int LARGE = 10;

    private static final int LIKELY_BITS = 20;
    private static final int LIKELY = 1 << LIKELY_BITS;

    /** So many stations must show the same exchange before it is called one of the whole delivery. */
    private static final int SWAPPED_LEAST = 3;

    private record Pair(int first, int second) {
        /** Written out for the reason that {@link org.cotejo.definition.CandidateId} has. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pair pair && first == pair.first && second == pair.second;
        }

        @Override
        public int hashCode() {
            return 31 * first + second;
        }
    }

    /** Two candidates whose votes two sources give the other way round. */
    private record Exchange(Pair sources, int candidate, int other) {
        /** Written out for the reason that {@link org.cotejo.definition.CandidateId} has. */
        @Override
        public boolean equals(@Nullable Object with) {
            return with instanceof Exchange exchange
                    && candidate == exchange.candidate
                    && other == exchange.other
                    && sources.equals(exchange.sources);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * sources.hashCode() + candidate) + other;
        }
    }

    private record Swap(int station, Exchange exchange) {}

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
        if (c.state != StationState.CONFLICTING && c.state != StationState.CONTRADICTED) {
            prints[c.station] = agreedPrint(c);
            return;
        }
        for (int row = 0; row < c.size; row++) {
            if (c.standings[row] == Standing.COUNTS || c.standings[row] == Standing.ANNOUNCED) {
                long print = print(c.candidates, c.cells, row * c.slots);
                if (print != 0) {
                    suspects.add(new Suspect(c.station, c.rows[row].index(), print));
                }
                pairs(c, row);
            }
        }
    }

    /** Over the figures of all copies that count and of the announced result together, which do not differ here. */
    private static long agreedPrint(StationCase c) {
        if (c.size == 0 || c.counting == 0 && c.announced < 0) {
            return 0;
        }
        if (c.isAlike) {
            return print(c.candidates, c.cells, 0);
        }
        int[] together = Arrays.copyOf(c.merged, c.candidates);
        for (int slot = 0; slot < c.candidates && c.announced >= 0; slot++) {
            together[slot] = Math.max(together[slot], c.cell(c.announced, slot));
        }
        return print(c.candidates, together, 0);
    }

    private void pairs(StationCase c, int row) {
        for (int other = 0; other < row; other++) {
            boolean takesPart = c.standings[other] == Standing.COUNTS || c.standings[other] == Standing.ANNOUNCED;
            if (takesPart && c.differ(row, other)) {
                boolean isInOrder = isBefore(
                        c.rows[row].source().id(), c.rows[other].source().id());
                int first = c.rows[isInOrder ? row : other].index();
                Pair pair = new Pair(first, c.rows[isInOrder ? other : row].index());
                differing.merge(pair, 1, Integer::sum);
                swap(c, row, other, pair);
            }
        }
    }

    private static boolean isBefore(SourceId one, SourceId other) {
        int order = one.custodian().compareTo(other.custodian());
        return order < 0 || order == 0 && one.number() < other.number();
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
        if (second >= 0 && c.cell(row, first) == c.cell(other, second) && c.cell(row, second) == c.cell(other, first)) {
            swaps.add(new Swap(c.station, new Exchange(pair, first, second)));
        }
    }

    private static long print(int candidates, int[] cells, int base) {
        long hash = 0x9e3779b97f4a7c15L;
        int large = 0;
        for (int slot = base; slot < base + candidates; slot++) {
            large += cells[slot] >= LARGE ? 1 : 0;
            hash = (hash ^ cells[slot]) * 0xff51afd7ed558ccdL;
            hash ^= hash >>> 32;
        }
        if (large < LARGE_LEAST) {
            return 0;
        }
        return hash & ~IS_ALONE | IS_PRINT | (large >= LARGE_ALONE ? IS_ALONE : 0);
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
        Map<Exchange, Integer> counts = new HashMap<>();
        for (Patterns patterns : all) {
            patterns.differing.forEach((pair, n) -> differing.merge(pair, n, Integer::sum));
            patterns.swaps.forEach(swap -> counts.merge(swap.exchange(), 1, Integer::sum));
        }
        for (Patterns patterns : all) {
            for (Swap swap : patterns.swaps) {
                Exchange exchange = swap.exchange();
                Pair sources = exchange.sources();
                int same = counts.getOrDefault(exchange, 0);
                int of = differing.getOrDefault(sources, 0);
                if (same >= SWAPPED_LEAST && same * 10L >= of * 9L) {
                    found.add(Finding.at(
                            ReconcileFinding.SWAPPED,
                            c.contestIndex,
                            swap.station(),
                            c.sources.row(sources.first()).source().id().toString(),
                            c.sources.row(sources.second()).source().id().toString(),
                            c.contest
                                    .candidates()
                                    .get(exchange.candidate())
                                    .id()
                                    .value(),
                            c.contest.candidates().get(exchange.other()).id().value()));
                }
            }
        }
    }

    private static void replayed(List<Patterns> all, StationCase c, List<Finding> found) {
        long[] prints = all.getFirst().prints;
        Dossier dossier = c.dossier;
        Map<Long, Integer> wanted = new HashMap<>();
        all.forEach(patterns -> patterns.suspects.forEach(suspect -> wanted.put(suspect.print(), -1)));
        for (long print : Repeated.of(prints, IS_ALONE)) {
            wanted.put(print, -1);
        }
        BitSet likely = new BitSet(LIKELY);
        wanted.keySet().forEach(print -> likely.set(likely(print)));
        Register register = dossier.frame().register();
        List<Integer> stations = new ArrayList<>();
        for (int station = 0; station < prints.length; station++) {
            if (likely.get(likely(prints[station]))) {
                int here = station;
                stations.add(station);
                wanted.computeIfPresent(prints[station], (_, first) -> first(register, first, here));
            }
        }
        for (int station : stations) {
            int origin = (prints[station] & IS_ALONE) == 0 ? -1 : wanted.getOrDefault(prints[station], -1);
            if (origin >= 0 && origin != station) {
                found.add(
                        Finding.at(ReconcileFinding.SAME_FIGURES, c.contestIndex, station, register.codeText(origin)));
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
                            c.sources
                                    .row(suspect.source())
                                    .source()
                                    .id()
                                    .custodian()
                                    .value(),
                            register.codeText(origin)));
                }
            }
        }
    }

    /** One bit of a print: nearly all that are not looked for are told by it. */
    private static int likely(long print) {
        return (int) (print >>> Long.SIZE - LIKELY_BITS);
    }

    /** Of two stations the one with the smaller code, so that the order of entries does not choose. */
    private static int first(Register register, int one, int other) {
        return one < 0 || register.codeText(other).compareTo(register.codeText(one)) < 0 ? other : one;
    }
}
