package org.cotejo.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;

/**
 * A signed note (C2SP signed-note): a text, an empty line, signature lines. A note that exists is well-formed and prints to
 * the bytes that were read; its signatures are believed only through {@link #verify}.
 *
 * @param text ends in a line feed
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** Most bytes of a note. */
    public static final int SIZE_MOST = 1 << 20;

    /** Most signature lines of a note. */
    public static final int SIGNATURES_MOST = 100;

    /**
     * A signature that was verified.
     *
     * @param seconds when it was made, in POSIX seconds as its maker says; 0 for one that carries no time
     */
    public record Verified(Vkey key, long seconds) {}

    public Note {
        Check.that(isText(text), "not the text of a note: '%s'", text);
        Check.that(!signatures.isEmpty() && signatures.size() <= SIGNATURES_MOST, "%d signatures", signatures.size());
        signatures = List.copyOf(signatures);
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && text.chars().allMatch(c -> c >= ' ' || c == '\n');
    }

    /** Reads a note; never looks at whether its signatures are true. */
    public static Result<Note> parse(byte[] bytes) {
        if (bytes.length > SIZE_MOST) {
            return tooLarge();
        }
        Optional<String> decoded = Plain.text(bytes);
        if (decoded.isEmpty()) {
            return malformed("it is not UTF-8", "no es UTF-8");
        }
        String whole = decoded.get();
        int split = whole.lastIndexOf("\n\n");
        if (split < 0 || !isText(whole)) {
            return malformed(
                    "it has no empty line before the signatures, no line feed at the end, or a control character",
                    "le falta la línea vacía antes de las firmas o el salto de línea final, o tiene un carácter de control");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int at = split + 2; at < whole.length(); ) {
            int end = whole.indexOf('\n', at);
            Optional<NoteSignature> signature = NoteSignature.parse(whole.substring(at, end));
            if (signature.isEmpty()) {
                return malformed("a signature line is not in its form", "una línea de firma no tiene su forma");
            }
            if (signatures.size() == SIGNATURES_MOST) {
                return tooLarge();
            }
            signatures.add(signature.get());
            at = end + 1;
        }
        if (signatures.isEmpty()) {
            return malformed("it has no signature", "no tiene ninguna firma");
        }
        return Result.ok(new Note(whole.substring(0, split + 1), signatures));
    }

    private static Result<Note> tooLarge() {
        return Result.refused(NoteProblem.TOO_LARGE.with(SIZE_MOST, SIGNATURES_MOST));
    }

    private static Result<Note> malformed(String en, String es) {
        return Result.refused(NoteProblem.MALFORMED.because(en, es));
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()).append('\n'));
        return Plain.bytes(all.toString());
    }

    /** The note with more signature lines, after those that it has; a line that is there already is not added again. */
    public Note with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new Note(text, all);
    }

    /**
     * The signatures by these keys, in the order of the note. Lines of unknown keys are passed over; one false line in the
     * name of a known key refuses the whole note, and so does a note without any line of a known key.
     */
    public Result<List<Verified>> verify(Collection<Vkey> known) {
        List<Verified> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            List<Vkey> named = known.stream().filter(signature::isBy).distinct().toList();
            if (named.size() > 1) {
                return Result.refused(NoteProblem.AMBIGUOUS.with(
                        signature.name() + "+" + named.getFirst().hexId()));
            }
            if (named.size() == 1) {
                Optional<Verified> one = Signatures.verify(text, signature, named.getFirst());
                if (one.isEmpty()) {
                    return Result.refused(NoteProblem.FALSE_SIGNATURE.with(signature.name()));
                }
                verified.add(one.get());
            }
        }
        return verified.isEmpty()
                ? Result.refused(NoteProblem.NO_KNOWN_SIGNATURE.with())
                : Result.ok(List.copyOf(verified));
    }
}
