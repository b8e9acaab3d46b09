package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Results, problems, places and sentences. */
class WordsOfEveryRoomTest {
    private static final Problem PROBLEM =
            new Problem("SHEET-204", Where.field("votes"), new Sentence("it is not a number", "no es un número"));

    @Test
    void aSentenceCanBeginWithACapitalLetterWhateverItsLetterIs() {
        assertEquals(new Sentence("A total", "Él"), new Sentence("a total", "él").capitalised());
        assertEquals(new Sentence("3 stations", "¿qué?"), new Sentence("3 stations", "¿qué?").capitalised());
        assertEquals(new Sentence("\uD835\uDC1A x", "Y"), new Sentence("\uD835\uDC1A x", "y").capitalised());
    }

    @Test
    void aProblemIsOneLineInEitherLanguage() {
        assertEquals("[votes]: SHEET-204: it is not a number", PROBLEM.line("en"));
        assertEquals(
                "a.csv [votes]: SHEET-204: no es un número", PROBLEM.in("a.csv").line("es"));
    }

    @Test
    void aPlaceSaysFileLineAndField() {
        assertEquals("a.csv:3 [EG]", new Where("a.csv", 3, "EG").toString());
        assertEquals("line 3", new Where("", 3, "").toString());
        assertEquals("", new Where("", 0, "").toString());
        assertThrows(IllegalArgumentException.class, () -> new Where("a.csv", -1, ""));
    }

    @Test
    void aProblemHasAPublicCode() {
        assertThrows(IllegalArgumentException.class, () -> new Problem("sheet", PROBLEM.where(), PROBLEM.sentence()));
    }

    @Test
    void aSentenceNeedsBothLanguages() {
        assertThrows(IllegalArgumentException.class, () -> new Sentence("yes", " "));
        assertThrows(IllegalArgumentException.class, () -> new Sentence("", "sí"));
    }

    @Test
    void aSentenceTakesItsValues() {
        Sentence sentence = new Sentence("{0} of {1}", "de {1}, {0}").with(3, "x");
        assertEquals("3 of x", sentence.in("en"));
        assertEquals("de x, 3", sentence.in("es"));
        assertEquals("3 of x", sentence.in("fr"));
    }

    /** A station's code may be any characters; a finding about it must still say the right thing. */
    @Test
    void aValueThatLooksLikeAPlaceForAnotherIsLeftAsItIs() {
        assertEquals(
                "{1} of x",
                new Sentence("{0} of {1}", "{0} de {1}").with("{1}", "x").en());
    }

    @Test
    void aResultGoesOnOrStops() {
        Result<Integer> three = Result.ok(3);
        assertEquals(Result.ok(4), three.then(n -> Result.ok(n + 1)));
        Result<Integer> refused = Result.refused(PROBLEM);
        assertEquals(Result.refused(PROBLEM), refused.then(n -> Result.ok(n + 1)));
        assertEquals(3, three.orThrow());
        RefusedException thrown = assertThrows(RefusedException.class, refused::orThrow);
        assertEquals(PROBLEM, thrown.problem());
        assertEquals("[votes]: SHEET-204: it is not a number", thrown.getMessage());
    }

    @Test
    void aProgrammersMistakeIsToldWithItsValues() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Check.that(false, "%d votes of %s", -1, "A"));
        assertEquals("-1 votes of A", thrown.getMessage());
        assertEquals(2, Check.index(2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> Check.index(3, 3));
    }
}
