package org.cotejo.formats.brazil;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;

/**
 * One of the codes of a report: {@code QRBU:i:n VRQR:v [VRCH:day] content HASH:h [ASSI:s]}.
 *
 * @param number from 1
 * @param content between header and hash, without the blanks at its ends
 * @param hash 128 hexadecimal digits in capitals
 * @param signature hexadecimal digits; empty in all parts but the last
 */
public record BuPart(int number, int of, String version, String content, String hash, String signature) {
    /** Most parts of a report. */
    public static final int MOST = 30;

    private static final int TEXT_MOST = 2_000;
    private static final Pattern FORM =
            Pattern.compile("QRBU:([0-9]{1,2}):([0-9]{1,2}) VRQR:(1\\.5|6\\.0)( VRCH:[0-9]{8})?"
                    + " ([A-Z0-9 $%*+\\-./:]+) HASH:([0-9A-F]{128})( ASSI:([0-9A-F]{2,400}))?");

    /** Whether a text says that it is a part of a report. */
    public static boolean isLike(String text) {
        return text.startsWith("QRBU:");
    }

    /** Reads the text of one code. */
    public static Result<BuPart> read(String text) {
        Matcher form = text.length() > TEXT_MOST ? FORM.matcher("") : FORM.matcher(text);
        try {
            if (!form.matches()) {
                throw BuProblem.HEADER.refusal();
            }
            int number = Integer.parseInt(form.group(1));
            int of = Integer.parseInt(form.group(2));
            boolean isLast = number == of;
            if (number < 1 || number > of || of > MOST) {
                throw BuProblem.FIELD.refusal("QRBU", "part:of, up to 30 parts");
            }
            if (isLast != (form.group(8) != null)) {
                throw BuProblem.FIELD.refusal("ASSI", "a signature in the last part and in no other");
            }
            return Result.ok(new BuPart(
                    number, of, form.group(3), form.group(5).strip(), form.group(6), isLast ? form.group(8) : ""));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }
}
