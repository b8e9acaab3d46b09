package org.cotejo.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Texts;
import org.cotejo.base.Where;

/**
 * One row of a file, filled anew for each: whoever wants to keep a field takes a copy. The characters of all fields lie in
 * one array, so that a row of plain digits makes no object. Not safe for use by several threads.
 */
public final class Row {
    /** Longest code of which {@link #copyCode} takes a copy, in characters. */
    public static final int CODE_MOST = 200;

    /** Room that one call of {@link #copyCode} may need, in bytes. */
    public static final int CODE_BYTES_MOST = CODE_MOST * 3;

    private final String file;
    private List<String> columns = List.of();
    private char[] chars = new char[1 << 10];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private long line;

    Row(String file) {
        this.file = file;
    }

    void name(List<String> names) {
        columns = names;
    }

    void begin(long startLine) {
        size = 0;
        line = startLine;
    }

    void add(char[] from, int offset, int length) {
        if (length > RowFile.FIELD_MOST) {
            throw TextProblem.FIELD_LONG.at(where(), RowFile.FIELD_MOST);
        }
        if (size == RowFile.COLUMNS_MOST) {
            throw TextProblem.COLUMNS_MOST.at(where(), RowFile.COLUMNS_MOST);
        }
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, start + length));
        }
        System.arraycopy(from, offset, chars, start, length);
        mark(start, start + length);
    }

    /** Takes the fields from these characters from now on, as {@link #addView} says where they lie. */
    void over(char[] shared) {
        chars = shared;
    }

    /** Adds a field that lies in the characters given to {@link #over}. */
    void addView(int start, int end) {
        if (end - start > RowFile.FIELD_MOST) {
            throw TextProblem.FIELD_LONG.at(where(), RowFile.FIELD_MOST);
        }
        if (size == RowFile.COLUMNS_MOST) {
            throw TextProblem.COLUMNS_MOST.at(where(), RowFile.COLUMNS_MOST);
        }
        mark(start, end);
    }

    private void mark(int start, int end) {
        if (size == ends.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    void add(String text) {
        add(text.toCharArray(), 0, text.length());
    }

    private int start(int column) {
        return starts[column];
    }

    int size() {
        return size;
    }

    /** Whether nothing but white space stands in it. */
    boolean isBlank() {
        for (int column = 0; column < size; column++) {
            for (int i = starts[column]; i < ends[column]; i++) {
                char c = chars[i];
                if (c > ' ' && c < 0x80 || !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The characters of a field as they are. */
    String raw(int column) {
        int start = start(column);
        return new String(chars, start, ends[column] - start);
    }

    /** The text of a field: trimmed, composed (NFC), runs of white space one blank. */
    public String text(int column) {
        return Texts.tidy(CellText.trimmed(raw(column)));
    }

    /** The field as a code: as {@link #text}, without the signs that spreadsheets put around it. */
    public String code(int column) {
        return CellText.unwrapped(text(column));
    }

    /** The field as a cell of votes or people, packed as {@link org.cotejo.tally.Cells} says; refuses what is none. */
    public int cell(int column) {
        int start = start(column);
        int cell = CellText.packed(chars, start, ends[column]);
        if (cell == CellText.NONE) {
            throw TextProblem.CELL.at(where(column), TextProblem.shown(raw(column)));
        }
        return cell;
    }

    /** Whether the field says exactly this, white space at its ends aside. */
    public boolean is(int column, String value) {
        int start = start(column);
        if (ends[column] - start == value.length()) {
            int same = 0;
            while (same < value.length() && chars[start + same] == value.charAt(same)) {
                same++;
            }
            if (same == value.length()) {
                return true;
            }
        }
        return text(column).equals(value);
    }

    /**
     * Copies the field as a code in UTF-8 and returns the end of the copy.
     *
     * @param pad number of digits to which zeros are put in front, 0 for none; then nothing but digits is taken
     */
    public int copyCode(int column, int pad, byte[] into, int at) {
        int start = start(column);
        int length = ends[column] - start;
        if (length > CODE_MOST) {
            throw TextProblem.CODE_LONG.at(where(column), length, CODE_MOST);
        }
        for (int i = 0; i < length; i++) {
            char c = chars[start + i];
            boolean isPlain = pad > 0 ? c >= '0' && c <= '9' : c > ' ' && c < 0x7f && c != '\'' && c != '=';
            if (!isPlain) {
                return copyUnusual(column, pad, into, at);
            }
        }
        if (pad > 0 && (length > pad || length == 0)) {
            throw TextProblem.PAD.at(where(column), TextProblem.shown(raw(column)), pad);
        }
        int to = at;
        for (int zeros = pad - length; zeros > 0; zeros--) {
            into[to++] = '0';
        }
        for (int i = 0; i < length; i++) {
            into[to++] = (byte) chars[start + i];
        }
        return to;
    }

    private int copyUnusual(int column, int pad, byte[] into, int at) {
        String text = code(column);
        if (pad > 0) {
            String digits = text.replaceFirst("[.,]0+$", "");
            if (!digits.matches("[0-9]{1," + pad + "}")) {
                throw TextProblem.PAD.at(where(column), TextProblem.shown(text), pad);
            }
            text = "0".repeat(pad - digits.length()) + digits;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    /** 1-based line or row of the file in which it begins. */
    public long line() {
        return line;
    }

    /** This row, for a refusal. */
    public Where where() {
        return new Where(file, line, "");
    }

    /** One field of this row, for a refusal. */
    public Where where(int column) {
        return new Where(file, line, column < columns.size() ? columns.get(column) : "");
    }
}
