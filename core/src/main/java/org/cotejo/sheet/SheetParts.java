package org.cotejo.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A text that is too long for one QR code, as chained parts (docs/formats/sheet.md, section 5): splits a text, and puts texts
 * together from parts that come in any order, mixed with those of other sheets and more than once. Not safe for use by several
 * threads.
 */
public final class SheetParts {
    /** Most parts of a text. */
    public static final int PARTS_MOST = 16;

    private static final int PARTS_LEAST = 2;
    private static final String MAGIC = "COTEJO1*";
    private static final int GROUP_DIGITS = 8;

    private record Group(String print, int parts) {}

    private record Part(Group group, int number, String piece) {}

    private final Map<Group, @Nullable String[]> pieces = new LinkedHashMap<>();

    /** Whether a text says of itself that it is a part. */
    public static boolean isPart(String text) {
        return text.startsWith(MAGIC);
    }

    /**
     * The text itself if it fits into one code, else its fewest parts that each fit, of nearly equal length.
     *
     * @param fits whether a text fits into one code; whoever draws codes knows, since it depends on how the text is encoded
     */
    public static List<String> split(String text, Predicate<String> fits) {
        if (fits.test(text)) {
            return List.of(text);
        }
        String print = print(text);
        int characters = text.codePointCount(0, text.length());
        for (int parts = PARTS_LEAST; parts <= Math.min(PARTS_MOST, characters); parts++) {
            List<String> split = split(text, characters, new Group(print, parts));
            if (split.stream().allMatch(fits)) {
                return split;
            }
        }
        throw new IllegalArgumentException("a text of " + characters + " characters does not fit into 16 codes");
    }

    private static List<String> split(String text, int characters, Group group) {
        List<String> split = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= group.parts(); part++) {
            int length = characters / group.parts() + (part <= characters % group.parts() ? 1 : 0);
            int to = text.offsetByCodePoints(from, length);
            split.add(MAGIC + part + '*' + group.parts() + '*' + group.print() + '*' + text.substring(from, to));
            from = to;
        }
        return split;
    }

    /** The first 8 hexadecimal digits of the SHA-256 of a text, in capitals. */
    private static String print(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, GROUP_DIGITS)
                .toUpperCase(Locale.ROOT);
    }

    /** Takes a part; gives the whole text when this was the last one missing, and nothing before and afterwards. */
    public Result<Optional<String>> take(String text) {
        @Nullable Part part = read(text);
        if (part == null) {
            return refused(
                    "a part such as COTEJO1*1*2*0123ABCD*... was expected",
                    "se esperaba una parte como COTEJO1*1*2*0123ABCD*...");
        }
        @Nullable String[] all = pieces.computeIfAbsent(part.group(), group -> new @Nullable String[group.parts()]);
        String known = all[part.number() - 1];
        if (known != null) {
            return known.equals(part.piece())
                    ? Result.ok(Optional.empty())
                    : refused("this part was read before with another text", "esta parte ya se leyó con otro texto");
        }
        all[part.number() - 1] = part.piece();
        if (Arrays.asList(all).contains(null)) {
            return Result.ok(Optional.empty());
        }
        return whole(part.group(), all);
    }

    private Result<Optional<String>> whole(Group group, @Nullable String[] all) {
        StringBuilder whole = new StringBuilder();
        for (String piece : all) {
            whole.append(piece);
        }
        if (!print(whole.toString()).equals(group.print())) {
            pieces.remove(group);
            return refused(
                    "the parts of group " + group.print() + " do not belong together: the hash is another",
                    "las partes del grupo " + group.print() + " no van juntas: el hash es otro");
        }
        return Result.ok(Optional.of(whole.toString()));
    }

    /** What is missing of the first text that was begun and is not whole; empty if nothing is. */
    public Optional<Problem> missing() {
        for (Map.Entry<Group, @Nullable String[]> text : pieces.entrySet()) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < text.getValue().length; i++) {
                if (text.getValue()[i] == null) {
                    missing.add(Integer.toString(i + 1));
                }
            }
            if (!missing.isEmpty()) {
                String numbers = String.join(", ", missing);
                Group group = text.getKey();
                return Optional.of(problem(
                        "of group " + group.print() + " these of " + group.parts() + " parts are missing: " + numbers,
                        "del grupo " + group.print() + " faltan estas de " + group.parts() + " partes: " + numbers));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(String en, String es) {
        return SheetProblem.CHAINED.problem("", new Sentence(en, es));
    }

    private static Result<Optional<String>> refused(String en, String es) {
        return Result.refused(problem(en, es));
    }

    /** The part that a text is; null if it is malformed. */
    private static @Nullable Part read(String text) {
        if (!isPart(text) || text.length() > SheetCursor.TEXT_MOST) {
            return null;
        }
        int afterNumber = text.indexOf('*', MAGIC.length());
        int afterParts = text.indexOf('*', afterNumber + 1);
        int afterGroup = afterParts + 1 + GROUP_DIGITS;
        if (afterNumber < 0 || afterParts < 0 || afterGroup >= text.length() - 1 || text.charAt(afterGroup) != '*') {
            return null;
        }
        int number = number(text, MAGIC.length(), afterNumber);
        int parts = number(text, afterNumber + 1, afterParts);
        String print = text.substring(afterParts + 1, afterGroup);
        if (number < 1 || number > parts || parts < PARTS_LEAST || !isHex(print)) {
            return null;
        }
        String piece = text.substring(afterGroup + 1);
        boolean isSplit = Character.isLowSurrogate(piece.charAt(0))
                || Character.isHighSurrogate(piece.charAt(piece.length() - 1));
        return isSplit ? null : new Part(new Group(print, parts), number, piece);
    }

    /** A number from 1 to 16 without leading zeros; -1 for all else. */
    private static int number(String text, int from, int to) {
        for (int number = 1; number <= PARTS_MOST; number++) {
            String digits = Integer.toString(number);
            if (digits.length() == to - from && text.startsWith(digits, from)) {
                return number;
            }
        }
        return -1;
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'F');
    }
}
