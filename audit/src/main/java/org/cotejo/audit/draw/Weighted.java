package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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

    /** What decides most comparisons: the first characters of an id as a number, as far as they are plain. */
    private static long prefix(String id) {
        long prefix = 0;
        int at = 0;
        int end = Math.min(PREFIX, id.length());
        for (; at < end && id.charAt(at) < LAST_PLAIN; at++) {
            prefix = prefix << BITS | id.charAt(at);
        }
        int rest = (PREFIX - at) * BITS;
        // What is not plain comes behind all that is; among such ids the whole ids decide.
        return at == end ? prefix << rest : (prefix << rest) + ((1L << rest) - 1);
    }

    /** A list in its order: by prefixes first, digit by digit; where they are equal the ids decide. */
    static List<Weighted> ordered(List<Weighted> list) {
        return ordered(list, _ -> {});
    }

    /** The same of a list in which no id may stand twice: equal ids have equal prefixes, so they are looked for among those alone. */
    static List<Weighted> orderedOnce(List<Weighted> list) {
        return ordered(list, alike -> {
            for (int i = 1; i < alike.size(); i++) {
                String id = alike.get(i).id;
                Check.that(!id.equals(alike.get(i - 1).id), "'%s' stands twice in the list", id);
            }
        });
    }

    /** {@code alike} is given each run of ids that have one prefix, in their order. */
    private static List<Weighted> ordered(List<Weighted> list, Consumer<List<Weighted>> alike) {
        Weighted[] all = list.toArray(Weighted[]::new);
        long[] prefixes = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            prefixes[i] = prefix(all[i].id);
        }
        int[] order = PrefixOrder.of(prefixes);
        Weighted[] ordered = new Weighted[all.length];
        for (int i = 0, run = 0; i < ordered.length; i++) {
            ordered[i] = all[order[i]];
            boolean isEnd = i + 1 == ordered.length || prefixes[order[i + 1]] != prefixes[order[i]];
            if (isEnd) {
                if (i > run) {
                    Arrays.sort(ordered, run, i + 1, ORDER);
                    alike.accept(Arrays.asList(ordered).subList(run, i + 1));
                }
                run = i + 1;
            }
        }
        return Arrays.asList(ordered);
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
