package org.cotejo.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import org.cotejo.base.Check;

/** A SHA-256 value: 32 bytes, compared by content. */
public final class Hash {
    public static final int SIZE = 32;

    private final byte[] value;

    public Hash(byte[] value) {
        Check.that(value.length == SIZE, "a hash has %d bytes, not %d", SIZE, value.length);
        this.value = value.clone();
    }

    /** The hash that stands in the 32 bytes from {@code at}. */
    public static Hash at(byte[] bytes, int at) {
        return new Hash(Arrays.copyOfRange(bytes, at, at + SIZE));
    }

    /** Reads 64 hexadecimal digits; throws {@link IllegalArgumentException} on anything else. */
    public static Hash ofHex(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return value.clone();
    }

    /** Copies the 32 bytes to {@code to}, from {@code at}. */
    public void copyTo(byte[] to, int at) {
        System.arraycopy(value, 0, to, at, SIZE);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
