package org.cotejo.formats.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Looks through a large file, slice by slice, before any row of it is read: whether it is plain throughout, as {@link PlainText}
 * says. Then all that is left to be known of it is where it may be cut and how it begins, and it need not be held. Used by one
 * thread.
 */
public final class PlainScan {
    /** Reads a part of a file that was looked through. */
    @FunctionalInterface
    public interface Again {
        /** An array that begins with the {@code length} bytes from {@code from} on and may be longer. May be called by any thread. */
        byte[] read(long from, int length);
    }

    /** Of the beginning, so many bytes are kept: more than {@link CsvRows} looks at to find out the delimiter. */
    private static final int BEGINNING = 1 << 18;

    /** Most bytes between two places where the file may be cut; one with longer lines is no table. */
    private static final long PART_MOST = 8L << 20;

    private final PlainText text = new PlainText();
    private final LineCuts cuts = new LineCuts();
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private boolean isPlain = true;

    /** Whether a file that was described so may be plain; if not, it need not be looked through. */
    public static boolean fits(RowTerms terms) {
        return !terms.hasComments()
                && (terms.encoding().equals(RowTerms.AUTO) || terms.encoding().equalsIgnoreCase("UTF-8"));
    }

    /** Looks at the first {@code length} bytes as the next slice; returns whether the file may be plain still. */
    public boolean add(byte[] bytes, int length) {
        if (isPlain) {
            beginning.write(bytes, 0, Math.min(length, BEGINNING - beginning.size()));
            cuts.add(bytes, length);
            isPlain = text.isPlain(bytes, length) && cuts.sinceLast() <= PART_MOST;
        }
        return isPlain;
    }

    /** Whether the file is plain, after its last slice. */
    boolean isWholePlain() {
        return isPlain && text.isWhole();
    }

    /** How the file begins, in whole lines; empty if its first line is longer than what is kept of it. */
    byte[] beginning() {
        byte[] kept = beginning.toByteArray();
        return kept.length == cuts.size() ? kept : Arrays.copyOf(kept, LineCuts.afterLastLine(kept, kept.length));
    }

    /** The file in parts of whole lines, which follow each other from its first byte to its last. */
    List<PlainLines.Part> parts(int rowsFrom) {
        return cuts.parts(rowsFrom);
    }
}
