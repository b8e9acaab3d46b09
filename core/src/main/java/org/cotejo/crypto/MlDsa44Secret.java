package org.cotejo.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.cotejo.base.Check;

/**
 * An ML-DSA-44 private key (FIPS 204), which is its seed of 32 bytes. Signatures are of the deterministic variant (section
 * 3.4), so that the same log gives the same bytes.
 */
public final class MlDsa44Secret implements SigningKey {
    private static final String NAME = "ML-DSA-44";
    private static final int SIGNING_RANDOMNESS = 32;

    private final byte[] seed;
    private final PrivateKey parsed;
    private final MlDsa44Key verifyKey;

    private MlDsa44Secret(byte[] seed, KeyPair pair) {
        byte[] wrapped = pair.getPublic().getEncoded();
        this.seed = seed;
        this.parsed = pair.getPrivate();
        this.verifyKey = MlDsa44Key.enrolled(
                        Arrays.copyOfRange(wrapped, wrapped.length - MlDsa44Key.SIZE, wrapped.length))
                .orThrow();
    }

    /** The key of this seed, by ML-DSA.KeyGen_internal. */
    public static MlDsa44Secret ofSeed(byte[] seed) {
        Check.that(seed.length == SEED_SIZE, "a seed has %d bytes, not %d", SEED_SIZE, seed.length);
        try {
            SeedOnce random = new SeedOnce(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(new NamedParameterSpec(NAME), random);
            KeyPair pair = generator.generateKeyPair();
            Check.that(random.isGiven(), "%s does not take seeds", generator.getProvider());
            return new MlDsa44Secret(seed.clone(), pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 platform has " + NAME, e);
        }
    }

    @Override
    public MlDsa44Key verifyKey() {
        return verifyKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(parsed, new SeedOnce(new byte[SIGNING_RANDOMNESS]));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with " + NAME, e);
        }
    }

    @Override
    public byte[] seed() {
        return seed.clone();
    }

    @Override
    public String toString() {
        return "a private key of ML-DSA-44";
    }
}
