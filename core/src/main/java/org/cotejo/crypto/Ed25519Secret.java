package org.cotejo.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.cotejo.base.Check;

/** An Ed25519 private key (RFC 8032), which is its seed of 32 bytes. */
public final class Ed25519Secret implements SigningKey {
    private final byte[] seed;
    private final PrivateKey parsed;
    private final Ed25519Key verifyKey;

    private Ed25519Secret(byte[] seed, KeyPair pair) {
        byte[] wrapped = pair.getPublic().getEncoded();
        this.seed = seed;
        this.parsed = pair.getPrivate();
        this.verifyKey = Ed25519Key.enrolled(
                        Arrays.copyOfRange(wrapped, wrapped.length - Ed25519Key.SIZE, wrapped.length))
                .orThrow();
    }

    /** The key of this seed. */
    public static Ed25519Secret ofSeed(byte[] seed) {
        Check.that(seed.length == SEED_SIZE, "a seed has %d bytes, not %d", SEED_SIZE, seed.length);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SeedOnce(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] taken = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            Check.that(Arrays.equals(taken, seed), "%s does not take seeds", generator.getProvider());
            return new Ed25519Secret(seed.clone(), pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    @Override
    public Ed25519Key verifyKey() {
        return verifyKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(parsed);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with Ed25519", e);
        }
    }

    @Override
    public byte[] seed() {
        return seed.clone();
    }

    @Override
    public String toString() {
        return "the private key of " + verifyKey;
    }
}
