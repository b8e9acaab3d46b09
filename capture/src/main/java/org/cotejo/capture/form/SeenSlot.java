package org.cotejo.capture.form;

import java.util.Locale;
import org.cotejo.base.Check;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.custody.SignatureSlot;

/**
 * A place to sign on a sheet, and whether there is handwriting in it; never whose hand, never what it says. It is what a picture shows:
 * whether somebody was absent or refused no picture can tell.
 *
 * @param number from 1, where a role has several places
 * @param page from 0
 * @param place in the page
 */
public record SeenSlot(SignatureSlot.Role role, int number, State state, int page, Quad place) {
    /** What is to be seen. */
    public enum State {
        /** Somebody wrote there by hand. */
        SIGNED,
        /** The whole place was seen, sharply and evenly lit, and nothing is written there. */
        EMPTY,
        /** Anything else: cut off, covered, blurred, too dark, a fold, a stain, or a layout whose frame was not found. */
        NOT_VISIBLE;

        /** As JSON names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SeenSlot {
        Check.that(number >= 1 && number <= SignatureSlot.SLOTS_MOST, "slot number %d", number);
    }

    /** Whether it is the same place of the sheet. */
    public boolean isSamePlace(SeenSlot other) {
        return role == other.role && number == other.number;
    }
}
