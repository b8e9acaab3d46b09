package org.cotejo.node.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.cotejo.crypto.SigningKey;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Keys made from seeds, for tests alone. */
final class TestKeys {
    static final String ORIGIN = "example.org/log";

    private TestKeys() {}

    /** An Ed25519 key alone. */
    static LogKeys plain() {
        return new LogKeys(ORIGIN, List.of(key(Vkey.Kind.NOTE, 1)));
    }

    /** An Ed25519 key and an ML-DSA-44 key beside it. */
    static LogKeys both() {
        return new LogKeys(ORIGIN, List.of(key(Vkey.Kind.NOTE, 1), key(Vkey.Kind.COSIGNATURE_ML_DSA, 2)));
    }

    /** The key of somebody else with the same name. */
    static LogKeys other() {
        return new LogKeys(ORIGIN, List.of(key(Vkey.Kind.NOTE, 3)));
    }

    private static Skey key(Vkey.Kind kind, int number) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        Arrays.fill(seed, (byte) number);
        return Skey.of(ORIGIN, kind, seed);
    }

    static InstantSource at(long seconds) {
        return InstantSource.fixed(Instant.ofEpochSecond(seconds));
    }
}
