package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/**
 * Which tile or bundle of a log a file is, and its path (C2SP tlog-tiles): 256 hashes of one level, or 256 entries, or fewer
 * at the right edge.
 *
 * @param level of the hashes, in steps of 256; {@link #ENTRIES} for a bundle of entries
 * @param index from the left
 * @param width how many hashes or entries: 1 to 256
 */
public record TilePath(int level, long index, int width) {
    /** The level of bundles of entries. */
    public static final int ENTRIES = -1;

    /** Hashes of a full tile, entries of a full bundle. */
    public static final int FULL = 256;

    /** Bytes of a full tile. */
    public static final int FULL_BYTES = FULL * Hash.SIZE;

    /** The highest level that a path can name. */
    private static final int LEVEL_MOST = 63;

    private static final int GROUP = 1_000;
    private static final int PATH_MOST = 60;

    public TilePath {
        Check.that(level >= ENTRIES && level <= LEVEL_MOST, "a tile of level %d", level);
        Check.that(index >= 0 && index <= TreeHash.SIZE_MOST, "tile %d", index);
        Check.that(width >= 1 && width <= FULL, "a tile of width %d", width);
    }

    /** A bundle of entries. */
    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /** The bundle that holds entry {@code entry} of a log of {@code size} entries. */
    public static TilePath ofEntry(long entry, long size) {
        Check.that(entry >= 0 && entry < size, "entry %d of %d", entry, size);
        long index = entry / FULL;
        return entries(index, (int) Math.min(FULL, size - index * FULL));
    }

    /** How many hashes the level of a log of {@code size} entries has. */
    public static long hashes(int level, long size) {
        TreeHash.checkSize(size);
        return level >= 8 ? 0 : size >>> (8 * Math.max(0, level));
    }

    /** All tiles and bundles of a log of {@code size} entries: for each level in order, then the bundles. */
    public static List<TilePath> all(long size) {
        List<TilePath> all = new ArrayList<>();
        for (int level = 0; hashes(level, size) > 0; level++) {
            addLevel(level, hashes(level, size), all);
        }
        addLevel(ENTRIES, size, all);
        return all;
    }

    private static void addLevel(int level, long count, List<TilePath> to) {
        for (long index = 0; index < count / FULL; index++) {
            to.add(new TilePath(level, index, FULL));
        }
        if (count % FULL != 0) {
            to.add(new TilePath(level, count / FULL, (int) (count % FULL)));
        }
    }

    /** The tiles and bundle at the right edge of a log of {@code size} entries that are not full, from level 0 upward. */
    public static List<TilePath> partial(long size) {
        List<TilePath> partial = new ArrayList<>();
        for (int level = 0; hashes(level, size) > 0; level++) {
            long count = hashes(level, size);
            if (count % FULL != 0) {
                partial.add(new TilePath(level, count / FULL, (int) (count % FULL)));
            }
        }
        if (size % FULL != 0) {
            partial.add(entries(size / FULL, (int) (size % FULL)));
        }
        return partial;
    }

    public boolean isFull() {
        return width == FULL;
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    /** The full tile at the same place. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The path under the log's prefix. */
    public String path() {
        StringBuilder groups = new StringBuilder(three(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, "x" + three(rest % GROUP) + "/");
        }
        String kind = isEntries() ? "entries" : String.valueOf(level);
        return "tile/" + kind + "/" + groups + (isFull() ? "" : ".p/" + width);
    }

    private static String three(long number) {
        return String.valueOf(GROUP + number).substring(1);
    }

    /** Reads a path; there is one for each tile. */
    public static Result<TilePath> parse(String path) {
        return read(path)
                .filter(tile -> tile.path().equals(path))
                .map(Result::ok)
                .orElseGet(() ->
                        Result.refused(TlogProblem.PATH.with(path.substring(0, Math.min(PATH_MOST, path.length())))));
    }

    private static Optional<TilePath> read(String path) {
        String begin = "tile/";
        int slash = path.indexOf('/', begin.length());
        if (!path.startsWith(begin) || slash < 0 || path.length() > PATH_MOST) {
            return Optional.empty();
        }
        String kind = path.substring(begin.length(), slash);
        int part = path.indexOf(".p/", slash);
        String groups = path.substring(slash + 1, part < 0 ? path.length() : part);
        Optional<Long> level = kind.equals("entries") ? Optional.of((long) ENTRIES) : Plain.number(kind);
        Optional<Long> width = part < 0 ? Optional.of((long) FULL) : Plain.number(path.substring(part + 3));
        Optional<Long> index = index(groups);
        if (level.isEmpty() || level.get() > LEVEL_MOST || width.isEmpty() || index.isEmpty()) {
            return Optional.empty();
        }
        return width.get() < 1 || width.get() > FULL
                ? Optional.empty()
                : Optional.of(new TilePath(Math.toIntExact(level.get()), index.get(), Math.toIntExact(width.get())));
    }

    /** The number in groups of three digits; {@link #parse} compares with the one spelling. */
    private static Optional<Long> index(String groups) {
        long index = 0;
        for (int i = 0; i < groups.length(); i++) {
            char c = groups.charAt(i);
            if (c >= '0' && c <= '9' && index <= TreeHash.SIZE_MOST) {
                index = index * 10 + (c - '0');
            } else if (c != 'x' && c != '/') {
                return Optional.empty();
            }
        }
        return groups.isEmpty() || index > TreeHash.SIZE_MOST ? Optional.empty() : Optional.of(index);
    }

    @Override
    public String toString() {
        return path();
    }
}
