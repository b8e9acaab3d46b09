package org.cotejo.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.Names;
import org.cotejo.tally.Figure;

/**
 * Reads the signed part of a sheet's text in place. There are millions of sheets, and most readers want their figures or compare
 * some of their parts; so this is a cursor that is pointed at one text after the other and makes no object. What it accepts is
 * the one text of one sheet (docs/formats/sheet.md, section 2); all else is refused with a {@link RefusedException}. {@link
 * SheetReader} reads through it too: there is one reader of these bytes. Not safe for use by several threads.
 */
public final class SheetCursor {
    /** Most bytes of a text, the signature included. */
    public static final int TEXT_MOST = 16_000;

    /** Most bytes of the signed part. */
    public static final int SIGNED_MOST = TEXT_MOST - SignedSheet.SIGNATURE_DIGITS;

    /** Stands for a count that the sheet does not carry. */
    public static final int NOT_CARRIED = -1;

    static final byte[] MAGIC = ascii("COTEJO1/");

    /** 2^128-1 in 40 digits. */
    static final String DEFINITION_MOST = "0340282366920938463463374607431768211455";

    private static final byte[] DEFINITION_MOST_BYTES = ascii(DEFINITION_MOST);
    private static final KeyAlgorithm[] ALGORITHMS = KeyAlgorithm.values();
    private static final byte[][] ALGORITHM_LABELS = {ascii("ED25519"), ascii("ED25519-DEMO")};
    private static final byte[] FINAL = ascii("FINAL");
    private static final byte[] OPENING = ascii("OPENING");
    private static final byte[][] COUNT_NAMES = {ascii("REG:"), ascii("VOT:"), ascii("BAL:")};
    private static final byte[][] OTHER_NAMES = {ascii("NULL:"), ascii("BLANK:")};
    private static final int ID_BYTES_MOST = 240;
    private static final int NUMBER_DIGITS_MOST = 9;
    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** The text that was read last, as a copy of its own, so that nobody changes it under the parts that were found in it. */
    private byte[] bytes = new byte[512];

    /** Its length; -1 until one was read to the end and is whole. */
    private int length = -1;

    private int at;
    private int stop;
    private SheetPart part = SheetPart.ALGORITHM;
    private final int[] starts = new int[SheetPart.values().length];
    private final int[] ends = new int[starts.length];
    private KeyAlgorithm algorithm = KeyAlgorithm.ED25519;
    private Sheet.Paper paper = Sheet.Paper.FINAL;
    private int number;
    private int of;
    private int[] votes = new int[64];
    private int voteCount;
    private final int[] counts = new int[COUNT_NAMES.length];
    private final int[] others = new int[OTHER_NAMES.length];

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Points at the signed part of a text, from the magic to the last slash, and reads all of it. The copies of a station mostly
     * say the same one after the other: a text that was just read is not read again.
     */
    public SheetCursor over(byte[] text, int offset, int textLength) {
        Objects.checkFromIndexSize(offset, textLength, text.length);
        if (textLength == length && Arrays.equals(bytes, 0, length, text, offset, offset + length)) {
            return this;
        }
        length = -1;
        if (textLength > SIGNED_MOST) {
            throw SheetProblem.TEXT.refusal();
        }
        if (textLength < MAGIC.length || !Arrays.equals(text, offset, offset + MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw SheetProblem.MAGIC.refusal();
        }
        if (bytes.length < textLength) {
            bytes = new byte[Math.min(SIGNED_MOST, textLength * 2)];
        }
        System.arraycopy(text, offset, bytes, 0, textLength);
        at = MAGIC.length;
        for (SheetPart each : PARTS) {
            begin(each, textLength);
            read(each);
            if (at != stop) {
                throw wrong();
            }
            at++;
        }
        if (at != textLength) {
            throw wrong();
        }
        length = textLength;
        return this;
    }

    private static final SheetPart[] PARTS = SheetPart.values();

    @SuppressWarnings("EnumOrdinal") // an index into arrays in memory
    private void begin(SheetPart next, int end) {
        part = next;
        stop = at;
        while (stop < end && bytes[stop] != '/') {
            stop++;
        }
        if (stop == end) {
            at = end;
            throw wrong();
        }
        starts[next.ordinal()] = at;
        ends[next.ordinal()] = stop;
    }

    private void read(SheetPart next) {
        switch (next) {
            case ALGORITHM -> readAlgorithm();
            case ELECTION, STATION, CONTEST, MACHINE -> readId();
            case DEFINITION -> readDefinition();
            case NUMBER -> readNumber();
            case PAPER -> paper = is(FINAL) ? Sheet.Paper.FINAL : readOpening();
            case HOURS -> readHours();
            case COUNTS -> readNamed(COUNT_NAMES, counts, 1);
            case VOTES -> readVotes();
            case OTHERS -> readNamed(OTHER_NAMES, others, 0);
        }
    }

    private RefusedException wrong() {
        return part.wrongAt(at + 1);
    }

    private boolean is(byte[] word) {
        boolean isIt = Arrays.equals(bytes, at, stop, word, 0, word.length);
        at = isIt ? stop : at;
        return isIt;
    }

    private void readAlgorithm() {
        for (int i = 0; i < ALGORITHMS.length; i++) {
            if (is(ALGORITHM_LABELS[i])) {
                algorithm = ALGORITHMS[i];
                return;
            }
        }
        throw SheetProblem.ALGORITHM.refusal();
    }

    private Sheet.Paper readOpening() {
        if (!is(OPENING)) {
            throw wrong();
        }
        return Sheet.Paper.OPENING;
    }

    private void readId() {
        int length = stop - at;
        if (!Names.isPlainId(bytes, at, length)) {
            if (length == 0 || length > ID_BYTES_MOST) {
                throw wrong();
            }
            String id = new String(bytes, at, length, StandardCharsets.UTF_8);
            byte[] again = id.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(again, 0, again.length, bytes, at, stop)) {
                throw SheetProblem.TEXT.refusal();
            }
            if (!Names.idFault(id).isEmpty()) {
                throw wrong();
            }
        }
        at = stop;
    }

    private void readDefinition() {
        int length = stop - at;
        for (int i = at; i < stop; i++) {
            if (!isDigit(bytes[i])) {
                at = i;
                throw wrong();
            }
        }
        if (length != DEFINITION_MOST_BYTES.length
                || Arrays.compare(bytes, at, stop, DEFINITION_MOST_BYTES, 0, length) > 0) {
            throw wrong();
        }
        at = stop;
    }

    private void readNumber() {
        number = count();
        separator(' ');
        of = count();
        if (number < 1 || number > of || of > Sheet.SHEETS_MOST) {
            throw wrong();
        }
    }

    /** Each of these names at most once and in order, with its number; at least so many of them. */
    private void readNamed(byte[][] names, int[] values, int least) {
        int found = 0;
        for (int i = 0; i < names.length; i++) {
            values[i] = NOT_CARRIED;
            int before = at;
            if (found > 0 && at < stop) {
                separator(' ');
            }
            int end = at + names[i].length;
            if (end <= stop && Arrays.equals(bytes, at, end, names[i], 0, names[i].length)) {
                at = end;
                values[i] = count();
                found++;
            } else {
                at = before;
            }
        }
        if (found < least) {
            throw wrong();
        }
    }

    private void readVotes() {
        voteCount = 0;
        do {
            if (voteCount > 0) {
                separator(' ');
            }
            if (count() != voteCount + 1 || voteCount == Sheet.VOTES_MOST) {
                throw wrong();
            }
            separator(':');
            if (voteCount == votes.length) {
                votes = Arrays.copyOf(votes, Math.min(voteCount * 2, Sheet.VOTES_MOST));
            }
            votes[voteCount++] = count();
        } while (at < stop);
    }

    private void separator(char expected) {
        if (at >= stop || bytes[at] != expected) {
            throw wrong();
        }
        at++;
    }

    /** A number in its one form, at most 999,999,999. */
    private int count() {
        int value = 0;
        int from = at;
        while (at < stop && isDigit(bytes[at])) {
            if (at - from == NUMBER_DIGITS_MOST || at > from && bytes[from] == '0') {
                throw wrong();
            }
            value = value * 10 + bytes[at++] - '0';
        }
        if (at == from) {
            throw wrong();
        }
        return value;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private void readHours() {
        long opening = time();
        separator(' ');
        long closing = time();
        separator(' ');
        offset();
        if (closing < opening || paper == Sheet.Paper.OPENING && closing != opening) {
            throw wrong();
        }
    }

    /** A local time as a number that grows with it. */
    private long time() {
        int year = digits(4);
        int month = digits(2);
        int day = digits(2);
        if (year < SheetHours.FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]) {
            throw wrong();
        }
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month == 2 && day == 29 && !isLeap) {
            throw wrong();
        }
        separator('T');
        int hour = digits(2);
        int minute = digits(2);
        if (hour > 23 || minute > 59) {
            throw wrong();
        }
        return (((year * 12L + month) * 31 + day) * 24 + hour) * 60 + minute;
    }

    private void offset() {
        boolean isWest = at < stop && bytes[at] == '-';
        separator(isWest ? '-' : '+');
        int hour = digits(2);
        int minute = digits(2);
        int minutes = (hour * 60 + minute) * (isWest ? -1 : 1);
        if (minute > 59
                || minute % SheetHours.OFFSET_STEP_MINUTES != 0
                || minutes < SheetHours.OFFSET_LEAST_MINUTES
                || minutes > SheetHours.OFFSET_MOST_MINUTES
                || isWest && minutes == 0) {
            throw wrong();
        }
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at >= stop || !isDigit(bytes[at])) {
                throw wrong();
            }
            value = value * 10 + bytes[at++] - '0';
        }
        return value;
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** Whether the sheet is of the election whose id has these UTF-8 bytes. */
    public boolean isElection(byte[] id) {
        return isPart(SheetPart.ELECTION, id, 0, id.length);
    }

    /** Whether the sheet names the definition that is read aloud with these 40 digits. */
    public boolean isDefinition(byte[] digits) {
        return isPart(SheetPart.DEFINITION, digits, 0, digits.length);
    }

    /** Whether the sheet is of the station whose code has these UTF-8 bytes. */
    public boolean isStation(byte[] code, int offset, int length) {
        return isPart(SheetPart.STATION, code, offset, length);
    }

    /** Whether the sheet is of the contest whose id has these UTF-8 bytes. */
    public boolean isContest(byte[] id) {
        return isPart(SheetPart.CONTEST, id, 0, id.length);
    }

    /** Whether it is of the machine whose id has these UTF-8 bytes. */
    public boolean isMachine(byte[] id, int offset, int length) {
        return isPart(SheetPart.MACHINE, id, offset, length);
    }

    /** The station's code. */
    public String station() {
        return text(SheetPart.STATION);
    }

    /** What it is a sheet of: the election's id, the contest's id and the digits of the definition, with slashes between. */
    public String about() {
        return text(SheetPart.ELECTION) + "/" + text(SheetPart.CONTEST) + "/" + text(SheetPart.DEFINITION);
    }

    /** The machine's id. */
    public String machine() {
        return text(SheetPart.MACHINE);
    }

    /** The minute since 1970-01-01T00:00Z at which the station closed, by the clock and the offset that the sheet states. */
    @SuppressWarnings("EnumOrdinal") // an index into arrays in memory
    public long closedAt() {
        int hours = SheetPart.HOURS.ordinal();
        SheetHours stated = SheetReader.hours(
                new String(bytes, starts[hours], ends[hours] - starts[hours], StandardCharsets.US_ASCII));
        return Math.floorDiv(stated.closing().toEpochSecond(stated.offset()), 60L);
    }

    @SuppressWarnings("EnumOrdinal") // an index into arrays in memory
    private boolean isPart(SheetPart which, byte[] value, int offset, int length) {
        return Arrays.equals(bytes, starts[which.ordinal()], ends[which.ordinal()], value, offset, offset + length);
    }

    @SuppressWarnings("EnumOrdinal") // an index into arrays in memory
    String text(SheetPart which) {
        int from = starts[which.ordinal()];
        return new String(bytes, from, ends[which.ordinal()] - from, StandardCharsets.UTF_8);
    }

    /** Which sheet of this closing it is, from 1. */
    public int number() {
        return number;
    }

    /** Of how many. */
    public int of() {
        return of;
    }

    public Sheet.Paper paper() {
        return paper;
    }

    /** Number of ballot positions. */
    public int voteCount() {
        return voteCount;
    }

    /** The number of a count; {@link #NOT_CARRIED} if the sheet does not carry it. */
    public int count(Figure.Count count) {
        return switch (count) {
            case VALID -> NOT_CARRIED;
            case NULL -> others[0];
            case BLANK -> others[1];
            case REGISTERED -> counts[0];
            case VOTERS -> counts[1];
            case BALLOTS -> counts[2];
        };
    }

    /** Number of figures: the votes and the counts that it carries. */
    public int figureCount() {
        int figures = voteCount;
        for (Figure.Count count : COUNTS) {
            figures += count(count) == NOT_CARRIED ? 0 : 1;
        }
        return figures;
    }

    private static final Figure.Count[] COUNTS = Figure.Count.values();

    /** Puts the figures into {@code cells}, which has room for {@link #figureCount}: the votes, then the counts in their order. */
    public void copyFigures(int[] cells) {
        System.arraycopy(votes, 0, cells, 0, voteCount);
        int next = voteCount;
        for (Figure.Count count : COUNTS) {
            if (count(count) != NOT_CARRIED) {
                cells[next++] = count(count);
            }
        }
    }

    /** Whether it carries exactly these counts, given as a sum of {@link #bit}s, so that its figures are those of a source. */
    public boolean carriesExactly(int bits) {
        int carried = 0;
        for (Figure.Count count : COUNTS) {
            carried |= count(count) == NOT_CARRIED ? 0 : bit(count);
        }
        return carried == bits;
    }

    /** A count as one bit, for {@link #carriesExactly}. */
    @SuppressWarnings("EnumOrdinal") // in memory alone
    public static int bit(Figure.Count count) {
        return 1 << count.ordinal();
    }
}
