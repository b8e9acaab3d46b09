package org.cotejo.audit.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.Register;
import org.jspecify.annotations.Nullable;

/**
 * The bounds recomputed after each known station, in the order in which they came in: each with the figures that count for it
 * today. "Decided" holds from the first moment at which the lead is above all that is still out; it needs no correction for looking many
 * times, since a bound is no test (STATISTICS.md, section 2; Manski 1990).
 *
 * @param known stations that came in
 * @param moments some hundreds of them, evenly spaced, the last one always among them
 * @param decided the first moment at which it was decided; null if it never was
 */
public record BoundsOverTime(
        int known, List<Moment> moments, @Nullable Moment decided) {
    /** Stands for a number of missing votes that can't be computed. */
    public static final long UNKNOWN = -1;

    private static final int MOMENTS_MOST = 400;

    public BoundsOverTime {
        moments = List.copyOf(moments);
    }

    /**
     * Follows the night.
     *
     * @param arrival of each listed station, any numbers in their order; those of stations that are not known don't matter
     */
    public static BoundsOverTime of(KnownVotes votes, Grade grade, long[] arrival) {
        Check.that(arrival.length == votes.listed(), "%d arrivals of %d stations", arrival.length, votes.listed());
        int[] order = order(votes, grade, arrival);
        StillOut out = new StillOut(votes);
        long[] sums = new long[votes.candidates().size()];
        List<Moment> moments = new ArrayList<>();
        Moment decided = null;
        int step = Math.max(1, order.length / MOMENTS_MOST);
        for (int i = 0; i < order.length; i++) {
            for (int candidate = 0; candidate < sums.length; candidate++) {
                sums[candidate] += votes.votes(order[i], candidate);
            }
            out.remove(order[i]);
            boolean isShown = (i + 1) % step == 0 || i == order.length - 1;
            if (decided == null || isShown) {
                Moment moment = moment(i + 1, sums, out.most());
                if (decided == null && moment.isDecided()) {
                    decided = moment;
                }
                if (isShown) {
                    moments.add(moment);
                }
            }
        }
        return new BoundsOverTime(order.length, moments, decided);
    }

    public Optional<Moment> firstDecided() {
        return Optional.ofNullable(decided);
    }

    private static int[] order(KnownVotes votes, Grade grade, long[] arrival) {
        Integer[] known = java.util.stream.IntStream.range(0, votes.listed())
                .filter(station -> votes.isKnown(station, grade))
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(known, java.util.Comparator.comparingLong(station -> arrival[station]));
        return Arrays.stream(known).mapToInt(Integer::intValue).toArray();
    }

    private static Moment moment(int stations, long[] sums, long missing) {
        int first = -1;
        int second = -1;
        for (int i = 0; i < sums.length; i++) {
            if (first < 0 || sums[i] > sums[first]) {
                second = first;
                first = i;
            } else if (second < 0 || sums[i] > sums[second]) {
                second = i;
            }
        }
        return new Moment(stations, first, second, sums[first] - (second < 0 ? 0 : sums[second]), missing);
    }

    /** The most votes that the stations still out can hold, as {@link org.cotejo.bounds.Bounds} has it: DESIGN.md, section 6. */
    private static final class StillOut {
        private final KnownVotes votes;
        private long registers;
        private int withoutRegister;
        private long knownRegisters;
        private long knownVotes;

        StillOut(KnownVotes votes) {
            this.votes = votes;
            for (int station = 0; station < votes.listed(); station++) {
                count(station, 1);
            }
            withoutRegister += votes.unlisted();
        }

        private void count(int station, int sign) {
            int registered = votes.registered(station);
            if (registered == Register.UNKNOWN) {
                withoutRegister += sign;
            } else {
                registers += (long) sign * registered;
            }
        }

        void remove(int station) {
            count(station, -1);
            int registered = votes.registeredAtLeast(station);
            if (registered != Register.UNKNOWN) {
                knownRegisters += registered;
                return;
            }
            for (int figure = 0; figure < votes.figures(); figure++) {
                knownVotes += votes.votes(station, figure);
            }
        }

        long most() {
            if (withoutRegister == 0) {
                return registers;
            }
            Long roll = votes.roll();
            return roll == null ? UNKNOWN : Math.max(0, roll - knownRegisters - knownVotes);
        }
    }
}
