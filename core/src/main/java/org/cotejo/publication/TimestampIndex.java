package org.cotejo.publication;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cotejo.base.Check;

/** The list of timestamps of a publication: their paths in order, one a line. It vouches for nothing; it only says where to look. */
public record TimestampIndex(List<TimestampPath> paths) {
    /** Most timestamps that are looked at. */
    public static final int COUNT_MOST = 1000;

    /** Most bytes of the list. */
    public static final int SIZE_MOST = 1 << 17;

    public TimestampIndex {
        paths = List.copyOf(new TreeSet<>(paths));
        Check.that(paths.size() <= COUNT_MOST, "%d timestamps", paths.size());
    }

    /** The list of some of a publication's paths that are timestamps; past the limit the last ones are left out. */
    public static TimestampIndex of(Collection<String> paths) {
        return new TimestampIndex(paths.stream()
                .flatMap(path -> TimestampPath.parse(path).stream())
                .sorted()
                .limit(COUNT_MOST)
                .toList());
    }

    /** Reads a list; empty where the bytes are not one in its only form. */
    public static Optional<TimestampIndex> parse(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            return Optional.empty();
        }
        TimestampIndex index = of(List.of(new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)));
        return java.util.Arrays.equals(index.bytes(), bytes) ? Optional.of(index) : Optional.empty();
    }

    /** Its bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        paths.forEach(path -> text.append(path.path()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
