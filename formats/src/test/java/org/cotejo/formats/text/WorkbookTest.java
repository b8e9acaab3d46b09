package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotejo.base.RefusedException;
import org.cotejo.formats.Xlsx;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** XLSX: what spreadsheets do to codes and counts, and workbooks made to harm the reader. */
class WorkbookTest {
    private static final RowTerms PREAMBLE = new RowTerms(RowTerms.AUTO, RowTerms.AUTO, 2, false);

    @Test
    void textsNumbersAndMissingCells() {
        byte[] bytes = new Xlsx()
                .sheet(Xlsx.row(1, "mesa", "votos", "nulos")
                        + Xlsx.row(2, "0101", "#1726.0", "#0")
                        + Xlsx.row(3, "#101", "Ilegible", "")
                        + Xlsx.row(5, "#1.01130420102E11", "#1E3", "#7"))
                .bytes();
        assertEquals(
                List.of("[mesa, votos, nulos]", "2[0101, 1726, 0]", "3[101, Ilegible, ]", "5[101130420102, 1000, 7]"),
                read(bytes, RowTerms.PLAIN));
    }

    @Test
    void sharedStringsFormulasBooleansAndErrors() {
        byte[] bytes = new Xlsx()
                .sharedStrings("mesa", "votos", "0101")
                .sheet(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\"><f>1+2</f><v>3.0</v></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>"
                                + "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"B4\" t=\"str\"><f>x</f><v>doce</v></c></row>")
                .bytes();
        assertEquals(
                List.of("[mesa, votos]", "2[0101, 3]", "3[0101, #REF!]", "4[1, doce]"), read(bytes, RowTerms.PLAIN));
    }

    @Test
    void preambleRowsAreCountedAsTheSheetNumbersThem() {
        byte[] bytes = new Xlsx()
                .sheet(Xlsx.row(1, "Elección") + Xlsx.row(4, "mesa", "votos") + Xlsx.row(9, "1", "#2"))
                .bytes();
        assertEquals(List.of("[mesa, votos]", "9[1, 2]"), read(bytes, PREAMBLE));
    }

    @Test
    void aCellBeyondTheHeaderIsRefused() {
        byte[] bytes = new Xlsx()
                .sheet(Xlsx.row(1, "a", "b") + Xlsx.row(2, "1", "2", "3"))
                .bytes();
        assertRefused("TEXT-107", bytes);
    }

    @Test
    void aPartThatUnpacksToFarTooMuchIsRefused() {
        byte[] zeros = new byte[140_000_000];
        Arrays.fill(zeros, (byte) ' ');
        byte[] bytes = new Xlsx()
                .sheet(Xlsx.row(1, "a"))
                .part("xl/sharedStrings.xml", zeros)
                .bytes();
        assertTrue(bytes.length < 1_000_000);
        assertRefused("TEXT-115", bytes);
    }

    @Test
    void aCellFarOutIsRefusedHoweverItIsWritten() {
        for (String reference :
                new String[] {"r=\"ZZZZZZ1\"", "r = \"ZZZZZZ1\"", "r='ZZZZZZ1'", "r=\"&#90;ZZZZZ1\"", "r\n=\n\"ZZZZ1\""
                }) {
            byte[] bytes = new Xlsx()
                    .sheet("<row r=\"1\"><c " + reference + " t=\"inlineStr\"><is><t>a</t></is></c></row>")
                    .bytes();
            assertRefused("TEXT-115", bytes);
        }
        byte[] last = new Xlsx()
                .sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>b</t></is></c></row>")
                .bytes();
        assertTrue(assertThrows(RefusedException.class, () -> read(last, RowTerms.PLAIN))
                .problem()
                .code()
                .matches("TEXT-107|TEXT-108"));
    }

    @Test
    void entitiesThatExpandAreNotExpanded() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"" + "a".repeat(1000) + "\">"
                + "<!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>";
        byte[] bytes = new Xlsx().part("xl/worksheets/sheet1.xml", bomb).bytes();
        Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> assertThrows(RefusedException.class, () -> read(bytes, RowTerms.PLAIN)));
    }

    @Test
    void aFileOutsideIsNotRead() {
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&a;</t></is></c></row></sheetData></worksheet>";
        byte[] bytes = new Xlsx().part("xl/worksheets/sheet1.xml", outside).bytes();
        try {
            assertTrue(read(bytes, RowTerms.PLAIN).stream().noneMatch(row -> row.contains("root")));
        } catch (RefusedException e) {
            assertEquals("TEXT-114", e.problem().code());
        }
    }

    @Test
    void damagedWorkbooksAreRefusedAndNothingElse() {
        byte[] sound = new Xlsx()
                .sharedStrings("mesa", "votos")
                .sheet(Xlsx.row(1, "mesa", "votos") + Xlsx.row(2, "0101", "#1726") + Xlsx.row(3, "0102", "#7"))
                .bytes();
        Random random = new Random(20240728);
        for (int i = 0; i < 800; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(1, 6); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                read(damaged, RowTerms.PLAIN);
            } catch (RefusedException e) {
                assertTrue(e.problem().code().startsWith("TEXT-"));
            }
        }
    }

    @Test
    void damagedSheetsInSoundZipsAreRefusedAndNothingElse() {
        String sound =
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + "<sheetData>" + Xlsx.row(1, "mesa", "votos") + Xlsx.row(2, "0101", "#1726")
                        + "</sheetData></worksheet>";
        Random random = new Random(20240729);
        for (int i = 0; i < 800; i++) {
            StringBuilder damaged = new StringBuilder(sound);
            for (int edits = random.nextInt(1, 5); edits > 0; edits--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(0x20, 0x7f));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 9)));
                }
            }
            try {
                read(
                        new Xlsx()
                                .part("xl/worksheets/sheet1.xml", damaged.toString())
                                .bytes(),
                        RowTerms.PLAIN);
            } catch (RefusedException e) {
                assertTrue(e.problem().code().startsWith("TEXT-"));
            }
        }
    }

    private static void assertRefused(String code, byte[] bytes) {
        assertEquals(
                code,
                assertThrows(RefusedException.class, () -> read(bytes, RowTerms.PLAIN))
                        .problem()
                        .code());
    }

    private static List<String> read(byte[] bytes, RowTerms terms) {
        RowFile file = RowFile.open("file.xlsx", bytes, terms);
        List<String> shown = new ArrayList<>();
        shown.add(file.columns().toString());
        file.rows(row -> {
            List<String> fields = new ArrayList<>();
            for (int column = 0; column < file.columns().size(); column++) {
                fields.add(row.text(column));
            }
            shown.add(row.line() + fields.toString());
        });
        return shown;
    }
}
