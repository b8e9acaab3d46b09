package org.cotejo.verify.time;

import org.cotejo.base.Texts;

/** Text that a stranger wrote, made fit to be shown. */
final class Plain {
    private Plain() {}

    /** The text without control and hidden characters, cut to a length. */
    static String of(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(most)
                .mapToObj(Character::toString)
                .map(one -> Texts.isClean(one) ? one : "?")
                .forEach(plain::append);
        return plain.toString();
    }
}
