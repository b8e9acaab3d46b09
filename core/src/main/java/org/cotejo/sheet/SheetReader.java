package org.cotejo.sheet;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;

/**
 * Reads the text of a sheet that nobody vouches for. What it accepts, {@link SheetWriter} and {@link SignedSheet#text} print to
 * the same text; all else is refused with a code. Whether the signature is true is not asked here.
 */
public final class SheetReader {
    private static final BigInteger SIGNATURE_END = BigInteger.ONE.shiftLeft(SignedSheet.SIGNATURE_BYTES * Byte.SIZE);

    private SheetReader() {}

    /** Reads a whole text, signature included. */
    public static Result<SignedSheet> read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            return Result.refused(SheetProblem.TEXT.problem(""));
        }
        return read(bytes);
    }

    /** Reads a whole text by its UTF-8 bytes, signature included. */
    public static Result<SignedSheet> read(byte[] text) {
        if (text.length > SheetCursor.TEXT_MOST || !isUtf8(text)) {
            return Result.refused(SheetProblem.TEXT.problem(""));
        }
        int end = text.length;
        while (end > 0 && text[end - 1] != '/') {
            end--;
        }
        try {
            byte[] signed = Arrays.copyOf(text, end);
            Sheet sheet = sheet(new SheetCursor().over(signed, 0, end));
            return Result.ok(new SignedSheet(sheet, signed, signature(text, end)));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Reads a signed part and the 64 bytes of its signature, as an entry holds them. */
    public static Result<SignedSheet> read(byte[] signed, byte[] signature) {
        try {
            Sheet sheet = sheet(new SheetCursor().over(signed, 0, signed.length));
            return Result.ok(new SignedSheet(sheet, signed.clone(), signature.clone()));
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    private static byte[] signature(byte[] text, int from) {
        boolean areDigits = text.length - from == SignedSheet.SIGNATURE_DIGITS;
        for (int i = from; i < text.length && areDigits; i++) {
            areDigits = text[i] >= '0' && text[i] <= '9';
        }
        BigInteger number = areDigits
                ? new BigInteger(new String(text, from, text.length - from, StandardCharsets.US_ASCII))
                : SIGNATURE_END;
        if (number.compareTo(SIGNATURE_END) >= 0) {
            throw SheetProblem.SIGNATURE.refusal();
        }
        byte[] signature = new byte[SignedSheet.SIGNATURE_BYTES];
        byte[] bytes = number.toByteArray();
        // A number with its highest bit set comes with a zero in front.
        int length = Math.min(bytes.length, signature.length);
        System.arraycopy(bytes, bytes.length - length, signature, signature.length - length, length);
        return signature;
    }

    private static Sheet sheet(SheetCursor cursor) {
        int[] cells = new int[cursor.figureCount()];
        cursor.copyFigures(cells);
        List<Integer> votes = new ArrayList<>(cursor.voteCount());
        for (int i = 0; i < cursor.voteCount(); i++) {
            votes.add(cells[i]);
        }
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        for (Figure.Count count : Figure.Count.values()) {
            if (cursor.count(count) != SheetCursor.NOT_CARRIED) {
                counts.put(count, cursor.count(count));
            }
        }
        return new Sheet(
                cursor.algorithm(),
                cursor.text(SheetPart.ELECTION),
                spoken(cursor.text(SheetPart.DEFINITION)),
                new StationCode(cursor.station()),
                new ContestId(cursor.text(SheetPart.CONTEST)),
                cursor.number(),
                cursor.of(),
                cursor.paper(),
                new MachineId(cursor.machine()),
                hours(cursor.text(SheetPart.HOURS)),
                votes,
                counts);
    }

    private static SpokenHash spoken(String digits) {
        StringBuilder groups = new StringBuilder(digits.length() * 5 / 4);
        for (int i = 0; i < digits.length(); i += 4) {
            groups.append(i == 0 ? "" : " ").append(digits, i, i + 4);
        }
        return new SpokenHash(groups.toString());
    }

    /** Hours of which the cursor has seen that they are in their form. */
    static SheetHours hours(String text) {
        int sign = text.charAt(28) == '-' ? -1 : 1;
        return new SheetHours(
                time(text, 0),
                time(text, 14),
                ZoneOffset.ofHoursMinutes(sign * number(text, 29, 31), sign * number(text, 31, 33)));
    }

    private static LocalDateTime time(String text, int at) {
        return LocalDateTime.of(
                number(text, at, at + 4),
                number(text, at + 4, at + 6),
                number(text, at + 6, at + 8),
                number(text, at + 9, at + 11),
                number(text, at + 11, at + 13));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
