package org.cotejo.crypto;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** SHA-256 (FIPS 180-4) by the Java platform, over bytes as they come. Not safe for use by several threads. */
public final class Sha256 {
    private static final int PIECE = 1 << 10;

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

    /** Adds bytes; in pieces, since the platform's fast code takes over between calls and not within one. */
    public Sha256 add(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at < end; at += PIECE) {
            digest.update(bytes, at, Math.min(PIECE, end - at));
        }
        return this;
    }

    /** The hash of all that was added so far; more may be added to the same afterwards. */
    public Hash soFar() {
        try {
            return new Hash(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be continued", e);
        }
    }

    /** The hash of all that was added; begins anew afterwards. */
    public Hash hash() {
        return new Hash(digest.digest());
    }

    /** Writes the hash of all that was added to {@code to}, from {@code at}; begins anew afterwards. */
    public void hash(byte[] to, int at) {
        Objects.checkFromIndexSize(at, Hash.SIZE, to.length);
        try {
            digest.digest(to, at, Hash.SIZE);
        } catch (DigestException e) {
            throw new IllegalStateException("writing a hash where there is room for it", e);
        }
    }
}
