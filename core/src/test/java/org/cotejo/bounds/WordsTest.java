package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.cotejo.base.Weight;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static Set<String> places(String text) {
        Matcher matcher = Pattern.compile("\\{[0-9]+}").matcher(text);
        Set<String> places = new TreeSet<>();
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void numbersAreWrittenAsEachLanguageDoes() {
        assertEquals(
                new Sentence("1,566,131 of 76.94 at 80.0 %", "1.566.131 de 76,94 al 80,0 %"),
                Words.say(
                        "{0} of {1} at {2}",
                        "{0} de {1} al {2}", 1_566_131L, new BigDecimal("76.94"), Percentage.of("80.0")));
        assertEquals(new Sentence("25,075", "25.075"), Words.say("{0}", "{0}", 25_075));
    }

    @Test
    void aValueIsNeverReadAsAPlace() {
        assertEquals("{1} x", Words.say("{0} {1}", "{0} {1}", "{1}", "x").en());
        assertEquals("a { b", Words.say("a { b", "a { b").en());
    }

    @Test
    void everySubjectHasWords() {
        for (Figure.Count count : Figure.Count.values()) {
            assertFalse(Words.votes(new Subject.OfCount(count)).es().isBlank());
        }
        assertEquals(
                "votos de «otros»",
                Words.votes(new Subject.OfGroup("otros", List.of(new CandidateId("A"))))
                        .es());
        assertEquals(
                "votes for A",
                Words.votes(new Subject.OfCandidate(new CandidateId("A"))).en());
    }

    @Test
    void everyFindingSaysTheSameInBothLanguages() {
        assertEquals(
                AnnouncementFinding.values().length,
                Stream.of(AnnouncementFinding.values())
                        .map(AnnouncementFinding::code)
                        .distinct()
                        .count());
        for (AnnouncementFinding finding : AnnouncementFinding.values()) {
            assertTrue(finding.code().matches("ANN-3(0[6-9]|1[0-9])"), finding.code());
            assertEquals(
                    places(finding.sentence().en()), places(finding.sentence().es()), finding.code());
            assertTrue(finding.sentence().en().contains("{0}"), finding.code());
            assertTrue(places(finding.innocent().en()).isEmpty(), finding.code());
        }
    }

    @Test
    void aHintSaysThatItIsOneAndNobodyIsAccused() {
        Sentence hint = AnnouncementFinding.COMPUTED_FROM_PERCENTAGES.sentence();
        assertEquals(Weight.HINT, AnnouncementFinding.COMPUTED_FROM_PERCENTAGES.weight());
        assertTrue(hint.en().contains("the votes were computed from the percentages"));
        assertTrue(hint.en().contains("A hint, not proof."));
        assertTrue(hint.es().contains("Un indicio, no una prueba."));
        Arrays.stream(AnnouncementFinding.values())
                .flatMap(finding -> Stream.of(finding.sentence(), finding.innocent()))
                .map(sentence -> (sentence.en() + sentence.es()).toLowerCase(Locale.ROOT))
                .forEach(text -> assertFalse(text.contains("fraud"), text));
    }
}
