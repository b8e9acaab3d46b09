package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.tally.Cells;
import org.junit.jupiter.api.Test;

/** One row is filled over and over; nothing of a row may show in the next. */
class RowTest {
    private static RowFile open(String text) {
        return RowFile.open("f.csv", text.getBytes(StandardCharsets.UTF_8), RowTerms.PLAIN);
    }

    @Test
    void aShortRowShowsNothingOfALongOne() {
        List<String> read = new ArrayList<>();
        open("a,b\n" + "x".repeat(9_000) + "," + "y".repeat(9_000) + "\n1,2\n,\"\"\n \u00a0,3\n")
                .rows(row -> {
                    String a = row.text(0);
                    read.add(a.length() > 10 ? "long" : a + "|" + row.text(1) + "|" + row.cell(1));
                });
        assertEquals(List.of("long", "1|2|2", "|3|3"), read);
    }

    @Test
    void aFieldIsWhatItSays() {
        open("a,b\n Presidente ,Pen\u0303a\n").rows(row -> {
            assertTrue(row.is(0, "Presidente"));
            assertTrue(row.is(1, "Peña"));
            assertFalse(row.is(0, "President"));
            assertFalse(row.is(0, "Presidentes"));
            assertFalse(row.is(0, ""));
            assertFalse(row.is(1, "Pena"));
        });
    }

    @Test
    void whereNamesLineAndColumn() {
        List<String> places = new ArrayList<>();
        open("mesa,votos\n\"a\nb\",1\n\nc,2\n").rows(row -> {
            places.add(row.where().toString());
            places.add(row.where(1).toString());
            places.add(Long.toString(row.line()));
        });
        assertEquals(List.of("f.csv:2", "f.csv:2 [votos]", "2", "f.csv:5", "f.csv:5 [votos]", "5"), places);
    }

    @Test
    void cellsOfAllKinds() {
        open("a,b,c,d\n12,,Ilegible,1.000\n").rows(row -> {
            assertEquals(12, row.cell(0));
            assertEquals(Cells.BLANK, row.cell(1));
            assertEquals(Cells.ILLEGIBLE, row.cell(2));
            assertEquals(1000, row.cell(3));
        });
    }

    @Test
    void codesAreCopiedBehindEachOther() {
        open("centro,mesa\n10113042,1\nÑ-7,12\n").rows(row -> {
            byte[] code = new byte[2 * Row.CODE_BYTES_MOST];
            boolean isFirst = row.line() == 2;
            int end = row.copyCode(0, isFirst ? 9 : 0, code, 0);
            code[end] = '.';
            end = row.copyCode(1, 3, code, end + 1);
            assertEquals(isFirst ? "010113042.001" : "Ñ-7.012", new String(code, 0, end, StandardCharsets.UTF_8));
        });
    }

    @Test
    void theLongestCodeFits() {
        String code = "ñ".repeat(Row.CODE_MOST);
        open("a\n" + code + "\n").rows(row -> {
            byte[] bytes = new byte[Row.CODE_BYTES_MOST];
            assertEquals(code, new String(bytes, 0, row.copyCode(0, 0, bytes, 0), StandardCharsets.UTF_8));
        });
    }
}
