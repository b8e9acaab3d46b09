package org.cotejo.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * Where a publication can be read besides its own address, as a note that the log's key signs: so that a blocked domain is not the end, and
 * nobody can send readers to a copy of his own making (docs/formats/mirror.md). It vouches for no copy; that is what verifying is for.
 *
 * @param origin of the log
 * @param at when the list was made, to the second; of two lists the later one counts
 * @param mirrors in the order in which to try them
 */
public record MirrorList(String origin, Instant at, List<Mirror> mirrors, Note note) {
    /** Most bytes of a list. */
    public static final int SIZE_MOST = 1 << 16;

    /** Most mirrors of a list. */
    public static final int MIRRORS_MOST = 200;

    /** Most addresses of a mirror. */
    public static final int ADDRESSES_MOST = 8;

    private static final String FIRST = "cotejo mirrors 1";
    private static final int NAME_MOST = 64;
    private static final int ADDRESS_MOST = 300;

    /**
     * One mirror.
     *
     * @param name of the body that runs it, without white space; never a person
     * @param addresses http:// or https://, by host name, IP address or onion name
     */
    public record Mirror(String name, List<String> addresses) {
        public Mirror {
            addresses = List.copyOf(addresses);
            Check.that(isName(name), "'%s' can't name a mirror", name);
            Check.that(!addresses.isEmpty() && addresses.size() <= ADDRESSES_MOST, "%d addresses", addresses.size());
            Check.that(addresses.stream().allMatch(MirrorList::isAddress), "no addresses: %s", addresses);
        }
    }

    public MirrorList {
        mirrors = List.copyOf(mirrors);
        Check.that(note.text().equals(text(origin, at, mirrors)), "the note is not of this list");
    }

    /** A list signed by the log's key. */
    public static MirrorList signed(Skey log, Instant at, List<Mirror> mirrors) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Check.that(!mirrors.isEmpty() && mirrors.size() <= MIRRORS_MOST, "%d mirrors", mirrors.size());
        String text = text(log.vkey().name(), second, mirrors);
        return new MirrorList(log.vkey().name(), second, mirrors, new Note(text, List.of(log.sign(text))));
    }

    private static String text(String origin, Instant at, List<Mirror> mirrors) {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("log ").append(origin).append('\n');
        text.append("made ").append(at).append('\n');
        for (Mirror mirror : mirrors) {
            text.append("mirror ").append(mirror.name());
            mirror.addresses().forEach(address -> text.append(' ').append(address));
            text.append('\n');
        }
        return text.toString();
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        return note.bytes();
    }

    /** Reads a list; whether it is signed is for {@link #verify}. */
    public static Result<MirrorList> parse(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            return malformed(0, "it is too long", "es demasiado larga");
        }
        return Note.parse(bytes).then(MirrorList::read);
    }

    private static Result<MirrorList> read(Note note) {
        List<String> lines =
                List.of(note.text().substring(0, note.text().length() - 1).split("\n", -1));
        if (lines.size() < 4
                || lines.size() > 3 + MIRRORS_MOST
                || !lines.getFirst().equals(FIRST)) {
            return malformed(1, "'" + FIRST + "' and lines were expected", "se esperaba '" + FIRST + "' y líneas");
        }
        String origin = after("log ", lines.get(1));
        Instant at = instant(after("made ", lines.get(2)));
        if (origin.isEmpty() || at == null) {
            return malformed(2, "'log' and 'made' were expected", "se esperaban 'log' y 'made'");
        }
        List<Mirror> mirrors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 3; i < lines.size(); i++) {
            List<String> parts = List.of(lines.get(i).split(" ", -1));
            List<String> addresses = parts.subList(Math.min(2, parts.size()), parts.size());
            boolean isMirror = parts.getFirst().equals("mirror")
                    && parts.size() >= 3
                    && isName(parts.get(1))
                    && names.add(parts.get(1))
                    && addresses.size() <= ADDRESSES_MOST
                    && addresses.stream().allMatch(MirrorList::isAddress);
            if (!isMirror) {
                return malformed(
                        i + 1L,
                        "'mirror', a name of its own and 1 to 8 addresses were expected",
                        "se esperaba 'mirror', un nombre propio y de 1 a 8 direcciones");
            }
            mirrors.add(new Mirror(parts.get(1), addresses));
        }
        return note.text().equals(text(origin, at, mirrors))
                ? Result.ok(new MirrorList(origin, at, mirrors, note))
                : malformed(3, "its time is not in its form", "su hora no tiene su forma");
    }

    private static String after(String word, String line) {
        return line.startsWith(word) ? line.substring(word.length()) : "";
    }

    private static @org.jspecify.annotations.Nullable Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= NAME_MOST
                && Texts.isClean(text)
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Whether a text is an address at which files can be read, of plain characters. */
    public static boolean isAddress(String text) {
        boolean isWeb =
                text.startsWith("http://") && text.length() > 7 || text.startsWith("https://") && text.length() > 8;
        return isWeb
                && text.length() <= ADDRESS_MOST
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0);
    }

    /** This list if it is of that log. */
    public Result<MirrorList> of(String log) {
        return origin.equals(log) ? Result.ok(this) : malformed(2, "it is of another log", "es de otro registro");
    }

    /** This list if one of these keys, the log's, signed it. */
    public Result<MirrorList> verify(Collection<Vkey> keys) {
        return note.verify(keys)
                .then(verified -> verified.stream()
                                .anyMatch(one -> one.key().kind() == Vkey.Kind.NOTE
                                        && one.key().name().equals(origin))
                        ? Result.ok(this)
                        : malformed(0, "its log's key has not signed it", "la clave de su registro no la firmó"));
    }

    private static Result<MirrorList> malformed(long line, String en, String es) {
        return Result.refused(new Problem(
                "PUB-230",
                new Where("", line, ""),
                new Sentence("this is no list of mirrors: {0}", "esto no es una lista de réplicas: {1}").with(en, es)));
    }
}
