package org.cotejo.crypto;

import java.security.SecureRandom;
import org.cotejo.base.Check;

/**
 * Gives the platform's key generators a seed where they ask for randomness: so the platform itself derives the key from the
 * seed, and no arithmetic is done here. Refuses to be asked for anything else.
 */
final class SeedOnce extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;
    private boolean given;

    SeedOnce(byte[] seed) {
        super(null, null);
        this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Check.that(!given && bytes.length == seed.length, "a generator asked for %d bytes", bytes.length);
        given = true;
        System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }

    /** Whether the generator took the seed. */
    boolean isGiven() {
        return given;
    }
}
