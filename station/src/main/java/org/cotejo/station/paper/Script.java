package org.cotejo.station.paper;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;

/** Joins Arabic letters and brings texts of both directions into the order in which they are drawn (by ICU4J). */
final class Script {
    private Script() {}

    /** Whether a text holds a letter that is written from the right. */
    static boolean isRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }

    /** The text with its Arabic letters in the forms that they take beside each other; its order stays. */
    static String joined(String text) {
        if (!isRightToLeft(text)) {
            return text;
        }
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE
                            | ArabicShaping.TEXT_DIRECTION_LOGICAL
                            | ArabicShaping.LENGTH_GROW_SHRINK)
                    .shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException("Arabic letters that can't be joined: " + text, e);
        }
    }

    /** One line of a joined text from left to right, as it is drawn; marks stay behind the letter that they stand on. */
    static String leftToRight(String line, boolean isRightToLeft) {
        if (!isRightToLeft && !isRightToLeft(line)) {
            return line;
        }
        Bidi bidi = new Bidi(line, isRightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }
}
