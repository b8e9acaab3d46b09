package org.cotejo.entry;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;

/**
 * Entries one after the other as a folder's segment and a log's bundle hold them: each with its length in two bytes, most
 * significant first. The array is shared, not copied, and must not be changed.
 *
 * @param start where the first length stands
 * @param end where the last entry ends
 */
@SuppressWarnings("ArrayRecordComponent") // a view over bytes, never compared
public record EntryBlock(byte[] bytes, int start, int end) {
    /** Bytes of an entry's length. */
    public static final int LENGTH_BYTES = 2;

    /** Takes the bytes of one entry after the other. */
    @FunctionalInterface
    public interface Sink {
        void entry(byte[] bytes, int offset, int length);
    }

    public EntryBlock {
        Check.that(start >= 0 && start <= end && end <= bytes.length, "a block from %d to %d", start, end);
    }

    /** Gives each entry to {@code sink} in order; returns false if the lengths do not add up to the block. */
    public boolean forEach(Sink sink) {
        int at = start;
        while (at < end) {
            int length = lengthOf(at);
            if (length < 0) {
                return false;
            }
            sink.entry(bytes, at + LENGTH_BYTES, length);
            at += LENGTH_BYTES + length;
        }
        return true;
    }

    /** The length of the entry whose two bytes of length stand at {@code at}; -1 if it would end beyond the block. */
    public int lengthOf(int at) {
        int room = end - at - LENGTH_BYTES;
        int length = room < 0 ? -1 : lengthAt(bytes, at);
        return length > room ? -1 : length;
    }

    /** The blocks of the first {@code count} entries of {@code blocks}, which hold at least so many. */
    public static List<EntryBlock> first(List<EntryBlock> blocks, long count) {
        List<EntryBlock> first = new ArrayList<>();
        long left = count;
        for (EntryBlock block : blocks) {
            int at = block.start;
            while (left > 0 && at < block.end) {
                at += LENGTH_BYTES + lengthAt(block.bytes, at);
                left--;
            }
            if (at > block.start) {
                first.add(new EntryBlock(block.bytes, block.start, at));
            }
        }
        Check.that(left == 0, "%d entries fewer than %d", left, count);
        return first;
    }

    /** The length that stands in two bytes at {@code at}. */
    public static int lengthAt(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
