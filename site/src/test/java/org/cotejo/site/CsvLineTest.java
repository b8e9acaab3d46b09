package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void cellsArePartedByCommasAndTheLineIsEmptiedWhenTaken() {
        CsvLine line = new CsvLine();
        assertEquals(
                "a,1,,0\r\n", line.text("a").number(1).empty().numberIf(true, 0).take());
        assertEquals("b,\r\n", line.text("b").numberIf(false, 9).take());
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertEquals(
                "\"a,b\",\"say \"\"no\"\"\"\r\n",
                new CsvLine().text("a,b").text("say \"no\"").take());
        assertEquals("\"two\nlines\"\r\n", new CsvLine().text("two\nlines").take());
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeText() {
        assertEquals(
                "'=HYPERLINK(1),'+1,'-2,'@x\r\n",
                new CsvLine()
                        .text("=HYPERLINK(1)")
                        .text("+1")
                        .text("-2")
                        .text("@x")
                        .take());
    }

    @Test
    void anEmptyFirstCellStaysACell() {
        assertEquals(",x\r\n", new CsvLine().text("").text("x").take());
    }

    @Test
    void cellsThatWereMadeBeforeStandAsTheyWouldIfWrittenHere() {
        String made = new CsvLine().text("a,b").text("").number(3).cells();
        assertEquals(
                "x,\"a,b\",,3,y\r\n",
                new CsvLine().text("x").made(made).text("y").take());
    }
}
