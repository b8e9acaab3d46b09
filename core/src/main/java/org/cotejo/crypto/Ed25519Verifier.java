package org.cotejo.crypto;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import org.jspecify.annotations.Nullable;

/**
 * Checks many Ed25519 signatures, one after the other, with one object of the platform. Not safe for use by several
 * threads: each thread that verifies has its own.
 */
public final class Ed25519Verifier {
    private final Signature platform;
    private @Nullable Ed25519Key ready;

    public Ed25519Verifier() {
        try {
            platform = Signature.getInstance("Ed25519");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Whether these bytes are the key's signature over the message; false for whatever is not a signature at all. */
    public boolean verifies(Ed25519Key key, byte[] message, int offset, int length, byte[] signature) {
        if (signature.length != Ed25519Key.SIGNATURE_SIZE || key.parsed() == null) {
            return false;
        }
        Ed25519Key before = ready;
        ready = null;
        try {
            if (before == null || !before.equals(key)) {
                platform.initVerify(key.parsed());
            }
            platform.update(message, offset, length);
            boolean verifies = platform.verify(signature);
            ready = key;
            return verifies;
        } catch (InvalidKeyException | SignatureException e) {
            // A point off the curve, or S not below the group order: no signature.
            return false;
        }
    }
}
