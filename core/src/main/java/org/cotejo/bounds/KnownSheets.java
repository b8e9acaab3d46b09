package org.cotejo.bounds;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.jspecify.annotations.Nullable;

/**
 * The stations known by the first grade, one row each, as the limits of announced figures need them: read once, then one
 * column of votes at a time. Not safe for use by several threads.
 */
final class KnownSheets {
    private final KnownVotes votes;
    private final int[] stations;
    private final long[] seen;
    private final long[] voters;
    private final long[] ones;
    private final LeftOut leftOut;
    private final @Nullable Long missing;

    KnownSheets(KnownVotes votes) {
        this.votes = votes;
        int[] known = new int[votes.listed()];
        int count = 0;
        for (int station = 0; station < known.length; station++) {
            if (votes.isKnown(station, Grade.SHEETS_UNKNOWN)) {
                known[count++] = station;
            }
        }
        stations = Arrays.copyOf(known, count);
        seen = new long[count];
        ones = new long[count];
        Arrays.fill(ones, 1);
        leftOut = new LeftOut(count);
        voters = new long[count];
        for (int row = 0; row < count; row++) {
            seen[row] = MissingRegister.seenAt(votes, stations[row]);
            int registered = votes.registeredAtLeast(stations[row]);
            voters[row] = registered < 0 ? seen[row] : registered;
        }
        missing = MissingRegister.of(votes, Grade.SHEETS_UNKNOWN).most();
    }

    /** The votes of one figure, or of several taken together, station by station. */
    static final class Column {
        private final long[] votes;
        private final long total;
        private final @Nullable Long most;

        Column(long[] votes, long total, @Nullable Long most) {
            this.votes = votes;
            this.total = total;
            this.most = most;
        }

        /** Votes on all known sheets. */
        long total() {
            return total;
        }

        /** The most there can be in the whole election; null if there is no limit. */
        @Nullable
        Long most() {
            return most;
        }
    }

    int count() {
        return stations.length;
    }

    /** The most votes that the unknown stations can hold; null if it can't be computed. */
    @Nullable
    Long missing() {
        return missing;
    }

    Column column(int[] figures) {
        if (figures.length == 0) {
            return nothing();
        }
        long[] column = new long[stations.length];
        long total = 0;
        long unseen = 0;
        boolean isUnlimited = false;
        for (int row = 0; row < column.length; row++) {
            int station = stations[row];
            long sum = 0;
            boolean isCarried = true;
            for (int figure : figures) {
                sum += votes.votes(station, figure);
                isCarried &= votes.isCarried(station, figure);
            }
            column[row] = sum;
            total = Math.addExact(total, sum);
            if (!isCarried) {
                // The sheet may hold votes for it that no file carries: as many as voters are not seen otherwise.
                unseen += Math.max(0, voters[row] - seen[row]);
                isUnlimited |= votes.registered(station) < 0;
            }
        }
        return new Column(column, total, most(total, unseen, isUnlimited));
    }

    /** Nothing at all, as of the candidates beside a group of all. */
    private Column nothing() {
        return new Column(new long[stations.length], 0, 0L);
    }

    private @Nullable Long most(long total, long unseen, boolean isUnlimited) {
        Long roll = votes.roll();
        if (isUnlimited) {
            return roll == null
                    ? null
                    : Math.max(total, roll - (Arrays.stream(seen).sum() - total));
        }
        return missing == null ? null : Long.valueOf(total + missing + unseen);
    }

    /** The most of a column that can lie in the part that a reading leaves out; null if that can't be computed. */
    @Nullable
    Long mostLeftOut(Column column, Reading reading) {
        Long room = reading.leftOut();
        if (room == null) {
            return null;
        }
        // By register even no room has room for the stations with an empty register.
        boolean isNothing = room == 0 && reading.unit() == Reading.Unit.STATIONS;
        return isNothing
                ? Long.valueOf(0)
                : Long.valueOf(leftOut.over(column.votes, sizes(reading)).mostWithin(room));
    }

    /** The largest part to be left out, in the reading's unit, in which fewer than {@code votes} of a column can lie. */
    long roomBelow(Column column, Reading reading, long votes) {
        long least = leftOut.over(column.votes, sizes(reading)).leastRoomFor(votes);
        return least == LeftOut.NEVER ? LeftOut.NEVER : least - 1;
    }

    private long[] sizes(Reading reading) {
        return switch (reading.unit()) {
            case STATIONS -> ones;
            case REGISTERED_VOTERS -> voters;
        };
    }

    /** The figures that a subject takes together; null if sheets do not carry it or it names an unknown candidate. */
    static int @Nullable [] figures(KnownVotes votes, Subject subject) {
        int[] figures = switch (subject) {
            case Subject.OfCandidate(var candidate) -> new int[] {indexOf(votes, candidate)};
            case Subject.OfGroup(var _, var members) ->
                members.stream().mapToInt(member -> indexOf(votes, member)).toArray();
            case Subject.OfCount(var count) ->
                switch (count) {
                    case VALID -> candidates(votes);
                    case NULL -> new int[] {votes.nullFigure()};
                    case BLANK -> new int[] {votes.nullFigure() + 1};
                    case REGISTERED, VOTERS, BALLOTS -> new int[] {-1};
                };
        };
        return Arrays.stream(figures).anyMatch(figure -> figure < 0) ? null : figures;
    }

    /** The candidates that are not among {@code figures}. */
    static int[] othersThan(KnownVotes votes, int[] figures) {
        return Arrays.stream(candidates(votes))
                .filter(candidate -> Arrays.stream(figures).noneMatch(figure -> figure == candidate))
                .toArray();
    }

    private static int[] candidates(KnownVotes votes) {
        return IntStream.range(0, votes.candidates().size()).toArray();
    }

    private static int indexOf(KnownVotes votes, CandidateId candidate) {
        return votes.candidates().indexOf(candidate);
    }
}
