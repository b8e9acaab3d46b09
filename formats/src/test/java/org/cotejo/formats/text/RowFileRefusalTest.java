package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.formats.Xlsx;
import org.junit.jupiter.api.Test;

/** What is no table is refused with one sentence that says what it is, where, and what was expected. */
class RowFileRefusalTest {
    @Test
    void otherKindsOfFilesAreNamed() {
        assertKind("PDF", "%PDF-1.7\n%âãÏÓ");
        assertKind("JPEG", "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF");
        assertKind("PNG", "\u0089PNG\r\n\u001a\n");
        assertKind("GZIP", "\u001f\u008b\b\0");
        assertKind("XLS", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
        assertKind("JSON", "\n {\"acta\": 1}");
        assertKind("JSON", "[\n  {\"acta\": 1}]");
        assertKind("HTML/XML", "<!DOCTYPE html><html>");
        assertKind("HTML/XML", "\ufeff  <?xml version='1.0'?>");
        assertKind("UTF-32", "\u00ff\u00fe\0\0a\0\0\0");
    }

    @Test
    void aZipThatIsNoWorkbookIsNamed() {
        assertKind("ZIP", new Xlsx().without("xl/workbook.xml").sheet("").bytes());
        assertKind(
                "ODS",
                new Xlsx()
                        .without("xl/workbook.xml")
                        .part("content.xml", "<x/>")
                        .sheet("")
                        .bytes());
    }

    @Test
    void aHeaderThatOnlyLooksLikeJsonIsAHeader() {
        assertEquals(
                "[id]",
                RowFile.open("f", bytes("[id],votos\n1,2\n"), RowTerms.PLAIN)
                        .columns()
                        .getFirst());
    }

    @Test
    void controlCharactersAreFoundWithTheirLine() {
        assertEquals(3, refused("TEXT-102", bytes("a,b\n1,2\n3,\0\n")).where().line());
        assertEquals(2, refused("TEXT-102", bytes("a,b\n1,\u001b[2m\n")).where().line());
        assertEquals(1, refused("TEXT-102", bytes("a,b\u007f\n")).where().line());
        assertEquals(
                2,
                refused("TEXT-102", "\ufeffa,b\n1,\u0007\n".getBytes(StandardCharsets.UTF_16LE))
                        .where()
                        .line());
        // UTF-16 without a mark is full of zero bytes.
        refused("TEXT-102", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void bytesThatAreNoTextInTheNamedEncoding() {
        RowTerms utf8 = new RowTerms("UTF-8", RowTerms.AUTO, 0, false);
        assertEquals(
                2,
                refused("TEXT-104", "a\nñ\n".getBytes(StandardCharsets.ISO_8859_1), utf8)
                        .where()
                        .line());
        refused("TEXT-104", new byte[] {'a', '\n', (byte) 0x81, '\n'});
        refused("TEXT-104", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 0x00, (byte) 0xd8, 'b', 0});
        refused("TEXT-104", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xc3});
    }

    @Test
    void unknownTerms() {
        refused("TEXT-103", bytes("a\n1\n"), new RowTerms("UTF-99", RowTerms.AUTO, 0, false));
        refused("TEXT-103", bytes("a\n1\n"), new RowTerms("not a name!", RowTerms.AUTO, 0, false));
        refused("TEXT-105", bytes("a\n1\n"), new RowTerms(RowTerms.AUTO, ":", 0, false));
    }

    @Test
    void nothingToRead() {
        refused("TEXT-106", new byte[0]);
        refused("TEXT-106", bytes("\n\n  \n,,,\n"));
        refused("TEXT-106", bytes("a\n1\n"), new RowTerms(RowTerms.AUTO, RowTerms.AUTO, 2, false));
        refused("TEXT-106", new Xlsx().sheet("").bytes());
    }

    @Test
    void aRowOfAnotherLengthThanTheHeader() {
        Problem problem = refused("TEXT-107", bytes("a,b,c\n1,2,3\n4,5\n"));
        assertEquals("file.csv:3", problem.where().toString());
        assertTrue(problem.sentence().en().contains("2 fields")
                && problem.sentence().en().contains("has 3"));
        assertTrue(problem.sentence().es().contains("2 campos"));
        refused("TEXT-107", bytes("a,b,c\n1,2,3,4\n"));
    }

    @Test
    void limits() {
        refused("TEXT-108", bytes("a" + ",a".repeat(5000) + "\n"));
        refused("TEXT-109", bytes("a\n" + "x".repeat(10_001) + "\n"));
        assertEquals(
                2,
                refused("TEXT-109", bytes("a\n\"" + "x\n".repeat(10_000) + "\"\n"))
                        .where()
                        .line());
    }

    @Test
    void quotesThatDoNotClose() {
        assertEquals(2, refused("TEXT-110", bytes("a,b\n1,\"2\n3,4\n")).where().line());
        assertEquals(
                3, refused("TEXT-110", bytes("a,b\n1,2\n3,\"4\"5\n")).where().line());
        RefusedException long_ = assertThrows(
                RefusedException.class, () -> read(bytes("a,b\n1,\"" + "2,3\n".repeat(8_000_000)), RowTerms.PLAIN));
        assertTrue(
                long_.problem().code().matches("TEXT-109|TEXT-110"),
                long_.problem().code());
    }

    @Test
    void columnsThatAreNotThereOrTwice() {
        RowFile file = RowFile.open("f", bytes("a,b,b\n1,2,3\n"), RowTerms.PLAIN);
        Problem missing =
                assertThrows(RefusedException.class, () -> file.column("c")).problem();
        assertEquals("TEXT-111", missing.code());
        assertTrue(missing.sentence().en().contains("a, b, b"));
        assertEquals(
                "TEXT-112",
                assertThrows(RefusedException.class, () -> file.column("b"))
                        .problem()
                        .code());
    }

    @Test
    void aCellThatIsNoneNamesFileLineColumnAndText() {
        RowFile file = RowFile.open(
                "f.csv",
                bytes("a,votos\n1,12\n2,\"12 votos y muchas, muchas palabras más todavía\"\n"),
                RowTerms.PLAIN);
        Problem problem = assertThrows(RefusedException.class, () -> file.rows(row -> row.cell(1)))
                .problem();
        assertEquals("f.csv:3 [votos]", problem.where().toString());
        assertEquals("TEXT-113", problem.code());
        assertTrue(
                problem.sentence().en().startsWith("'12 votos y muchas, muchas palabras más t...'"),
                problem.sentence().en());
    }

    @Test
    void codesThatCanNotBePadded() {
        for (String text : new String[] {"1234", "x1", "", "-1", "1.5"}) {
            RowFile file = RowFile.open("f", bytes("a,b\n" + text + ",1\n"), RowTerms.PLAIN);
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> file.rows(row -> row.copyCode(0, 3, new byte[Row.CODE_BYTES_MOST], 0)));
            assertEquals("TEXT-116", refused.problem().code(), text);
        }
        RowFile file = RowFile.open("f", bytes("a\n" + "x".repeat(201) + "\n"), RowTerms.PLAIN);
        RefusedException refused = assertThrows(
                RefusedException.class, () -> file.rows(row -> row.copyCode(0, 0, new byte[Row.CODE_BYTES_MOST], 0)));
        assertEquals("TEXT-117", refused.problem().code());
    }

    private static void assertKind(String name, String latin) {
        byte[] bytes = latin.startsWith("\ufeff")
                ? latin.getBytes(StandardCharsets.UTF_8)
                : latin.getBytes(StandardCharsets.ISO_8859_1);
        assertKind(name, bytes);
    }

    private static void assertKind(String name, byte[] bytes) {
        Problem problem = refused("TEXT-101", bytes);
        assertTrue(problem.sentence().en().contains(name), problem.sentence().en());
        assertTrue(problem.sentence().es().contains(name), problem.sentence().es());
    }

    private static Problem refused(String code, byte[] bytes) {
        return refused(code, bytes, RowTerms.PLAIN);
    }

    private static Problem refused(String code, byte[] bytes, RowTerms terms) {
        Problem problem =
                assertThrows(RefusedException.class, () -> read(bytes, terms)).problem();
        assertEquals(code, problem.code(), problem.line("en"));
        assertEquals("file.csv", problem.where().file());
        return problem;
    }

    private static void read(byte[] bytes, RowTerms terms) {
        RowFile.open("file.csv", bytes, terms).rows(_ -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
