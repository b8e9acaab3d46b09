package org.cotejo.formats.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through large files eight bytes at a time. */
final class Ascii {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long BLANKS = 0x2020_2020_2020_2020L;
    private static final long DELETES = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final long ONES = 0x0101_0101_0101_0101L;

    private Ascii() {}

    /** The first place from {@code start} on with a byte that is not ASCII, or the length. */
    static int firstBeyond(byte[] bytes, int start) {
        int at = start;
        while (at + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The first place from {@code start} on with a byte that is ASCII, or the length. */
    static int firstPlain(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] < 0) {
            at++;
        }
        return at;
    }

    /** The first place from {@code start} on with a byte below 0x20 or of 0x7f, or the length. */
    static int firstControl(byte[] bytes, int start) {
        int at = start;
        while (at + Long.BYTES <= bytes.length && !hasControl((long) LONGS.get(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < bytes.length && (bytes[at] >= 0x20 || bytes[at] < 0) && bytes[at] != 0x7f) {
            at++;
        }
        return at;
    }

    /** Whether there is no quote in it and no line end but LF and CR LF. */
    static boolean hasPlainLines(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            while (at + Long.BYTES <= bytes.length && !hasQuoteOrReturn((long) LONGS.get(bytes, at))) {
                at += Long.BYTES;
            }
            int end = Math.min(bytes.length, at + Long.BYTES);
            for (; at < end; at++) {
                boolean isLoneReturn = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
                if (bytes[at] == '"' || isLoneReturn) {
                    return false;
                }
            }
        }
        return true;
    }

    /** May also say yes to eight bytes of which one is not ASCII. */
    private static boolean hasQuoteOrReturn(long word) {
        long quotes = word ^ ('"' * ONES);
        long returns = word ^ ('\r' * ONES);
        return (((quotes - ONES) & ~quotes | (returns - ONES) & ~returns) & HIGH_BITS) != 0;
    }

    /** May also say yes to eight bytes of which one is not ASCII, which the caller's slow loop then puts right. */
    private static boolean hasControl(long word) {
        long deletes = word ^ DELETES;
        return ((word - BLANKS) & ~word & HIGH_BITS) != 0 || ((deletes - ONES) & ~deletes & HIGH_BITS) != 0;
    }
}
