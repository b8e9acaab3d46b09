package org.cotejo.formats.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks through a large file, slice by slice, before any row of it is read: whether it is plain throughout, that is UTF-8 without
 * control characters and quotes in which every carriage return stands before a line feed. Then all that is left to be known of it
 * is where it may be cut and how it begins, and it need not be held. Used by one thread.
 */
public final class PlainScan {
    /** Of the beginning, so many bytes are kept: more than {@link CsvRows} looks at to find out the delimiter. */
    private static final int BEGINNING = 1 << 18;

    /** Longest part between two places where the file may be cut; one with longer lines is no table. */
    private static final long PART_MOST = 8L << 20;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer chars = CharBuffer.allocate(1 << 10);
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final List<Long> cuts = new ArrayList<>();

    /** The bytes of a character that the last slice did not end. */
    private byte[] begun = {};

    private boolean isAfterReturn;
    private boolean isPlain = true;
    private long size;

    /** Whether a file that was described so may be plain; if not, it need not be looked through. */
    public static boolean fits(RowTerms terms) {
        return !terms.hasComments()
                && (terms.encoding().equals(RowTerms.AUTO) || terms.encoding().equalsIgnoreCase("UTF-8"));
    }

    /** Looks at the first {@code length} bytes as the next slice; returns whether the file may be plain still. */
    public boolean add(byte[] bytes, int length) {
        isPlain = isPlain && isPlain(bytes, length);
        if (isPlain) {
            beginning.write(bytes, 0, Math.min(length, BEGINNING - beginning.size()));
            cut(bytes, length);
            size += length;
        }
        return isPlain;
    }

    private boolean isPlain(byte[] bytes, int length) {
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

    /** Remembers the last place in this slice where the file may be cut. */
    private void cut(byte[] bytes, int length) {
        int end = afterLastLine(bytes, length);
        if (end > 0) {
            cuts.add(size + end);
        }
        isPlain = size + length - lastCut() <= PART_MOST;
    }

    private static int afterLastLine(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private long lastCut() {
        return cuts.isEmpty() ? 0 : cuts.getLast();
    }

    /** Whether the file is plain, after its last slice. */
    boolean isWholePlain() {
        return isPlain && begun.length == 0 && !isAfterReturn;
    }

    /** How the file begins, in whole lines; empty if its first line is longer than what is kept of it. */
    byte[] beginning() {
        byte[] kept = beginning.toByteArray();
        return kept.length == size ? kept : Arrays.copyOf(kept, afterLastLine(kept, kept.length));
    }

    /** The file in parts of whole lines, which follow each other from its first byte to its last. */
    List<PlainLines.Part> parts(int rowsFrom) {
        List<PlainLines.Part> parts = new ArrayList<>();
        long from = 0;
        for (long to : ends()) {
            int length = Math.toIntExact(to - from);
            parts.add(new PlainLines.Part(from, length, Math.clamp(rowsFrom - from, 0, length)));
            from = to;
        }
        return parts;
    }

    private List<Long> ends() {
        List<Long> ends = new ArrayList<>(cuts);
        if (size > lastCut()) {
            ends.add(size);
        }
        return ends;
    }
}
