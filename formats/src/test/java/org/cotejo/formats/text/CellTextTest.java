package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.junit.jupiter.api.Test;

/** What a cell may look like, and that nothing else is ever taken for votes. */
class CellTextTest {
    @Test
    void digitsAreTheirNumber() {
        assertCell(0, "0", "00", "000000000000", "'0", "0.0", "0,00");
        assertCell(7, "7", "007", " 7 ", "\u00a07\u202f", "'7", "=\"7\"", "=\"007\"", "7.0", "7,0", "7.000000");
        assertCell(999_999_999, "999999999", "0999999999", "999.999.999", "999,999,999", "999999999.0");
    }

    @Test
    void thousandsMarksOfOneKindAreTakenOff() {
        assertCell(1726, "1726", "1.726", "1,726", "1'726", "1 726", "1\u00a0726", "1\u202f726", "1726.0", "1726,000");
        assertCell(1_234_567, "1.234.567", "1,234,567", "1 234 567");
        assertNone("1.234,567", "1,234.567", "1.23.456", "1.2345", "1234.567", "12345.678", "1..234", "1.234.", ".234");
    }

    @Test
    void aZeroBeforeTheMarkIsNoThousand() {
        assertNone("0.726", "0,726", "00.726");
    }

    @Test
    void nothingAndWordsForNothingAreBlank() {
        assertCell(Cells.BLANK, "", " ", "\t", "\u00a0", "-", " - ", "Sin dato", "sin dato", "SIN DATO", "n/a", "N/A");
        assertCell(Cells.BLANK, "'", "'-", "=\" \"", "null");
    }

    @Test
    void wordsForIllegibleAreIllegible() {
        assertCell(Cells.ILLEGIBLE, "Ilegible", "ILEGIBLE", "ilegible", "Illegible", "illegible", "?", " ? ");
    }

    @Test
    void everythingElseIsNoCell() {
        assertNone(
                "-1",
                "+1",
                "12.5",
                "12,5",
                "1e9",
                "1E3",
                "0x10",
                "1000000000",
                "99999999999999999999",
                "1.000.000.000");
        assertNone(
                "doce",
                "Sin acta",
                "Excede lista nominal",
                "l0",
                "O",
                "1 2",
                "1-2",
                "1/2",
                "(5)",
                "5%",
                "$5",
                "5 votos");
        assertNone("\u0661\u0662", "\uff11", "1\u0000", "=5", "=SUM(A1)", "--", "??", "#REF!", "true", "NaN", "1_000");
    }

    @Property
    void aWrittenNumberComesBack(@ForAll @IntRange(max = Cell.MOST) int number) {
        assertCell(number, Integer.toString(number), "'" + number, "0" + number, number + ".0", " " + number + " ");
        assertCell(number, String.format(Locale.GERMANY, "%,d", number), String.format(Locale.US, "%,d", number));
        assertCell(number, String.format(Locale.US, "%,d", number).replace(',', '\u202f'));
    }

    @Property(maxDiscardRatio = 100)
    void noTextOfDigitsAndMarksIsEverMoreThanItSays(
            @ForAll @Chars({'.', ',', '\'', ' ', '-', 'e'}) @CharRange(from = '0', to = '9') @StringLength(max = 12)
                    String text) {
        int cell = CellText.packed(text);
        Assume.that(cell >= 0);
        String digits = text.replaceAll("[^0-9]", "");
        // Either all digits count, or those after the last mark are zeros that were decimals.
        BigDecimal all = new BigDecimal(digits);
        boolean isAll = all.compareTo(BigDecimal.valueOf(cell)) == 0;
        String whole = text.strip().replaceFirst("^'", "").strip().replaceFirst("[.,]0+$", "");
        assertEquals(true, isAll || new BigDecimal(whole).compareTo(BigDecimal.valueOf(cell)) == 0, text);
    }

    @Property
    void anyTextGivesACellOrNone(@ForAll String text) {
        int cell = CellText.packed(text);
        assertEquals(true, cell >= CellText.NONE && cell <= Cell.MOST);
    }

    private static void assertCell(int packed, String... texts) {
        for (String text : texts) {
            assertEquals(packed, CellText.packed(text), "'" + text + "'");
            char[] wide = ("12" + text + "34").toCharArray();
            assertEquals(packed, CellText.packed(wide, 2, wide.length - 2), "'" + text + "' inside");
        }
    }

    private static void assertNone(String... texts) {
        assertCell(CellText.NONE, texts);
    }
}
