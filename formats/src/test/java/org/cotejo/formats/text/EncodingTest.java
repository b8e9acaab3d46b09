package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.cotejo.base.RefusedException;
import org.junit.jupiter.api.Test;

/** The characters of a file are those that its writer wrote, or the file is refused. */
class EncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Property
    void whatIsWrittenInUtf8OrUtf16ComesBack(@ForAll @StringLength(max = 40) String text) {
        Assume.that(isPlain(text));
        String sure = "ñ" + text;
        assertDecoded(sure, sure.getBytes(StandardCharsets.UTF_8));
        assertDecoded(sure, ("\ufeff" + sure).getBytes(StandardCharsets.UTF_8));
        assertDecoded(sure, ("\ufeff" + sure).getBytes(StandardCharsets.UTF_16LE));
        assertDecoded(sure, ("\ufeff" + sure).getBytes(StandardCharsets.UTF_16BE));
    }

    @Property
    void spanishInWindowsOrLatin1ComesBack(
            @ForAll
                    @Chars({'ñ', 'Ñ', 'á', 'é', 'í', 'ó', 'ú', 'ü', 'Á', '¿', '¡', 'º', 'ª', '\n', ',', ' '})
                    @CharRange(from = 'a', to = 'z')
                    @StringLength(min = 1, max = 40)
                    String text) {
        // A letter that no UTF-8 text holds by itself, so that the bytes can't be taken for UTF-8.
        String sure = text + " Ñ.";
        assertDecoded(sure, sure.getBytes(WINDOWS));
        assertDecoded(sure, sure.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isPlain(String text) {
        boolean isWhole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        return isWhole && text.chars().allMatch(c -> c >= 0x20 && c != 0x7f || c == '\n' || c == '\t');
    }

    @Test
    void bytesThatAreNearlyUtf8AreNotTakenForIt() {
        // Overlong forms, half a pair of surrogates, beyond the last character, a form cut off: all refused as UTF-8.
        for (String hex :
                new String[] {"c0af", "e08080", "f0808080", "eda080", "f4908080", "f5808080", "c3", "e282", "bf", "ff"
                }) {
            byte[] bytes = HexFormat.of().parseHex("61" + hex + "62");
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> Encoding.of("f", bytes, "UTF-8"), hex);
            assertEquals("TEXT-104", refused.problem().code());
        }
    }

    @Test
    void oneBadByteAnywhereMakesTheWholeFileWindows() {
        assertDecoded("ñÃ±", new byte[] {(byte) 0xf1, (byte) 0xc3, (byte) 0xb1});
        assertDecoded("Ã±ñ.", new byte[] {(byte) 0xc3, (byte) 0xb1, (byte) 0xf1, '.'});
    }

    @Test
    void theReaderGivesWhatDecodingAtOnceGives() throws IOException {
        String text = "Ñuñoa €\n".repeat(5_000);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, WINDOWS}) {
            Encoding encoding = Encoding.of("f", text.getBytes(charset), RowTerms.AUTO);
            StringWriter read = new StringWriter();
            try (Reader reader = encoding.reader()) {
                reader.transferTo(read);
            }
            assertEquals(text, read.toString());
            assertEquals(text, encoding.decoded());
        }
    }

    @Test
    void linesOfRefusalsCountFromOne() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> Encoding.of("f", "a\nb\nc\u0001".getBytes(StandardCharsets.UTF_8), "auto"));
        assertEquals("f:3", refused.problem().where().toString());
        assertEquals("TEXT-102", refused.problem().code());
    }

    @Test
    void tabsAndLineEndsAreNoControlCharacters() {
        assertDecoded("a\tb\r\nc\rd\n", "a\tb\r\nc\rd\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesOfPlainTextFiles() {
        assertEquals(
                java.util.List.of("uno", "", "dos ñ"),
                TextLines.of("f", "\ufeffuno\r\n\ndos ñ\n".getBytes(StandardCharsets.UTF_8)));
        assertThrows(RefusedException.class, () -> TextLines.of("f", new byte[] {'P', 'K', 3, 4}));
        assertThrows(RefusedException.class, () -> TextLines.of("f", "<html>".getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertDecoded(String expected, byte[] bytes) {
        assertEquals(expected, Encoding.of("f", bytes, RowTerms.AUTO).decoded());
    }
}
