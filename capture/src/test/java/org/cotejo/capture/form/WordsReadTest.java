package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.NumberWords;
import org.junit.jupiter.api.Test;

/** Numbers in words, as print is read: letters, blanks and commas get lost or changed. */
class WordsReadTest {
    private static final List<String> WORDS =
            List.of("Cero", "Uno", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete", "Ocho", "Nueve");

    private static String digits(int number) {
        List<String> words = new ArrayList<>();
        for (char digit : "%04d".formatted(number).toCharArray()) {
            words.add(WORDS.get(digit - '0'));
        }
        return String.join(", ", words);
    }

    @Property(tries = 300)
    void fourWordsReadBackWithoutTheirBlanksAndCommas(@ForAll @IntRange(max = 9999) int number) {
        assertEquals(OptionalInt.of(number), DigitWords.read(digits(number)));
        assertEquals(OptionalInt.of(number), DigitWords.read(digits(number).replace(", ", "")));
        assertTrue(DigitWords.isLike(digits(number)));
    }

    @Property(tries = 500)
    void aLetterThatWasMisreadChangesNoNumber(@ForAll @IntRange(max = 9999) int number, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder words = new StringBuilder(digits(number));
        words.setCharAt(random.nextInt(words.length()), (char) ('a' + random.nextInt(26)));
        OptionalInt read = DigitWords.read(words.toString());
        assertTrue(read.isEmpty() || read.getAsInt() == number, words + " read as " + read);
    }

    @Test
    void whatIsNearToTwoNumbersOrFarFromAllIsNone() {
        for (String line :
                List.of("", "Cero, Cero", "xxxx, yyyy, zzzz, wwww", "Votos validos", "Cero,Cero,Cero,os o no")) {
            assertEquals(OptionalInt.empty(), DigitWords.read(line), line);
        }
        assertFalse(DigitWords.isLike("Miembros de la mesa electoral"));
        assertFalse(DigitWords.isLike("ANTONIO ECARRI"));
    }

    @Test
    void everyNumberReadsBackInEveryLanguageOfLatinLetters() {
        for (Language language : Language.values()) {
            if (language.isRightToLeft()) {
                continue;
            }
            NumberWords said = NumberWords.of(language);
            NumbersInWords read = new NumbersInWords(language);
            for (int number = 0; number <= 9999; number++) {
                String words = said.say(number);
                assertEquals(OptionalInt.of(number), read.read(words.replace(" ", "")), words);
            }
        }
    }

    @Test
    void aLetterLostDoesNotMakeAnotherNumberWhereItCouldBeTwo() {
        NumbersInWords spanish = new NumbersInWords(Language.SPANISH);
        assertEquals(OptionalInt.of(142), spanish.read("ciento cuarenta y dcs"));
        // Sixty and seventy differ in this letter alone.
        assertEquals(OptionalInt.empty(), spanish.read("seenta y uno"));
        assertEquals(OptionalInt.of(71), spanish.read("setenta y uno"));
        assertEquals(OptionalInt.empty(), spanish.read("Electores"));
        assertFalse(spanish.isLike("Votos nulos"));
        assertFalse(spanish.isLike("12"));
        assertTrue(spanish.isLike("cero"));
    }

    @Test
    void distancesAreThoseOfLevenshtein() {
        assertEquals(0, Spelling.distance("", ""));
        assertEquals(3, Spelling.distance("", "uno"));
        assertEquals(3, Spelling.distance("kitten", "sitting"));
        assertEquals(1, Spelling.distance("sesenta", "setenta"));
        assertEquals("edmundogonzalez12", Spelling.bare("Edmundo González, 12."));
    }

    @Test
    void aRowIsNamedByItsCodeAndItsPlaceOrByItsNameAndItsPlace() {
        VenezuelaRows rows = new VenezuelaRows();
        assertEquals("voters_machine", rows.name("En la maquina de", ""));
        assertEquals("votes 1", rows.name("PSUV", "269"));
        assertEquals("votes 2", rows.name("PGV", "9"), "the code and the place, whatever the name was read as");
        assertEquals("votes 3", rows.name("TUPAMARO", "93"), "the name and the place, whatever the code was read as");
        assertEquals("votes 5", rows.name("MSV", "1017"), "a row was missed: code and name both say which this is");
        assertEquals("unnamed", rows.name("MEP", "514"), "code and name of two parties, and neither is due");
        assertEquals("unnamed", rows.name("UNTC", ""), "a name alone, and not the one that is due");
        assertEquals("unnamed", rows.name("", ""));
        assertEquals("valid", rows.name("Votosvalidos", ""));
        assertEquals("blank", rows.name("Votos vaclos", ""));
        assertEquals("null", rows.name("Votos nulos", ""));
        assertEquals("total", rows.name("Votos", ""));
    }
}
