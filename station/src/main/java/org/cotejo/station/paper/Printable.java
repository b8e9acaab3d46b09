package org.cotejo.station.paper;

import org.cotejo.base.Check;
import org.cotejo.base.Texts;

/** The rule for texts on paper: tidy, no control or direction characters, not longer than the definition allows. */
final class Printable {
    private Printable() {}

    static void check(String what, String text, int most) {
        Check.that(
                !text.isEmpty()
                        && text.length() <= most
                        && Texts.isClean(text)
                        && Texts.tidy(text).equals(text),
                "%s '%s' is empty, longer than %d, or not tidy",
                what,
                text,
                most);
    }
}
