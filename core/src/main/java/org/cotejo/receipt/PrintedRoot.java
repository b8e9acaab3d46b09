package org.cotejo.receipt;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;

/**
 * The line that is printed in the gazette when a log is frozen: of how many stations, and the root of their tree. Whoever has it on paper
 * needs no signature of anybody.
 */
public record PrintedRoot(long stations, Hash root) {
    private static final Pattern LINE = Pattern.compile(
            "\\s*COTEJO\\s+STATIONS\\s+([1-9][0-9]{0,12})\\s+([0-9a-f](?:\\s*[0-9a-f]){63})\\s*",
            Pattern.CASE_INSENSITIVE);

    public PrintedRoot {
        Check.that(stations > 0 && stations <= TreeHash.SIZE_MOST, "%d stations", stations);
    }

    /** Reads the line as people type it: small letters, more blanks, and digits in groups do not matter. */
    public static Result<PrintedRoot> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) > TreeHash.SIZE_MOST) {
            return Result.refused(SlipProblem.ROOT_LINE.with());
        }
        String digits = matcher.group(2).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Result.ok(new PrintedRoot(Long.parseLong(matcher.group(1)), Hash.ofHex(digits)));
    }

    /** The line, in groups that can be read aloud and compared. */
    public String line() {
        return "COTEJO STATIONS " + stations + " " + root.hex().replaceAll("(.{8})(?!$)", "$1 ");
    }
}
