package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        byte[] made = new CsvLine().text("a,b").text("").number(3).cells();
        assertEquals(
                "x,\"a,b\",,3,y\r\n",
                new CsvLine().text("x").made(made).text("y").take());
    }

    @Test
    void numbersAndTextsOfEverySizeAndScriptAreTheirBytes() {
        CsvLine line = new CsvLine();
        StringBuilder expected = new StringBuilder();
        for (long number :
                new long[] {0, 9, 10, 99, 100, 2_147_483_647L, 2_147_483_648L, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            line.number(number);
            expected.append(expected.isEmpty() ? "" : ",").append(number);
        }
        for (String text : List.of("Ñandú", "مركز", "a😀b", "x".repeat(3_000), "é,\"")) {
            line.text(text);
            expected.append(',').append(text.contains(",") ? "\"é,\"\"\"" : text);
        }
        assertEquals(expected + "\r\n", line.take());
    }

    @Test
    void whatWasFlushedIsForgottenAndItsRoomIsUsedAgain() throws IOException {
        CsvLine line = new CsvLine();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            line.number(i).text("y".repeat(400)).end();
            line.flush(to);
        }
        line.flush(to);
        String row = "," + "y".repeat(400) + "\r\n";
        assertEquals("0" + row + "1" + row + "2" + row, to.toString(StandardCharsets.UTF_8));
    }
}
