package org.cotejo.audit.draw;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;

/**
 * The public random text from which everything else follows. It is made after the list to draw from stands in the log, in front
 * of everybody: ten-sided dice thrown by several sides, each throw a digit. The text enters the hash exactly as it stands here.
 *
 * <p>The plain form is {@value #DIGITS_LEAST} to {@value #DIGITS_MOST} decimal digits. The longer form adds the values of
 * public beacons that appear after the throws, so that who holds the dice alone can't choose:
 * {@code 31415926535897932384+drand-4512345=9f0c...}. Twenty digits are 66 bits: more than anybody can search for a draw that
 * suits them while the dice are on the table.
 *
 * @param text as hashed, in UTF-8
 */
public record Seed(String text) {
    /** Fewest digits of dice. */
    public static final int DIGITS_LEAST = 20;

    static final int DIGITS_MOST = 200;
    private static final int PARTS_MOST = 8;
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{0," + DIGITS_MOST + "})(?:\\+[a-z0-9-]{1,40}=[0-9A-Za-z.:_-]{1,256}){0," + PARTS_MOST + "}");

    public Seed {
        Check.that(!text.isEmpty(), "a seed without text");
    }

    /** Takes a seed that may bind a draw; one that is too short or of another form is refused. */
    public static Result<Seed> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Result.refused(DrawProblem.SEED_FORM.with(DrawProblem.shown(text), PARTS_MOST));
        }
        int digits = form.group(1).length();
        return digits >= DIGITS_LEAST
                ? Result.ok(new Seed(text))
                : Result.refused(DrawProblem.SEED_TOO_SHORT.with(digits, DIGITS_LEAST));
    }

    /** A seed that others used, whatever its form, to repeat their draw; it says nothing of whether it was long enough. */
    public static Seed ofOthers(String text) {
        return new Seed(text);
    }

    byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
