package org.cotejo.formats.text;

import java.util.ArrayList;
import java.util.List;

/** Where a file that comes slice by slice may be cut so that no line is: in each slice after its last line. */
final class LineCuts {
    private final List<Long> cuts = new ArrayList<>();
    private long size;

    /** Looks at the first {@code length} bytes as the next slice. */
    void add(byte[] bytes, int length) {
        int end = afterLastLine(bytes, length);
        if (end > 0) {
            cuts.add(size + end);
        }
        size += length;
    }

    /** Where the last line ends of these bytes; 0 if none does. */
    static int afterLastLine(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Number of bytes so far. */
    long size() {
        return size;
    }

    /** Number of bytes since the last place where the file may be cut. */
    long sinceLast() {
        return size - (cuts.isEmpty() ? 0 : cuts.getLast());
    }

    /** The file in parts, which follow each other from its first byte to its last. */
    List<PlainLines.Part> parts(int rowsFrom) {
        List<Long> ends = new ArrayList<>(cuts);
        if (sinceLast() > 0) {
            ends.add(size);
        }
        List<PlainLines.Part> parts = new ArrayList<>();
        long from = 0;
        for (long to : ends) {
            int length = Math.toIntExact(to - from);
            parts.add(new PlainLines.Part(from, length, Math.clamp(rowsFrom - from, 0, length)));
            from = to;
        }
        return parts;
    }
}
