package org.cotejo.definition;

import java.math.BigInteger;
import java.util.Arrays;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * A hash as ten groups of four decimal digits, to be read aloud in any language and typed back. It is the first 128 bits
 * of the hash, so that nobody can make another definition with the same groups.
 */
public record SpokenHash(String groups) {
    private static final int DIGITS = 40;

    public SpokenHash {
        Check.that(groups.matches("([0-9]{4} ){9}[0-9]{4}"), "not ten groups of four digits: %s", groups);
    }

    public static SpokenHash of(Hash hash) {
        String digits = new BigInteger(1, Arrays.copyOf(hash.bytes(), 16)).toString();
        String padded = "0".repeat(DIGITS - digits.length()) + digits;
        return new SpokenHash(padded.replaceAll("([0-9]{4})(?!$)", "$1 "));
    }

    /** Whether what a person typed is this hash; blanks, hyphens and points between the digits do not matter. */
    public boolean isTyped(String typed) {
        return typed.replaceAll("[\\s.-]", "").equals(groups.replace(" ", ""));
    }

    @Override
    public String toString() {
        return groups;
    }
}
