package org.cotejo.capture.redaction;

import org.cotejo.base.Check;
import org.cotejo.covered.Area;

/**
 * A part of a page that a person may want to cover: a suggestion, nothing more.
 *
 * @param number by which it is named, from 1
 * @param isForSigning whether it looks like a place to sign: a box, or a line with room above
 */
public record Block(int number, Area area, boolean isForSigning) {
    /** Most blocks of a page. */
    public static final int MOST = 99;

    public Block {
        Check.that(number >= 1 && number <= MOST, "block %d", number);
    }
}
