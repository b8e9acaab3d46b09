package org.cotejo.station.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever files of texts there are: each language has each text, with the same places. */
class LanguagePacksTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");

    private static Set<String> files() throws IOException, URISyntaxException {
        Path one = Path.of(Words.class.getResource("paper.es.properties").toURI());
        try (Stream<Path> all = Files.list(one.resolveSibling("."))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    @Test
    void eachLanguageHasEachTextOfEachFile() throws IOException, URISyntaxException {
        assertTrue(files().contains("paper"));
        for (String file : files()) {
            Set<String> keys = Words.of(file, Language.SPANISH).keys();
            for (Language language : Language.values()) {
                assertEquals(keys, Words.of(file, language).keys(), file + " in " + language);
            }
        }
    }

    @Test
    void eachTextHasTheSamePlacesInEachLanguageAndIsNotEmpty() throws IOException, URISyntaxException {
        Object[] same = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}"};
        for (String file : files()) {
            Words spanish = Words.of(file, Language.SPANISH);
            for (Language language : Language.values()) {
                Words words = Words.of(file, language);
                for (String key : words.keys()) {
                    assertFalse(words.get(key, same).isBlank(), key + " in " + language);
                    assertEquals(places(spanish.get(key, same)), places(words.get(key, same)), key + " in " + language);
                }
            }
        }
    }

    @Test
    void arabicTextsAreArabicAndOthersAreNot() throws IOException, URISyntaxException {
        for (String file : files()) {
            Words arabic = Words.of(file, Language.ARABIC);
            Words french = Words.of(file, Language.FRENCH);
            Object[] values = new Object[10];
            Arrays.fill(values, "");
            long arabicTexts = arabic.keys().stream()
                    .filter(key -> arabic.get(key, values).codePoints().anyMatch(c -> c >= 0x600 && c < 0x700))
                    .count();
            assertTrue(arabicTexts * 10 >= arabic.keys().size() * 9L, file + ": " + arabicTexts);
            assertTrue(french.keys().stream()
                    .noneMatch(key -> french.get(key, values).codePoints().anyMatch(c -> c >= 0x600 && c < 0x700)));
        }
    }

    @Test
    void placesAreFilledInAsTheValuesAre() {
        Words words = Words.of("paper", Language.ENGLISH);
        assertEquals("Copy 2 of 6", words.get("paper.copy", 2, 6));
        assertEquals("Copy $1 of {0}", words.get("paper.copy", "$1", "{0}"));
    }

    @Test
    void aTextThatIsNotThereOrLacksAValueIsAMistakeOfTheProgram() {
        Words words = Words.of("paper", Language.ENGLISH);
        assertThrows(IllegalArgumentException.class, () -> words.get("paper.nothing"));
        assertThrows(IllegalArgumentException.class, () -> words.get("paper.copy", 2));
        assertThrows(IllegalArgumentException.class, () -> Words.of("nothing", Language.ENGLISH));
    }

    @Test
    void aLanguageIsFoundByItsTagAndItsCountry() {
        assertEquals(Optional.of(Language.SPANISH), Language.of("es-VE"));
        assertEquals(Optional.of(Language.ARABIC), Language.of("ar"));
        assertEquals(Optional.empty(), Language.of("xx"));
        assertEquals(Optional.empty(), Language.of(""));
        assertEquals("340", String.format(Language.ARABIC.locale(), "%d", 340));
    }
}
