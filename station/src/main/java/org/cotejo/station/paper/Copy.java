package org.cotejo.station.paper;

import org.cotejo.base.Check;

/**
 * Which copy a paper is. All copies of a sheet say the same; a copy that did not come out whole is void and printed again with the
 * next printing.
 *
 * @param number from 1
 * @param printing 1 at first, 2 when printing 1 was void, and so on
 */
public record Copy(int number, int of, int printing) {
    private static final int COPIES_MOST = 1_000;

    public Copy {
        Check.that(number >= 1 && number <= of && of <= COPIES_MOST, "copy %d of %d", number, of);
        Check.that(printing >= 1 && printing <= COPIES_MOST, "printing %d", printing);
    }

    /** The first printing of a copy. */
    public static Copy of(int number, int of) {
        return new Copy(number, of, 1);
    }

    /** The same copy, printed again because this printing is void. */
    public Copy again() {
        return new Copy(number, of, printing + 1);
    }
}
