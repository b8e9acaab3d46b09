package org.cotejo.sheet;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * What a published log of a machine says, made from its lines by a rule that anybody can repeat (docs/formats/entries.md, kind 24). All but
 * {@code lines} speaks of the proven lines alone.
 *
 * @param lines all lines
 * @param proven so many lines from the first on are in order and signed with the machine's key
 * @param opened when the station was opened, to the minute; null if no proven line says so
 * @param closing what it says of the closing; null if no proven line does
 * @param counted voters whose vote was counted
 * @param again receipts that were printed again
 * @param spoiled receipts that were reported as wrong
 * @param withdrawn votes that were taken out because no receipt could be printed
 * @param started how often the program was started
 */
public record LogFacts(
        int lines,
        int proven,
        @Nullable OffsetDateTime opened,
        @Nullable Closing closing,
        int counted,
        int again,
        int spoiled,
        int withdrawn,
        int started) {
    /** Most lines of a log. */
    public static final int LINES_MOST = 1_000_000;

    /**
     * The end of the day.
     *
     * @param at when it began, to the minute
     * @param pollBook voters in the poll book
     * @param counted votes in the box
     * @param copies so many copies of the sheets were asked for
     * @param printed so many different copies came out before the station was closed, or since closing began
     * @param isComplete whether the station was closed, which is after all copies came out
     */
    public record Closing(OffsetDateTime at, int pollBook, int counted, int copies, int printed, boolean isComplete) {
        /** Most of each number: what a line can hold. */
        public static final int COUNT_MOST = 999_999_999;

        public Closing {
            checkMinute(at);
            Check.that(
                    isCount(pollBook) && isCount(counted) && isCount(copies),
                    "poll book %d, counted %d, copies %d",
                    pollBook,
                    counted,
                    copies);
        }

        private static boolean isCount(int count) {
            return count >= 0 && count <= COUNT_MOST;
        }
    }

    public LogFacts {
        Check.that(lines >= 1 && lines <= LINES_MOST, "%d lines", lines);
        Check.that(proven >= 0 && proven <= lines, "%d of %d lines", proven, lines);
        if (opened != null) {
            checkMinute(opened);
        }
        for (int count :
                new int[] {counted, again, spoiled, withdrawn, started, closing == null ? 0 : closing.printed()}) {
            Check.that(count >= 0 && count <= proven, "%d of %d lines", count, proven);
        }
    }

    private static void checkMinute(OffsetDateTime at) {
        ZoneOffset offset = at.getOffset();
        new SheetHours(at.toLocalDateTime(), at.toLocalDateTime(), offset);
    }

    /** Whether every line is the machine's. */
    public boolean isWhole() {
        return proven == lines;
    }

    /** Whether it says nothing that its other lines deny: as many votes as were counted, all copies before the closing. */
    public boolean isConsistent() {
        Closing end = closing;
        return end == null || end.counted() == counted && (!end.isComplete() || end.printed() >= end.copies());
    }
}
