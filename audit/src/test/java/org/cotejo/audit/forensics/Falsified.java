package org.cotejo.audit.forensics;

/** Honest tables with something done to them. */
final class Falsified {
    /** What is done to the counts of a station: its options, null, blank. */
    interface Change {
        void to(int station, int registered, int[] counts);
    }

    private Falsified() {}

    static StationTable of(StationTable table, Change change) {
        StationTable.Builder changed = StationTable.of(table.options());
        int[] counts = new int[table.options() + 2];
        for (int i = 0; i < table.size(); i++) {
            for (int column = 0; column < counts.length; column++) {
                counts[column] = Duplicates.value(table, i, column);
            }
            change.to(i, table.registered(i), counts);
            changed.add(
                    table.place(i),
                    table.area(i),
                    table.registered(i),
                    java.util.Arrays.copyOf(counts, table.options()),
                    counts[table.options()],
                    counts[table.options() + 1],
                    table.arrival(i),
                    table.time(i),
                    table.serial(i));
        }
        return changed.build();
    }

    /** The table of an honest election. */
    static HonestElection.Drawn honest(HonestElection.Kind kind, int areas, long seed) {
        return new HonestElection(kind, areas).draw(new java.util.SplittableRandom(seed));
    }

    /** Sets the leader's votes; the second gives or takes what that makes. */
    static void setLeader(int[] counts, int votes) {
        int shift = Math.min(votes - counts[0], counts[1]);
        counts[0] += shift;
        counts[1] -= shift;
    }

    static int valid(int[] counts, int options) {
        int sum = 0;
        for (int i = 0; i < options; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
