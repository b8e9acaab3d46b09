package org.cotejo.audit.forensics;

import java.util.Arrays;
import org.cotejo.base.Check;

/**
 * The figures of many stations in columns: what forensic tests read, and nothing else. Only stations whose figures are known
 * are in it. A number that nobody knows is {@link #UNKNOWN}. Safe for use by several threads.
 */
public final class StationTable {
    /** Stands for a register, a time or a serial that is not known. */
    public static final int UNKNOWN = -1;

    private final int options;
    private final int size;
    private final int[] place;
    private final int[] area;
    private final int[] registered;
    private final int[] votes;
    private final int[] other;
    private final long[] arrival;
    private final long[] time;
    private final long[] serial;
    private final boolean isTimed;

    private StationTable(Builder from) {
        options = from.options;
        size = from.size;
        place = Arrays.copyOf(from.place, size);
        area = Arrays.copyOf(from.area, size);
        registered = Arrays.copyOf(from.registered, size);
        votes = Arrays.copyOf(from.votes, size * options);
        other = Arrays.copyOf(from.other, size * 2);
        arrival = Arrays.copyOf(from.arrival, size);
        time = Arrays.copyOf(from.time, size);
        serial = Arrays.copyOf(from.serial, size);
        isTimed = size > 0 && Arrays.stream(time).noneMatch(minute -> minute == UNKNOWN);
    }

    public int size() {
        return size;
    }

    /** Number of options on the ballot. */
    public int options() {
        return options;
    }

    /** The station's own place, as a rule its voting centre: any number of 0 or more that its neighbours share. */
    public int place(int station) {
        return place[station];
    }

    /** The wider area around the place, such as a municipality. */
    public int area(int station) {
        return area[station];
    }

    /** Registered voters, or {@link #UNKNOWN}. */
    public int registered(int station) {
        return registered[station];
    }

    public int votes(int station, int option) {
        return votes[station * options + Check.index(option, options)];
    }

    public int nullVotes(int station) {
        return other[station * 2];
    }

    public int blankVotes(int station) {
        return other[station * 2 + 1];
    }

    /** Votes for options, all together. */
    public int valid(int station) {
        int sum = 0;
        for (int option = 0; option < options; option++) {
            sum += votes[station * options + option];
        }
        return sum;
    }

    /** Votes in the box: valid, null and blank. */
    public int cast(int station) {
        return valid(station) + other[station * 2] + other[station * 2 + 1];
    }

    /** Place in the order in which results came in, or {@link #UNKNOWN}. */
    public long arrival(int station) {
        return arrival[station];
    }

    /**
     * How late a station is beside others: when it closed, if every station's sheet says so, else the place of its result in the order of
     * arrival; {@link #UNKNOWN} if neither is known.
     */
    public long lateness(int station) {
        return isTimed ? time[station] : arrival[station];
    }

    /** Whether the sheet of every station says when it closed. */
    public boolean isTimed() {
        return isTimed;
    }

    /** Minutes since 1970 at which the station closed by its own sheet, or {@link #UNKNOWN}. */
    public long time(int station) {
        return time[station];
    }

    /** Serial number of the sheet or the machine, or {@link #UNKNOWN}. */
    public long serial(int station) {
        return serial[station];
    }

    /** Votes for an option at all stations. */
    public long total(int option) {
        long sum = 0;
        for (int station = 0; station < size; station++) {
            sum += votes(station, option);
        }
        return sum;
    }

    /** The option with the most votes but for {@code except}, the first of equals; -1 if there is none. */
    public int largest(int except) {
        int best = -1;
        long most = -1;
        for (int option = 0; option < options; option++) {
            long total = option == except ? -1 : total(option);
            if (total > most) {
                most = total;
                best = option;
            }
        }
        return best;
    }

    /** A table that takes stations one by one. */
    public static Builder of(int options) {
        return new Builder(options);
    }

    /** Takes stations one by one; refuses figures that can't be. */
    public static final class Builder {
        private static final int FIRST_SIZE = 256;

        private final int options;
        private int size;
        private int[] place = new int[FIRST_SIZE];
        private int[] area = new int[FIRST_SIZE];
        private int[] registered = new int[FIRST_SIZE];
        private int[] votes;
        private int[] other = new int[FIRST_SIZE * 2];
        private long[] arrival = new long[FIRST_SIZE];
        private long[] time = new long[FIRST_SIZE];
        private long[] serial = new long[FIRST_SIZE];

        private Builder(int options) {
            Check.that(options >= 1, "%d options", options);
            this.options = options;
            this.votes = new int[FIRST_SIZE * options];
        }

        /** Adds a station without times and serial. */
        public Builder add(int place, int area, int registered, int[] votes, int nullVotes, int blankVotes) {
            return add(place, area, registered, votes, nullVotes, blankVotes, UNKNOWN, UNKNOWN, UNKNOWN);
        }

        /** Adds a station. */
        public Builder add(
                int place,
                int area,
                int registered,
                int[] votes,
                int nullVotes,
                int blankVotes,
                long arrival,
                long time,
                long serial) {
            Check.that(place >= 0 && area >= 0, "place %d in area %d", place, area);
            Check.that(registered >= UNKNOWN, "%d registered", registered);
            Check.that(votes.length == options, "%d counts for %d options", votes.length, options);
            Check.that(nullVotes >= 0 && blankVotes >= 0, "%d null, %d blank", nullVotes, blankVotes);
            if (size == this.place.length) {
                grow();
            }
            for (int option = 0; option < options; option++) {
                Check.that(votes[option] >= 0, "%d votes", votes[option]);
                this.votes[size * options + option] = votes[option];
            }
            this.place[size] = place;
            this.area[size] = area;
            this.registered[size] = registered;
            other[size * 2] = nullVotes;
            other[size * 2 + 1] = blankVotes;
            this.arrival[size] = arrival;
            this.time[size] = time;
            this.serial[size] = serial;
            size++;
            return this;
        }

        private void grow() {
            int length = Math.multiplyExact(size, 2);
            place = Arrays.copyOf(place, length);
            area = Arrays.copyOf(area, length);
            registered = Arrays.copyOf(registered, length);
            votes = Arrays.copyOf(votes, Math.multiplyExact(length, options));
            other = Arrays.copyOf(other, Math.multiplyExact(length, 2));
            arrival = Arrays.copyOf(arrival, length);
            time = Arrays.copyOf(time, length);
            serial = Arrays.copyOf(serial, length);
        }

        public StationTable build() {
            return new StationTable(this);
        }
    }
}
