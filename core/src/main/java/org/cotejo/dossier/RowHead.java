package org.cotejo.dossier;

import java.util.Arrays;
import org.cotejo.custody.SourceId;
import org.cotejo.entry.FiguresBytes;

/** How all entries of figures of one source begin: with version, kind and source, in the same bytes. */
final class RowHead {
    private static final int NOT_OPENED = -1;

    private final byte[] bytes;
    private final boolean isSheet;
    private final SourceId id;
    private int source = NOT_OPENED;
    private int figures;

    private RowHead(byte[] bytes, boolean isSheet, SourceId id) {
        this.bytes = bytes;
        this.isSheet = isSheet;
        this.id = id;
    }

    /** The head of the entry that a cursor points at. */
    static RowHead of(FiguresBytes cursor, byte[] entry, int offset) {
        return new RowHead(
                Arrays.copyOfRange(entry, offset, cursor.restAt()),
                cursor.isSheet(),
                SourceFinder.id(entry, cursor.custodianAt(), cursor.custodianLength(), cursor.sourceNumber()));
    }

    /** Whether the entry between these two places begins so. */
    boolean begins(byte[] entry, int offset, int end) {
        int after = offset + bytes.length;
        return after <= end && Arrays.equals(entry, offset, after, bytes, 0, bytes.length);
    }

    /** Number of bytes. */
    int length() {
        return bytes.length;
    }

    /** Whether the entries are signed sheets. */
    boolean isSheet() {
        return isSheet;
    }

    SourceId id() {
        return id;
    }

    /** Whether the source is known; it is looked for among those that were opened so far. */
    boolean isOpened(Frame frame) {
        if (source == NOT_OPENED) {
            source = frame.sourceIndex(id);
            figures = source == NOT_OPENED
                    ? 0
                    : frame.sources().get(source).figures().size();
        }
        return source != NOT_OPENED;
    }

    /** The index of the source in {@link Frame#sources}, once it {@link #isOpened}. */
    int source() {
        return source;
    }

    /** How many figures a row of the source has, once it {@link #isOpened}. */
    int figures() {
        return figures;
    }
}
