package org.cotejo.formats.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whether bytes that come slice by slice are plain: UTF-8 without control characters and quotes, in which every carriage return
 * stands before a line feed. What one slice begins, the next may end.
 */
final class PlainText {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer chars = CharBuffer.allocate(1 << 10);

    /** The bytes of a character that the last slice did not end. */
    private byte[] begun = {};

    private boolean isAfterReturn;

    /** Whether nothing in the next slice is less than plain. */
    boolean isPlain(byte[] bytes, int length) {
        int at = 0;
        if (isAfterReturn && length > 0) {
            isAfterReturn = false;
            at = bytes[0] == '\n' ? 1 : -1;
        } else if (begun.length > 0) {
            at = afterRun(bytes, 0, length);
        }
        while (at >= 0 && at < length) {
            at = Ascii.first(bytes, at, length, Ascii.UNUSUAL);
            if (at < length) {
                at = afterUnusual(bytes, at, length);
            }
        }
        return at >= 0;
    }

    /** Whether nothing is left begun. */
    boolean isWhole() {
        return begun.length == 0 && !isAfterReturn;
    }

    /** Where it goes on after an unusual byte, -1 if it is one that makes the file less than plain. */
    private int afterUnusual(byte[] bytes, int at, int length) {
        byte b = bytes[at];
        int next = at + 1;
        if (b == '\r') {
            isAfterReturn = next == length;
            return isAfterReturn || bytes[next] == '\n' ? next : -1;
        }
        return b < 0 ? afterRun(bytes, at, length) : -1;
    }

    /**
     * Where the run of bytes beyond ASCII ends that begins here, -1 if they are not UTF-8. A character beyond ASCII has no ASCII
     * byte in it, so that every run must be whole by itself, unless the next slice goes on with it.
     */
    private int afterRun(byte[] bytes, int from, int length) {
        int to = Ascii.firstPlain(bytes, from, length);
        if (to == from + 2 && to < length && begun.length == 0 && isOfTwo(bytes[from], bytes[from + 1])) {
            return to;
        }
        ByteBuffer in = run(bytes, from, to);
        decoder.reset();
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(in, chars.clear(), to < length);
        }
        begun = new byte[in.remaining()];
        in.get(begun);
        return result.isError() ? -1 : to;
    }

    /** Nearly all characters beyond ASCII in the tables of many countries are of two bytes and stand alone. */
    private static boolean isOfTwo(byte first, byte second) {
        return (first & 0xff) >= 0xc2 && (first & 0xff) < 0xe0 && (second & 0xff) < 0xc0;
    }

    private ByteBuffer run(byte[] bytes, int from, int to) {
        if (begun.length > 0) {
            byte[] joined = Arrays.copyOf(begun, begun.length + to - from);
            System.arraycopy(bytes, from, joined, begun.length, to - from);
            return ByteBuffer.wrap(joined);
        }
        return ByteBuffer.wrap(bytes, from, to - from);
    }
}
