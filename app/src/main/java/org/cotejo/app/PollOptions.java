package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Where;
import org.cotejo.polls.ColumnNames;
import org.cotejo.polls.PollProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the commands of quick counts and exit polls read from their options. */
final class PollOptions {
    private PollOptions() {}

    /** The help of a command under a verb, which does not get it from the verb. */
    static void help(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("print this and do nothing")
                .build());
    }

    /** A share as {@code 1%} or {@code 0.01}. */
    static double share(CommandSpec spec, String name, double least, double most) {
        return share(String.valueOf(Options.text(spec, name)), name, least, most);
    }

    static double share(String text, String name, double least, double most) {
        String plain = text.strip();
        boolean isPercent = plain.endsWith("%");
        try {
            if (plain.length() <= 20) {
                BigDecimal number =
                        new BigDecimal((isPercent ? plain.substring(0, plain.length() - 1) : plain).strip());
                double value = (isPercent ? number.movePointLeft(2) : number).doubleValue();
                if (value >= least && value <= most) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw PollProblem.SHARE.at(Where.field(name), shown(text), plain(least), plain(most));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** The parts of a list with commas; none of nothing. */
    static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Which column is what, as the user says. */
    static ColumnNames columns(CommandSpec spec) {
        String said = Options.text(spec, "--columns");
        return ColumnNames.of(said == null ? "" : said);
    }

    /** The bytes of a file that the user named. */
    static byte[] bytes(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw PollProblem.NO_FILE.at(Where.file(file));
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Writes a text that the user asked for into a file. */
    static void write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
