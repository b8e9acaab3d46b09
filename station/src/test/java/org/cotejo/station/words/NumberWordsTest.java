package org.cotejo.station.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader gets from the words of a sheet exactly the number that the digits say. */
class NumberWordsTest {
    private static final int NO_STATION_HAS_MORE = 3_000;

    @ParameterizedTest
    @CsvSource({
        "SPANISH, 0, cero",
        "SPANISH, 21, veintiuno",
        "SPANISH, 340, trescientos cuarenta",
        "SPANISH, 1001, mil uno",
        "SPANISH, 999999, novecientos noventa y nueve mil novecientos noventa y nueve",
        "ENGLISH, 512, five hundred twelve",
        "PORTUGUESE, 340, trezentos e quarenta",
        "FRENCH, 91, quatre-vingt-onze",
        "FRENCH, 80, quatre-vingts",
        "ARABIC, 0, صفر",
        "ARABIC, 11, أحد عشر",
        "ARABIC, 340, ثلاثمائة وأربعون",
        "ARABIC, 2000, ألفان",
        "ARABIC, 3100, ثلاثة آلاف ومائة"
    })
    void numbersAreSaidAsPeopleSayThem(Language language, int number, String words) {
        assertEquals(words, NumberWords.of(language).say(number));
        assertEquals(OptionalInt.of(number), NumberWords.of(language).read(words));
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberThatAStationCanHaveIsReadBack(Language language) {
        NumberWords words = NumberWords.of(language);
        for (int number = 0; number <= NO_STATION_HAS_MORE; number++) {
            assertEquals(OptionalInt.of(number), words.read(words.say(number)), words.say(number));
        }
        for (int number : List.of(21_000, 601_006, 88_891_999, 200_000_000, NumberWords.MOST)) {
            assertEquals(OptionalInt.of(number), words.read(words.say(number)), words.say(number));
        }
    }

    @Property(tries = 200)
    void everyOtherNumberToo(@ForAll Language language, @ForAll @IntRange(max = NumberWords.MOST) int number) {
        NumberWords words = NumberWords.of(language);
        assertEquals(OptionalInt.of(number), words.read(words.say(number)), words.say(number));
    }

    @ParameterizedTest
    @EnumSource
    void whatSaysNoNumberIsNotRead(Language language) {
        NumberWords words = NumberWords.of(language);
        for (String no : List.of("", " ", "x", words.say(7) + " x", "7", "-7", words.say(340) + " " + words.say(340))) {
            assertEquals(OptionalInt.empty(), words.read(no), no);
        }
    }

    @Test
    void whatNoCellCanHoldIsAMistakeOfTheProgram() {
        NumberWords words = NumberWords.of(Language.SPANISH);
        assertThrows(IllegalArgumentException.class, () -> words.say(-1));
        assertThrows(IllegalArgumentException.class, () -> words.say(NumberWords.MOST + 1));
    }
}
