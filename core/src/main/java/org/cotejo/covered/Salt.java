package org.cotejo.covered;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/** 256 random bits without which nobody can tell what a leaf's hash is a hash of. Never in a log line: it prints as nothing. */
public final class Salt {
    /** Bytes of a salt. */
    public static final int SIZE = 32;

    private final byte[] value;

    public Salt(byte[] value) {
        Check.that(value.length == SIZE, "a salt has %d bytes, not %d", SIZE, value.length);
        this.value = value.clone();
    }

    /** A new one. */
    public static Salt fresh(SecureRandom random) {
        byte[] value = new byte[SIZE];
        random.nextBytes(value);
        return new Salt(value);
    }

    /** To be written where nobody but its owner reads, or where all may know. */
    public byte[] bytes() {
        return value.clone();
    }

    /** The same as text. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** The hash of the leaf of this salt and a body. */
    public Hash leaf(byte[] body) {
        byte[] leaf = Arrays.copyOf(value, SIZE + body.length);
        System.arraycopy(body, 0, leaf, SIZE, body.length);
        return new TreeHash().leaf(leaf);
    }

    @Override
    public String toString() {
        return "a salt";
    }
}
