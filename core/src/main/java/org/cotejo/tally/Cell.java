package org.cotejo.tally;

import org.cotejo.base.Check;

/** What stands in one cell of a sheet: a number, nothing, or something that nobody can read. Three different things. */
public sealed interface Cell {
    /** The largest number that one cell may hold; no station has as many voters. */
    int MOST = 999_999_999;

    /** A number of votes or people. */
    record Written(int number) implements Cell {
        public Written {
            Check.that(number >= 0 && number <= MOST, "a cell holds 0 to %d, not %d", MOST, number);
        }
    }

    /** The cell was left empty. */
    record Blank() implements Cell {}

    /** Something stands there that can't be read. */
    record Illegible() implements Cell {}
}
