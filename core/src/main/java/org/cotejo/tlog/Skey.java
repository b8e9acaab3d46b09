package org.cotejo.tlog;

import java.util.Arrays;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.MlDsa44Secret;
import org.cotejo.crypto.SigningKey;

/**
 * A private key with its name and its use. In a file it stands as {@code PRIVATE+KEY+name+id+base64(type, seed)}, for type 1
 * the form of golang.org/x/mod/sumdb/note, for the others the same with their own type; it is printed by nothing else.
 */
public final class Skey {
    private static final String BEGIN = "PRIVATE+KEY+";

    private final Vkey vkey;
    private final SigningKey secret;

    private Skey(Vkey vkey, SigningKey secret) {
        this.vkey = vkey;
        this.secret = secret;
    }

    /** The key of a seed of {@link SigningKey#SEED_SIZE} bytes, which must come from a good source and stay secret. */
    public static Skey of(String name, Vkey.Kind kind, byte[] seed) {
        SigningKey secret = switch (kind) {
            case NOTE, COSIGNATURE -> Ed25519Secret.ofSeed(seed);
            case COSIGNATURE_ML_DSA -> MlDsa44Secret.ofSeed(seed);
        };
        return new Skey(new Vkey(name, kind, secret.verifyKey()), secret);
    }

    /** Reads what {@link #fileForm} prints, with or without a line feed at the end. */
    public static Result<Skey> parse(String file) {
        String text = file.endsWith("\n") ? file.substring(0, file.length() - 1) : file;
        if (!text.startsWith(BEGIN) || text.length() > Vkey.TEXT_MOST) {
            return malformed("it begins otherwise", "empieza de otro modo");
        }
        int first = text.indexOf('+', BEGIN.length());
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            return malformed("a part is missing", "falta una parte");
        }
        String name = text.substring(BEGIN.length(), first);
        String id = text.substring(first + 1, second);
        Optional<byte[]> typed =
                Plain.base64(text.substring(second + 1)).filter(bytes -> bytes.length == 1 + SigningKey.SEED_SIZE);
        if (!Plain.isKeyName(name) || !Vkey.isId(id) || typed.isEmpty()) {
            return malformed(
                    "the name, the ID or the seed is not in its form",
                    "el nombre, el identificador o la semilla no tiene su forma");
        }
        Optional<Vkey.Kind> kind = Vkey.Kind.of(typed.get()[0] & 0xff);
        if (kind.isEmpty()) {
            return Result.refused(NoteProblem.KIND.with(typed.get()[0] & 0xff));
        }
        Skey key = of(name, kind.get(), Arrays.copyOfRange(typed.get(), 1, typed.get().length));
        return Vkey.withId(key.vkey, id).then(_ -> Result.ok(key));
    }

    private static Result<Skey> malformed(String en, String es) {
        return Result.refused(NoteProblem.SECRET.because(en, es));
    }

    /** The secret as its file holds it, without a line feed. */
    public String fileForm() {
        byte[] typed = Plain.joined(new byte[] {(byte) vkey.kind().type()}, secret.seed());
        return BEGIN + vkey.name() + "+" + vkey.hexId() + "+" + Plain.base64(typed);
    }

    /** The public half. */
    public Vkey vkey() {
        return vkey;
    }

    /** The line under any text, by a key that signs texts. */
    public NoteSignature sign(String text) {
        Check.that(vkey.kind() == Vkey.Kind.NOTE, "%s signs checkpoints only", vkey.kind());
        return new NoteSignature(vkey.name(), vkey.id(), secret.sign(Plain.bytes(text)));
    }

    /** The line under a checkpoint; the POSIX seconds stand in it if the key signs a time. */
    public NoteSignature sign(Checkpoint checkpoint, long seconds) {
        Check.that(seconds >= 0, "a time before 1970: %d", seconds);
        byte[] signature = secret.sign(vkey.message(checkpoint, seconds));
        return vkey.kind() == Vkey.Kind.NOTE
                ? new NoteSignature(vkey.name(), vkey.id(), signature)
                : NoteSignature.timed(vkey, seconds, signature);
    }

    @Override
    public String toString() {
        return "the private key of " + vkey.name() + "+" + vkey.hexId();
    }
}
