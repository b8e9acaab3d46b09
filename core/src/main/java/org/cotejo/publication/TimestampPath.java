package org.cotejo.publication;

import java.util.Comparator;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * Where a timestamp lies in a publication: {@code timestamp/<entries>/<SHA-256 of the file>.tsr} or {@code .ots}.
 *
 * @param entries how many entries the head has that it is over
 * @param file the hash of the file itself
 * @param ending {@code .tsr} or {@code .ots}
 */
public record TimestampPath(long entries, Hash file, String ending) implements Comparable<TimestampPath> {
    /** Files by entries, then by hash. */
    private static final Comparator<TimestampPath> ORDER = Comparator.comparingLong(TimestampPath::entries)
            .thenComparing(path -> path.file().hex())
            .thenComparing(TimestampPath::ending);

    private static final int HEX = 2 * Hash.SIZE;
    private static final int DIGITS_MOST = 13;

    public TimestampPath {
        Check.that(entries >= 0 && String.valueOf(entries).length() <= DIGITS_MOST, "%d entries", entries);
        Check.that(isEnding(ending), "'%s' is no ending of a timestamp", ending);
    }

    /** Reads a path from the root of the publication; empty for every other path. */
    public static Optional<TimestampPath> parse(String path) {
        if (!path.startsWith(SitePath.TIMESTAMPS)) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', SitePath.TIMESTAMPS.length());
        int stop = slash + 1 + HEX;
        if (slash < 0 || path.length() <= stop || !isEnding(path.substring(stop))) {
            return Optional.empty();
        }
        String digits = path.substring(SitePath.TIMESTAMPS.length(), slash);
        String hex = path.substring(slash + 1, stop);
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= DIGITS_MOST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        boolean isHex = hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return isNumber && isHex
                ? Optional.of(new TimestampPath(Long.parseLong(digits), Hash.ofHex(hex), path.substring(stop)))
                : Optional.empty();
    }

    private static boolean isEnding(String text) {
        return text.equals(".tsr") || text.equals(".ots");
    }

    /** The path, which {@link #parse} reads back. */
    public String path() {
        return SitePath.TIMESTAMPS + entries + "/" + file.hex() + ending;
    }

    @Override
    public int compareTo(TimestampPath other) {
        return ORDER.compare(this, other);
    }
}
