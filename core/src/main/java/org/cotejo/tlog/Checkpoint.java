package org.cotejo.tlog;

import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/**
 * The head of a log (C2SP tlog-checkpoint): whose it is, how many entries it has and the root over them. Lines after these
 * three are refused, since nobody could audit them.
 *
 * @param size entries, at most {@link TreeHash#SIZE_MOST}
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        Check.that(Plain.isOrigin(origin), "'%s' can't be an origin", origin);
        TreeHash.checkSize(size);
    }

    /** Whether a text can be an origin that is read: 1 to 255 bytes, no control or hidden characters. */
    public static boolean isOrigin(String text) {
        return Plain.isOrigin(text);
    }

    /** Reads the text of a note. */
    public static Result<Checkpoint> parse(String text) {
        int first = text.indexOf('\n');
        int second = text.indexOf('\n', first + 1);
        int third = text.indexOf('\n', second + 1);
        if (first < 0 || second < 0 || third < 0) {
            return malformed("it does not have three whole lines", "no tiene tres líneas completas");
        }
        if (third != text.length() - 1) {
            return Result.refused(TlogProblem.EXTENSION.with());
        }
        String origin = text.substring(0, first);
        Optional<Long> size = Plain.number(text.substring(first + 1, second));
        Optional<Hash> root = Plain.hash(text.substring(second + 1, third));
        if (!Plain.isOrigin(origin) || size.isEmpty() || root.isEmpty()) {
            return malformed(
                    "its origin, size or root is not in its form", "su origen, tamaño o raíz no tiene su forma");
        }
        if (size.get() > TreeHash.SIZE_MOST) {
            return Result.refused(TlogProblem.SIZE.with(size.get(), TreeHash.SIZE_MOST));
        }
        return Result.ok(new Checkpoint(origin, size.get(), root.get()));
    }

    private static Result<Checkpoint> malformed(String en, String es) {
        return Result.refused(TlogProblem.CHECKPOINT.because(en, es));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Plain.base64(root.bytes()) + "\n";
    }
}
