package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import org.cotejo.base.Check;

/**
 * One thing that can be drawn, and how likely: its weight over the sum of all weights.
 *
 * @param id canonical station id, composed (NFC)
 * @param weight not negative; 0 is never drawn
 */
public record Weighted(String id, BigInteger weight) {
    /** The order in which weights are laid side by side: by the bytes of the id in UTF-8, unsigned. */
    public static final Comparator<Weighted> ORDER =
            Comparator.comparing(one -> one.id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    public Weighted {
        Check.that(!id.isEmpty() && Normalizer.isNormalized(id, Normalizer.Form.NFC), "not a canonical id: '%s'", id);
        Check.that(weight.signum() >= 0, "the weight of '%s' is negative: %s", id, weight);
    }
}
