package org.cotejo.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) by the Java platform, over bytes as they come. Not safe for use by several threads. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Hash of(byte[] bytes) {
        return new Sha256().add(bytes, 0, bytes.length).hash();
    }

    public Sha256 add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    /** The hash of all that was added; begins anew afterwards. */
    public Hash hash() {
        return new Hash(digest.digest());
    }
}
