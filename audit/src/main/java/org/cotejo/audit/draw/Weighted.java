package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Comparator;
import org.cotejo.base.Check;

/**
 * One thing that can be drawn, and how likely: its weight over the sum of all weights.
 *
 * @param id canonical station id, composed (NFC)
 * @param weight not negative; 0 is never drawn
 */
public record Weighted(String id, BigInteger weight) {
    /** The order in which weights are laid side by side: by code points of the id, which is by its bytes in UTF-8. */
    public static final Comparator<Weighted> ORDER = (one, other) -> compare(one.id, other.id);

    private static final int FIRST_COMPOSED = 0x300;

    public Weighted {
        Check.that(!id.isEmpty() && isComposed(id), "not a canonical id: '%s'", id);
        Check.that(weight.signum() >= 0, "the weight of '%s' is negative: %s", id, weight);
    }

    private static boolean isComposed(String id) {
        return id.chars().allMatch(c -> c < FIRST_COMPOSED) || Normalizer.isNormalized(id, Normalizer.Form.NFC);
    }

    /** Java's own order of texts puts what is written with two surrogates too early. */
    private static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean isPair = Character.isSurrogate(a);
                return isPair == Character.isSurrogate(b) ? Character.compare(a, b) : isPair ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
