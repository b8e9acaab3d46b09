package org.cotejo.tlog;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.MlDsa44Key;
import org.cotejo.crypto.Sha256;
import org.cotejo.crypto.VerifyKey;

/**
 * A public key with its name and its use, as C2SP signed-note prints it: {@code name+id+base64(type, key)}. Keys that can't
 * be enrolled are refused here too.
 *
 * @param name of the key; a log's is its origin
 */
public record Vkey(String name, Kind kind, VerifyKey key) {
    /** Most characters of a printed key. */
    static final int TEXT_MOST = 4_096;

    private static final int ID_DIGITS = 8;

    /** What a key signs, with the byte that stands for it. */
    public enum Kind {
        /** Ed25519 over the text of a note: how a log signs. */
        NOTE(0x01),
        /** Ed25519 over a checkpoint and a time: how a witness cosigns. */
        COSIGNATURE(0x04),
        /** ML-DSA-44 over a checkpoint and a time: how a witness cosigns, and a log beside its other signature. */
        COSIGNATURE_ML_DSA(0x06);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        /** The byte in the key ID and before the key. */
        public int type() {
            return type;
        }

        static Optional<Kind> of(int type) {
            for (Kind kind : values()) {
                if (kind.type == type) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Vkey {
        Check.that(Plain.isKeyName(name), "'%s' can't name a key", name);
        Check.that((kind == Kind.COSIGNATURE_ML_DSA) == (key instanceof MlDsa44Key), "%s of %s", kind, key);
    }

    /** Whether a text can name a key: 1 to 255 bytes, no white space, no plus sign, no control or hidden characters. */
    public static boolean isName(String text) {
        return Plain.isKeyName(text);
    }

    /** The first four bytes of SHA-256(name, LF, type, key), as a number. */
    public int id() {
        byte[] bytes = Plain.joined(Plain.bytes(name), new byte[] {'\n'}, typedKey());
        byte[] hash = Sha256.of(bytes).bytes();
        return (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff;
    }

    /** The ID in eight hexadecimal digits. */
    public String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    private byte[] typedKey() {
        return Plain.joined(new byte[] {(byte) kind.type}, key.bytes());
    }

    /** The bytes that this key signs of a checkpoint at a time in POSIX seconds, which those that sign no time leave out. */
    public byte[] message(Checkpoint checkpoint, long seconds) {
        return Signatures.message(this, checkpoint.text(), seconds).orElseThrow();
    }

    /** Reads the printed form; refuses what is not a known type's, and an ID that the name and key do not have. */
    public static Result<Vkey> parse(String text) {
        if (text.length() > TEXT_MOST) {
            return Result.refused(NoteProblem.VKEY.because("it is too long", "es demasiado larga"));
        }
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            return Result.refused(NoteProblem.VKEY.because("a part is missing", "falta una parte"));
        }
        String name = text.substring(0, first);
        String id = text.substring(first + 1, second);
        if (!Plain.isKeyName(name) || !isId(id)) {
            return Result.refused(NoteProblem.VKEY.because(
                    "the name or the ID is not in its form", "el nombre o el identificador no tiene su forma"));
        }
        Optional<byte[]> typed = Plain.base64(text.substring(second + 1)).filter(bytes -> bytes.length > 0);
        if (typed.isEmpty()) {
            return Result.refused(NoteProblem.VKEY.because("the key is not base64", "la clave no es base64"));
        }
        return of(name, typed.get()).then(key -> withId(key, id));
    }

    static Result<Vkey> withId(Vkey key, String id) {
        return key.hexId().equals(id) ? Result.ok(key) : Result.refused(NoteProblem.KEY_ID.with(id, key.hexId()));
    }

    static boolean isId(String text) {
        return text.length() == ID_DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static Result<Vkey> of(String name, byte[] typed) {
        Optional<Kind> kind = Kind.of(typed[0] & 0xff);
        if (kind.isEmpty()) {
            return Result.refused(NoteProblem.KIND.with(typed[0] & 0xff));
        }
        byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
        return switch (kind.get()) {
            case NOTE, COSIGNATURE -> Ed25519Key.enrolled(key).then(k -> Result.ok(new Vkey(name, kind.get(), k)));
            case COSIGNATURE_ML_DSA -> MlDsa44Key.enrolled(key).then(k -> Result.ok(new Vkey(name, kind.get(), k)));
        };
    }

    /** The printed form, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Plain.base64(typedKey());
    }
}
