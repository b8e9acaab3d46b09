package org.cotejo.publication;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.NoteSignature;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * The end of one log and the beginning of another that goes on with its entries, because a key was stolen or lost: names both keys and
 * the last head of the old log that counts, with its cosignatures, signed by the key that takes over (docs/formats/succession.md). The old
 * key's signature proves nothing here, since whoever stole it has it too; whether the new key is the right one is told by what was printed
 * before.
 *
 * @param from the old log's Ed25519 key
 * @param to the new log's, of another origin
 * @param made when, to the second, by the clock of whoever made it
 * @param last the old log's last head that counts, as it was signed and cosigned
 */
public record Succession(Vkey from, Vkey to, Reason reason, Instant made, SignedCheckpoint last, Note note) {
    /** Most bytes. */
    public static final int SIZE_MOST = 1 << 18;

    private static final String FIRST = "cotejo succession 1";
    private static final int HEADER_LINES = 5;

    /** Why a key is given up. */
    public enum Reason {
        /** Somebody else has it, or may have it. */
        STOLEN("its key was stolen", "su clave fue robada"),
        /** Nobody has it any more. */
        LOST("its key was lost", "su clave se perdió"),
        /** It is time. */
        PLANNED("its key was replaced as planned", "su clave se reemplazó según lo previsto");

        private final Sentence words;

        Reason(String en, String es) {
            this.words = new Sentence(en, es);
        }

        /** For people. */
        public Sentence words() {
            return words;
        }

        /** As it stands in the file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The reason of this word. */
        public static Optional<Reason> of(String key) {
            return List.of(values()).stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst();
        }
    }

    public Succession {
        Check.that(
                from.kind() == Vkey.Kind.NOTE && to.kind() == Vkey.Kind.NOTE, "keys that sign notes: %s, %s", from, to);
        Check.that(!from.name().equals(to.name()), "an origin is never used again: %s", from.name());
        Check.that(
                last.checkpoint().origin().equals(from.name()),
                "a head of %s",
                last.checkpoint().origin());
        Check.that(note.text().equals(text(from, to, reason, made, last)), "the note is not of this succession");
    }

    /** A succession signed by the key that takes over. */
    public static Succession signed(Vkey from, Skey to, Reason reason, Instant now, SignedCheckpoint last) {
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        String text = text(from, to.vkey(), reason, made, last);
        return new Succession(from, to.vkey(), reason, made, last, new Note(text, List.of(to.sign(text))));
    }

    /** With the signature of another holder of a key, the old log's, who agrees. */
    public Succession with(Skey old) {
        List<NoteSignature> lines = new ArrayList<>(note.signatures());
        lines.add(old.sign(note.text()));
        return new Succession(from, to, reason, made, last, new Note(note.text(), lines));
    }

    private static String text(Vkey from, Vkey to, Reason reason, Instant made, SignedCheckpoint last) {
        return FIRST + "\nfrom " + from + "\nto " + to + "\nreason " + reason.key() + "\nmade " + made + "\n\n"
                + new String(last.bytes(), StandardCharsets.UTF_8);
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        return note.bytes();
    }

    /** Reads a succession; whether it is signed is for {@link #verify}. */
    public static Result<Succession> parse(byte[] bytes) {
        return bytes.length > SIZE_MOST
                ? malformed(0, "it is too long", "es demasiado larga")
                : Note.parse(bytes).then(Succession::read);
    }

    private static Result<Succession> read(Note note) {
        int split = note.text().indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(note.text().substring(0, split).split("\n", -1));
        if (lines.size() != HEADER_LINES
                || !lines.getFirst().equals(FIRST)
                || !lines.get(1).startsWith("from ")
                || !lines.get(2).startsWith("to ")) {
            return malformed(
                    1,
                    "'" + FIRST + "', from, to, reason, made and a head were expected",
                    "se esperaba '" + FIRST + "', from, to, reason, made y una cabeza");
        }
        Optional<Reason> reason = Reason.of(after("reason ", lines.get(3)));
        Instant made = instant(after("made ", lines.get(4)));
        if (reason.isEmpty() || made == null) {
            return malformed(
                    4,
                    "reason stolen, lost or planned, and a time in UTC were expected",
                    "se esperaba reason stolen, lost o planned, y una hora en UTC");
        }
        byte[] last = note.text().substring(split + 2).getBytes(StandardCharsets.UTF_8);
        return Vkey.parse(after("from ", lines.get(1)))
                .then(from -> Vkey.parse(after("to ", lines.get(2)))
                        .then(to -> SignedCheckpoint.parse(last)
                                .then(head -> made(from, to, reason.get(), made, head, note))));
    }

    private static Result<Succession> made(
            Vkey from, Vkey to, Reason reason, Instant made, SignedCheckpoint last, Note note) {
        boolean isOne = from.kind() == Vkey.Kind.NOTE
                && to.kind() == Vkey.Kind.NOTE
                && !from.name().equals(to.name())
                && !from.key().equals(to.key())
                && last.checkpoint().origin().equals(from.name())
                && note.text().equals(text(from, to, reason, made, last));
        return isOne
                ? Result.ok(new Succession(from, to, reason, made, last, note))
                : malformed(
                        2,
                        "two different Ed25519 keys of different origins, and a head of the first were expected",
                        "se esperaban dos claves Ed25519 distintas, de orígenes distintos, y una cabeza del primero");
    }

    private static String after(String word, String line) {
        return line.startsWith(word) ? line.substring(word.length()) : "";
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** This succession if the key that takes over signed it, the old key signed the last head, and no line of either is false. */
    public Result<Succession> verify() {
        return switch (note.verify(List.of(to, from))) {
            case Result.Refused<List<Note.Verified>>(Problem problem) ->
                Result.refused(SuccessionProblem.NOT_SIGNED.because(problem));
            case Result.Ok<List<Note.Verified>>(List<Note.Verified> lines) ->
                lines.stream().noneMatch(line -> line.key().equals(to))
                        ? Result.refused(SuccessionProblem.NOT_SIGNED.because(
                                "only the old key signed it", "sólo la firmó la clave anterior"))
                        : lastHead();
        };
    }

    private Result<Succession> lastHead() {
        return last.verify(List.of(from)) instanceof Result.Refused<List<Note.Verified>>(Problem problem)
                ? Result.refused(SuccessionProblem.LAST_HEAD.because(problem))
                : Result.ok(this);
    }

    /** What the witnesses of a policy say of the last head. */
    public Result<Policy.Verdict> witnessed(Policy policy) {
        return new Policy(List.of(new Policy.Log(from, "")), policy.witnesses(), policy.groups(), policy.quorum())
                .judge(last);
    }

    private static Result<Succession> malformed(long line, String en, String es) {
        return Result.refused(SuccessionProblem.MALFORMED.at(line, en, es));
    }
}
