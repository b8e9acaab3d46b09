package org.cotejo.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Reads canonical bytes back and accepts nothing else: what it accepts, {@link CanonicalWriter} prints to the same bytes.
 * Every fault is thrown as {@link Malformed}; whoever reads an entry turns that into a {@link Problem}.
 *
 * <p>Not safe for use by several threads. May be pointed at other bytes and used again.
 */
public final class CanonicalReader {
    /** Bytes that are not the canonical form of anything. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private static final int TWO_GROUPS_MOST = (1 << 14) - 1;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    public CanonicalReader over(byte[] value, int offset, int length) {
        bytes = value;
        at = offset;
        end = offset + length;
        return this;
    }

    public CanonicalReader over(byte[] value) {
        return over(value, 0, value.length);
    }

    public int octet() {
        if (at >= end) {
            throw new Malformed("the bytes end too early");
        }
        return bytes[at++] & 0xff;
    }

    /** An octet that must lie below {@code limit}: the index of a known alternative. */
    public int octetBelow(int limit, String what) {
        int value = octet();
        if (value >= limit) {
            throw new Malformed("unknown " + what + " " + value);
        }
        return value;
    }

    public long number() {
        // Nearly all numbers have one or two groups, and a country has fifty million of them.
        if (at + 1 < end) {
            byte first = bytes[at];
            if (first >= 0) {
                at++;
                return first;
            }
            byte second = bytes[at + 1];
            if (second > 0) {
                at += 2;
                return (first & 0x7f) | second << 7;
            }
        }
        return anyNumber();
    }

    private long anyNumber() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                if (octet == 0 && shift > 0) {
                    throw new Malformed("a number is not in its shortest form");
                }
                return value;
            }
        }
        throw new Malformed("a number is above 2^63-1");
    }

    /** A number that must not be above {@code most}. */
    public int count(int most, String what) {
        long value = number();
        if (value > most) {
            throw new Malformed(what + " " + value + " is above " + most);
        }
        return (int) value;
    }

    /**
     * Fills {@code into} with so many numbers that must not be above {@code most}, as {@link #count} reads one. A loop of its own: a
     * country has fifty million of them, nearly all of one or two groups.
     *
     * @param most at least 16,383, so that two groups are never too much
     */
    public void counts(int[] into, int size, int most, String what) {
        Check.that(most >= TWO_GROUPS_MOST, "%s of at most %d", what, most);
        for (int i = 0; i < size; i++) {
            byte first = at + 1 < end ? bytes[at] : -1;
            byte second = at + 1 < end ? bytes[at + 1] : 0;
            if (first >= 0) {
                into[i] = first;
                at++;
            } else if (second > 0) {
                into[i] = (first & 0x7f) | second << 7;
                at += 2;
            } else {
                into[i] = count(most, what);
            }
        }
    }

    /** Text of at most {@code mostBytes} bytes: valid UTF-8, composed (NFC), without control characters. */
    public String text(int mostBytes) {
        int length = length(mostBytes);
        if (isPlain(length)) {
            String plain = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return plain;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("text is not UTF-8");
        }
        if (!Texts.isClean(text) || !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new Malformed("text holds control characters or is not composed");
        }
        at += length;
        return text;
    }

    /** Whether the next bytes are visible ASCII, which is clean and composed whatever it says; nearly all text is. */
    private boolean isPlain(int length) {
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0x20 || bytes[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** A length of what follows, which must be there. */
    private int length(int most) {
        int length = count(most, "length");
        if (length > end - at) {
            throw new Malformed("the bytes end too early");
        }
        return length;
    }

    public byte[] bytes(int most) {
        return raw(length(most));
    }

    /** Exactly {@code length} bytes. */
    public byte[] raw(int length) {
        if (length > end - at) {
            throw new Malformed("the bytes end too early");
        }
        byte[] value = new byte[length];
        System.arraycopy(bytes, at, value, 0, length);
        at += length;
        return value;
    }

    /** Steps over a length and so many bytes; returns where they begin, so that a caller may look at them in place. */
    public int skipBytes(int most) {
        int length = length(most);
        int start = at;
        at += length;
        return start;
    }

    /** Steps over exactly {@code length} bytes; returns where they begin. */
    public int skip(int length) {
        if (length > end - at) {
            throw new Malformed("the bytes end too early");
        }
        int start = at;
        at += length;
        return start;
    }

    /** Where the next byte lies in the array that is read. */
    public int position() {
        return at;
    }

    /** Refuses bytes that are left over. */
    public void atEnd() {
        if (at != end) {
            throw new Malformed((end - at) + " bytes are left over");
        }
    }
}
