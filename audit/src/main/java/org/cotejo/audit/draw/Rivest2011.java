package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.crypto.Sha256;

/**
 * The sampler of Colorado's audits (R. L. Rivest, "A sampler for ballots", 2011; Colorado Rule 25): draw <i>i</i> = 1, 2, ...
 * is SHA-256 of the seed, a comma and <i>i</i> in decimal, as a number, modulo the number of ballots.
 */
public final class Rivest2011 {
    private Rivest2011() {}

    /**
     * Numbers from {@code low} to {@code low + choices - 1} with replacement.
     *
     * @param from number of the first draw, from 1
     */
    public static List<Long> draw(Seed seed, long low, long choices, int from, int count) {
        Check.that(choices > 0 && from > 0 && count >= 0, "%d draws from %d of %d numbers", count, from, choices);
        List<Long> drawn = new ArrayList<>(count);
        for (long i = from; i < (long) from + count; i++) {
            drawn.add(low + residue(seed, i, choices));
        }
        return List.copyOf(drawn);
    }

    /** The first {@code count} different numbers: what was drawn before is passed over. */
    public static List<Long> drawDifferent(Seed seed, long low, long choices, int count) {
        Check.that(count >= 0 && count <= choices, "%d different numbers of %d", count, choices);
        Set<Long> seen = new HashSet<>();
        List<Long> drawn = new ArrayList<>(count);
        for (long i = 1; drawn.size() < count; i++) {
            long number = low + residue(seed, i, choices);
            if (seen.add(number)) {
                drawn.add(number);
            }
        }
        return List.copyOf(drawn);
    }

    private static long residue(Seed seed, long draw, long choices) {
        byte[] bytes = (seed.text() + "," + draw).getBytes(StandardCharsets.UTF_8);
        return new BigInteger(1, Sha256.of(bytes).bytes())
                .mod(BigInteger.valueOf(choices))
                .longValueExact();
    }
}
