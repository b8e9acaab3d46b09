package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.Test;

/** Reading a file part by part must give what reading it whole gives: the same rows in the same lines, or the same refusal. */
class PartsTest {
    @Property(tries = 3_000)
    void partsAndWholeAgreeOnAnyText(
            @ForAll
                    @Chars({'a', '1', ',', ',', '\n', '\n', '\r', '"', ' ', ';', '\u00f1', '\u00a0', '\u0085'})
                    @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(max = 2) int skipRows) {
        assertAgree(text.getBytes(StandardCharsets.UTF_8), new RowTerms("UTF-8", ",", skipRows, false));
        assertAgree(text.getBytes(StandardCharsets.ISO_8859_1), new RowTerms("ISO-8859-1", ",", skipRows, false));
    }

    @Test
    void partsAndWholeAgreeOnAFileOfManyParts() {
        StringBuilder text = new StringBuilder("mesa,lugar,votos\r\n");
        for (int i = 0; i < 120_000; i++) {
            text.append("0101")
                    .append(i)
                    .append(",Peñalolén ")
                    .append(i % 97)
                    .append(',')
                    .append(i % 700);
            text.append(i % 3 == 0 ? "\r\n" : "\n").append(i % 1000 == 0 ? "\n" : "");
        }
        assertAgree(text.toString().getBytes(StandardCharsets.UTF_8), RowTerms.PLAIN);
        assertAgree(text.toString().getBytes(StandardCharsets.ISO_8859_1), RowTerms.PLAIN);
        RowFile plain = plain(text.toString().getBytes(StandardCharsets.UTF_8), 1 << 12, RowTerms.PLAIN);
        assertTrue(plain.parts().size() > 100);
        assertThrows(IllegalArgumentException.class, () -> plain.rows(_ -> {}), "it is not held");
        assertAgree(text.append("1,2\n").toString().getBytes(StandardCharsets.UTF_8), RowTerms.PLAIN);
    }

    private static void assertAgree(byte[] bytes, RowTerms terms) {
        List<String> whole = whole(bytes, terms);
        assertEquals(whole, byParts(() -> RowFile.open("f", bytes, terms)));
        if (PlainScan.fits(terms)) {
            for (int slice : new int[] {1, 2, 3, 7, 64, 1 << 18}) {
                assertEquals(whole, byParts(() -> plain(bytes, slice, terms)), "slices of " + slice);
            }
        }
    }

    /** A file whose parts are read again, each into an array that has other bytes behind; or whole, if it is not plain. */
    private static RowFile plain(byte[] bytes, int slice, RowTerms terms) {
        return RowFile.openPlain("f", PlainScanTest.scan(bytes, slice), terms, (from, length) -> {
                    byte[] place = new byte[length + 9];
                    Arrays.fill(place, (byte) '7');
                    System.arraycopy(bytes, (int) from, place, 0, length);
                    return place;
                })
                .orElseGet(() -> RowFile.open("f", bytes, terms));
    }

    private static List<String> whole(byte[] bytes, RowTerms terms) {
        List<String> shown = new ArrayList<>();
        try {
            RowFile file = RowFile.open("f", bytes, terms);
            file.rows(show(file, 0, shown));
        } catch (RefusedException e) {
            shown.add(e.problem().line("en"));
        }
        return shown;
    }

    private static List<String> byParts(Supplier<RowFile> open) {
        List<String> shown = new ArrayList<>();
        try {
            RowFile file = open.get();
            long before = file.linesBefore();
            for (RowPart part : file.parts()) {
                try {
                    boolean isCut = part.plainBytes() != null;
                    before += part.rows(show(file, isCut ? before : 0, shown));
                } catch (RefusedException e) {
                    throw part.inFile(e, before);
                }
            }
        } catch (RefusedException e) {
            shown.add(e.problem().line("en"));
        }
        return shown;
    }

    private static Consumer<Row> show(RowFile file, long linesBefore, List<String> shown) {
        return row -> {
            StringBuilder text = new StringBuilder().append(linesBefore + row.line());
            for (int column = 0; column < file.columns().size(); column++) {
                text.append('[').append(row.raw(column)).append(']');
            }
            shown.add(text.toString());
        };
    }
}
