package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    private static final int LAST_PLAIN = 0x7f;
    private static final int PREFIX = 9;
    private static final int BITS = 7;

    public Weighted {
        Check.that(!id.isEmpty() && isComposed(id), "not a canonical id: '%s'", id);
        Check.that(weight.signum() >= 0, "the weight of '%s' is negative: %s", id, weight);
    }

    private static boolean isComposed(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) >= FIRST_COMPOSED) {
                return Normalizer.isNormalized(id, Normalizer.Form.NFC);
            }
        }
        return true;
    }

    /** An id with what decides most comparisons: its first characters as a number, as far as they are plain. */
    private record Keyed(long prefix, Weighted one) {
        static Keyed of(Weighted one) {
            long prefix = 0;
            int at = 0;
            for (; at < PREFIX && at < one.id.length() && one.id.charAt(at) < LAST_PLAIN; at++) {
                prefix = prefix << BITS | one.id.charAt(at);
            }
            boolean isPlainSoFar = at == PREFIX || at == one.id.length();
            int rest = (PREFIX - at) * BITS;
            // What is not plain comes behind all that is; among such ids the whole ids decide.
            return new Keyed(isPlainSoFar ? prefix << rest : (prefix << rest) + ((1L << rest) - 1), one);
        }

        int compareTo(Keyed other) {
            return prefix == other.prefix ? ORDER.compare(one, other.one) : Long.compare(prefix, other.prefix);
        }
    }

    /** A list in its order. */
    static List<Weighted> ordered(List<Weighted> list) {
        Keyed[] keyed = new Keyed[list.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = Keyed.of(list.get(i));
        }
        Arrays.sort(keyed, Keyed::compareTo);
        List<Weighted> ordered = new ArrayList<>(keyed.length);
        for (Keyed one : keyed) {
            ordered.add(one.one);
        }
        return ordered;
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
