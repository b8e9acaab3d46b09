package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of rows as they are met in the wild: all of these hold the same table. */
class RowFileTest {
    private static final String TABLE = "mesa,lugar,votos\n01,Ñuñoa,12\n02,Peñalolén,7\n";
    private static final String READ = "[mesa, lugar, votos] 2[01, Ñuñoa, 12] 3[02, Peñalolén, 7]";

    @Test
    void utf8WithAndWithoutMark() {
        assertRead(READ, TABLE.getBytes(StandardCharsets.UTF_8));
        assertRead(READ, ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void utf16WithMark() {
        assertRead(READ, ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16LE));
        assertRead(READ, ("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void latin1AndWindowsWhereItIsNoUtf8() {
        assertRead(READ, TABLE.getBytes(StandardCharsets.ISO_8859_1));
        assertRead("[a] 2[€uro – dash]", "a\n€uro – dash\n".getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void aNamedEncodingIsTaken() {
        RowTerms mac = new RowTerms("x-MacRoman", RowTerms.AUTO, 0, false);
        assertEquals(READ, read(TABLE.getBytes(Charset.forName("x-MacRoman")), mac));
        RowTerms utf16 = new RowTerms("UTF-16LE", RowTerms.AUTO, 0, false);
        assertEquals(READ, read(TABLE.getBytes(StandardCharsets.UTF_16LE), utf16));
        RowTerms latin = new RowTerms("ISO-8859-1", RowTerms.AUTO, 0, false);
        assertEquals("[a] 2[Ã±]", read("a\nñ\n".getBytes(StandardCharsets.UTF_8), latin));
    }

    @Test
    void aByteOrderMarkIsStrongerThanANamedEncoding() {
        RowTerms latin = new RowTerms("ISO-8859-1", RowTerms.AUTO, 0, false);
        assertEquals(READ, read(("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8), latin));
    }

    @Test
    void allLineEnds() {
        assertRead(READ, TABLE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertRead(READ, TABLE.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
        assertRead(READ, TABLE.stripTrailing().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allDelimiters() {
        for (String delimiter : List.of(";", "\t", "|")) {
            assertRead(READ, TABLE.replace(",", delimiter).getBytes(StandardCharsets.UTF_8));
        }
        RowTerms tab = new RowTerms(RowTerms.AUTO, "tab", 0, false);
        assertEquals(READ, read(TABLE.replace(",", "\t").getBytes(StandardCharsets.UTF_8), tab));
    }

    @Test
    void theDelimiterIsNotFoundInsideOfQuotesOrTexts() {
        assertRead(
                "[mesa, lugar] 2[1, Uno, dos, tres] 3[2, Cuatro]",
                "mesa;lugar\n1;\"Uno, dos, tres\"\n2;Cuatro\n".getBytes(StandardCharsets.UTF_8));
        assertRead(
                "[mesa, votos] 2[1, 1,5] 3[2, 3,25]", "mesa;votos\n1;1,5\n2;3,25\n".getBytes(StandardCharsets.UTF_8));
        assertRead("[solo] 2[uno] 3[dos]", "solo\nuno\ndos\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quotedFields() {
        assertRead(
                "[a, b] 2[x, y, 1] 3[say \"no\", 2] 4[two lines, 3] 6[=\"007\", 4]",
                "a,b\n\"x, y\",1\n\"say \"\"no\"\"\",2\n\"two\nlines\",3\n\"=\"\"007\"\"\",4\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void preambleAndEmptyLinesArePassedOverAndLinesCounted() {
        byte[] bytes = "Elección 2030;\"\n17:00\n\na;b\n\n1;2\n  \n;\n3;4\n\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("[a, b] 6[1, 2] 9[3, 4]", read(bytes, new RowTerms(RowTerms.AUTO, RowTerms.AUTO, 3, false)));
        assertEquals("[a, b] 6[1, 2] 9[3, 4]", read(bytes, new RowTerms(RowTerms.AUTO, RowTerms.AUTO, 2, false)));
    }

    @Test
    void commentsOnlyInTemplates() {
        byte[] bytes = "# one, two, three\n# four\na,b\n#1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("[a, b] 5[3, 4]", read(bytes, RowTerms.TEMPLATE));
        assertRead("[a, b] 2[#1, 2]", "a,b\n#1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textIsComposedAndTidy() {
        byte[] bytes = "a,b\n  Pen\u0303a   Alta\u00a0,x\n".getBytes(StandardCharsets.UTF_8);
        assertRead("[a, b] 2[Peña Alta, x]", bytes);
    }

    @Test
    void manyColumns() {
        String header = String.join(
                ",",
                java.util.stream.IntStream.range(0, 5000).mapToObj(i -> "c" + i).toList());
        String row = String.join(",", java.util.Collections.nCopies(5000, "1"));
        RowFile file = RowFile.open("f", (header + "\n" + row).getBytes(StandardCharsets.UTF_8), RowTerms.PLAIN);
        assertEquals(4999, file.column("c4999"));
        file.rows(r -> assertEquals(1, r.cell(4999)));
    }

    @Test
    void codesAreUnwrappedAndPadded() {
        RowFile file = RowFile.open(
                "f",
                "a,b\n'0071,7\n\"=\"\"0071\"\"\",7.0\n 0071 , 7\n".getBytes(StandardCharsets.UTF_8),
                RowTerms.PLAIN);
        file.rows(row -> {
            byte[] code = new byte[Row.CODE_BYTES_MOST];
            assertEquals("0071", new String(code, 0, row.copyCode(0, 0, code, 0), StandardCharsets.UTF_8));
            assertEquals("007", new String(code, 0, row.copyCode(1, 3, code, 0), StandardCharsets.UTF_8));
            assertEquals("0071", row.code(0));
        });
    }

    private static void assertRead(String expected, byte[] bytes) {
        assertEquals(expected, read(bytes, RowTerms.PLAIN));
    }

    private static String read(byte[] bytes, RowTerms terms) {
        RowFile file = RowFile.open("file.csv", bytes, terms);
        List<String> shown = new ArrayList<>();
        shown.add(file.columns().toString());
        file.rows(row -> {
            List<String> fields = new ArrayList<>();
            for (int column = 0; column < file.columns().size(); column++) {
                fields.add(row.text(column));
            }
            shown.add(row.line() + fields.toString());
        });
        return String.join(" ", shown);
    }
}
