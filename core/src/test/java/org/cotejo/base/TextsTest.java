package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule for text in entries. */
class TextsTest {
    @Test
    void whatIsTakenAsComposedIsComposedToItself() {
        for (char first = 0; first < 0x300; first++) {
            assertTrue(Normalizer.isNormalized("" + first, Normalizer.Form.NFC));
            for (char second = 0; second < 0x300; second++) {
                String text = "" + first + second;
                if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                    assertEquals("", text);
                }
            }
        }
        assertEquals("\u00d1", Texts.tidy("N\u0303"));
    }

    @Property(tries = 5_000)
    void tidyingTwiceChangesNothingMore(@ForAll String text) {
        String tidy = Texts.tidy(text);
        assertEquals(tidy, Texts.tidy(tidy));
        assertTrue(Normalizer.isNormalized(tidy, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @CsvSource({
        "'  Caracas  ', Caracas",
        "'a\tb', 'a b'",
        "'San   Juan', 'San Juan'",
        "'Me\u0301rida', Mérida",
        "'', ''",
        "'   ', ''",
        "'a b', 'a b'"
    })
    void aTextFromAFileIsTidied(String text, String expected) {
        assertEquals(expected, Texts.tidy(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ñuñoa", "दिल्ली", "北京", "\ud835\udc9c", "Côte d'Ivoire", "a b", "", "~"})
    void textOfAnyScriptIsClean(String text) {
        assertTrue(Texts.isClean(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "\u001f",
                "a\u007fb",
                "\u0085",
                "\u200b",
                "\u202e",
                "\u2066",
                "\ufeff",
                "\ud835",
                "a\udc9c",
                "\udc9c\ud835",
                "a\nb"
            })
    void controlAndDirectionCharactersAndHalvesOfPairsAreNot(String text) {
        assertFalse(Texts.isClean(text));
    }

    /** Spreadsheets and web pages bring it; two codes that look the same must not be two stations. */
    @Test
    void aNoBreakSpaceIsWhiteSpaceToo() {
        assertEquals("a b", Texts.tidy("\u00a0a\u00a0 \u202fb"));
        assertEquals("a b", Texts.tidy("a\u2003b"));
    }

    @Test
    void otherCharactersThatNobodySeesAreNotClean() {
        assertEquals(
                List.of(),
                Stream.of("\u061c", "\u2060", "\u00ad", "\u180e")
                        .filter(hidden -> Texts.isClean("a" + hidden + "b"))
                        .map(hidden -> Integer.toHexString(hidden.charAt(0)))
                        .toList());
    }
}
