package org.cotejo.crypto;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import org.jspecify.annotations.Nullable;

/**
 * Checks many Ed25519 signatures, one after the other, with one object of the platform. Not safe for use by several
 * threads: each thread that verifies has its own.
 */
public final class Ed25519Verifier {
    private final Signature platform;
    private final KeyFactory keys;
    private @Nullable Ed25519Key ready;

    public Ed25519Verifier() {
        try {
            platform = Signature.getInstance("Ed25519");
            keys = keys(platform.getProvider());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Keys as the provider of the signatures likes them: it would make its own of those of another one. */
    private static KeyFactory keys(Provider provider) throws NoSuchAlgorithmException {
        return provider.getService("KeyFactory", "Ed25519") == null
                ? KeyFactory.getInstance("Ed25519")
                : KeyFactory.getInstance("Ed25519", provider);
    }

    /** Whether these bytes are the key's signature over the message; false for whatever is not a signature at all. */
    public boolean verifies(Ed25519Key key, byte[] message, int offset, int length, byte[] signature) {
        if (signature.length != Ed25519Key.SIGNATURE_SIZE) {
            return false;
        }
        Ed25519Key before = ready;
        ready = null;
        try {
            if (before == null || !before.equals(key)) {
                platform.initVerify(keys.generatePublic(key.wrapped()));
            }
            platform.update(message, offset, length);
            boolean verifies = platform.verify(signature);
            ready = key;
            return verifies;
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
            // A point off the curve, or S not below the group order: no signature.
            return false;
        }
    }
}
