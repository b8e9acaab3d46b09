package org.cotejo.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;

/**
 * All pages and data files of a publication: the blob that an entry of the log commits to.
 *
 * @param entries how many entries of the log the files speak of
 * @param renderer the hash of the code that made them
 * @param files in the order of their paths
 */
public record Manifest(long entries, Hash renderer, List<Line> files) {
    /** Longest manifest in bytes. */
    public static final int SIZE_MOST = 1 << 26;

    private static final String FIRST = "cotejo manifest 1";
    private static final int HEX = 2 * Hash.SIZE;
    private static final int DIGITS_MOST = 18;

    /** One file with its SHA-256 and its length in bytes. */
    public record Line(String path, long size, Hash hash) {
        public Line {
            Check.that(SitePath.isOfManifest(path), "a manifest can't hold '%s'", path);
            Check.that(size >= 0, "a size of %d", size);
        }
    }

    public Manifest {
        files = List.copyOf(files);
        Check.that(entries >= 0, "%d entries", entries);
        Check.that(!files.isEmpty(), "no files");
        for (int i = 1; i < files.size(); i++) {
            Check.that(
                    files.get(i - 1).path().compareTo(files.get(i).path()) < 0,
                    "'%s' is out of order",
                    files.get(i).path());
        }
    }

    /** A manifest of files in any order. */
    public static Manifest of(long entries, Hash renderer, Collection<Line> files) {
        return new Manifest(
                entries,
                renderer,
                files.stream().sorted(Comparator.comparing(Line::path)).toList());
    }

    /** Its bytes, which are all ASCII. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("entries ").append(entries).append('\n');
        text.append("renderer ").append(renderer.hex()).append('\n');
        for (Line file : files) {
            text.append(file.hash().hex()).append(' ').append(file.size()).append(' ');
            text.append(file.path()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a manifest; PUB-205 for anything but what {@link #bytes} writes. */
    public static Result<Manifest> read(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            return malformed(0, "it is longer than " + SIZE_MOST + " bytes", "mide más de " + SIZE_MOST + " bytes");
        }
        Lines lines = new Lines(bytes);
        if (!FIRST.equals(lines.next())) {
            return malformed(1, "it does not begin with '" + FIRST + "'", "no empieza con '" + FIRST + "'");
        }
        long entries = number(after("entries ", lines.next()));
        if (entries < 0) {
            return malformed(2, "'entries' and a number were expected", "se esperaba 'entries' y un número");
        }
        Hash renderer = hash(after("renderer ", lines.next()));
        if (renderer == null) {
            return malformed(3, "'renderer' and a hash were expected", "se esperaba 'renderer' y un hash");
        }
        List<Line> files = new ArrayList<>();
        while (lines.hasMore()) {
            Line line = file(lines.next());
            boolean isInOrder =
                    line != null && (files.isEmpty() || files.getLast().path().compareTo(line.path()) < 0);
            if (!isInOrder) {
                return malformed(
                        lines.number(),
                        "a hash, a size and the next path in order were expected",
                        "se esperaba un hash, un tamaño y la ruta siguiente en orden");
            }
            files.add(Objects.requireNonNull(line));
        }
        if (files.isEmpty() || !lines.isWhole()) {
            return malformed(lines.number(), "it is cut off", "está cortado");
        }
        return Result.ok(new Manifest(entries, renderer, files));
    }

    private static @org.jspecify.annotations.Nullable Line file(String line) {
        if (line.length() < HEX + 4 || line.charAt(HEX) != ' ') {
            return null;
        }
        int second = line.indexOf(' ', HEX + 1);
        if (second < 0) {
            return null;
        }
        Hash hash = hash(line.substring(0, HEX));
        long size = number(line.substring(HEX + 1, second));
        String path = line.substring(second + 1);
        return hash == null || size < 0 || !SitePath.isOfManifest(path) ? null : new Line(path, size, hash);
    }

    private static String after(String word, String line) {
        return line.startsWith(word) ? line.substring(word.length()) : "";
    }

    /** A number without sign or leading zeros, -1 for anything else. */
    private static long number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= DIGITS_MOST
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        return isNumber ? Long.parseLong(text) : -1;
    }

    private static @org.jspecify.annotations.Nullable Hash hash(String text) {
        boolean isHash =
                text.length() == HEX && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return isHash ? Hash.ofHex(text) : null;
    }

    private static Result<Manifest> malformed(int line, String en, String es) {
        return Result.refused(new Problem(
                "PUB-205",
                new Where("", line, ""),
                new Sentence("the manifest is malformed: {0}", "el manifiesto está mal formado: {1}").with(en, es)));
    }

    /** Lines of ASCII that each end with a line feed. */
    private static final class Lines {
        private final byte[] bytes;
        private int at;
        private int number;
        private boolean isWhole = true;

        Lines(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        /** The next line; an empty text where there is none. */
        String next() {
            number++;
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            isWhole = end < bytes.length;
            String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
            at = Math.min(end + 1, bytes.length);
            return line;
        }

        int number() {
            return number;
        }

        boolean isWhole() {
            return isWhole;
        }
    }
}
