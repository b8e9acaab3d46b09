package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.FigureCheck;
import org.cotejo.bounds.Judgement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.bulletin.Percentage;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.reconcile.StationState;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ES = Words.of(Language.ES);
    private static final Words EN = Words.of(Language.EN);

    /** A key in quotes, wherever a text is asked for by its whole key. */
    private static final Pattern KEY = Pattern.compile("(?:say|count)\\(\\s*\"([a-zA-Z0-9._]+)\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(new TreeSet<>(EN.keys()), new TreeSet<>(ES.keys()));
    }

    @Test
    void bothLanguagesHaveTheSamePlacesForValues() {
        for (String key : EN.keys()) {
            // The one of a pair may leave its number out: "one station".
            if (!key.endsWith(".one")) {
                assertEquals(places(EN.say(key)), places(ES.say(key)), key);
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("[{][0-9]+[}]").matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    /** Signs, bare patterns and words that are the same in both. */
    @Test
    void noTextIsLeftInTheOtherLanguage() {
        Set<String> same = new TreeSet<>();
        EN.keys().stream()
                .filter(key -> EN.say(key).equals(ES.say(key)))
                .filter(key -> EN.say(key)
                                .replaceAll("[{][0-9][}]", "")
                                .codePoints()
                                .filter(Character::isLetter)
                                .count()
                        > 2)
                .forEach(same::add);
        assertEquals(Set.of(), same);
    }

    @Test
    void everyKeyThatPagesAskForIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : sources()) {
            Matcher matcher = KEY.matcher(Files.readString(source));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (!key.endsWith(".") && !EN.has(key) && !(EN.has(key + ".one") && EN.has(key + ".many"))) {
                    missing.add(source.getFileName() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<Path> sources() throws IOException {
        Path main = Path.of(System.getProperty("cotejo.root"), "site", "src", "main");
        try (Stream<Path> all = Files.walk(main)) {
            return all.filter(path -> path.toString().matches(".*[.](java|jte)"))
                    .toList();
        }
    }

    @Test
    void everyNumberHasATextForOneAndForMany() {
        for (String key : EN.keys()) {
            if (key.endsWith(".one")) {
                assertTrue(EN.has(key.substring(0, key.length() - 3) + "many"), key);
            }
        }
    }

    @Test
    void everyAlternativeOfTheWorldHasAWord() {
        all("denial.", Denial.Kind.values());
        all("form.", Denial.Form.values());
        all("incident.", Incident.Kind.values());
        all("item.", CustodyEvent.Item.values());
        all("step.", CustodyEvent.Step.values());
        all("correction.", Correction.Reason.values());
        all("retraction.", Retraction.Reason.values());
        all("commitment.", Commitment.Kind.values());
        all("role.", SignatureSlot.Role.values());
        all("signature.", SignatureSlot.State.values());
        all("decision.", Decision.Kind.values());
        all("audit.", AuditDue.State.values());
        all("provenance.", Provenance.values());
        all("source.", Source.Kind.values());
        all("coverage.base.", Coverage.Base.values());
        all("coverage.rounding.", Coverage.Rounding.values());
        all("figure.", Figure.Count.values());
        all("reach.", FigureCheck.Reach.values());
        all("way.", StationFigures.Way.TRANSMITTED, StationFigures.Way.BY_HAND);
        for (StationState state : StationState.values()) {
            key("state." + state.key());
            key("state." + state.key() + ".few");
            key("state." + state.key() + ".sign");
        }
        for (Judgement.Verdict verdict : Judgement.Verdict.values()) {
            key("judged." + verdict.key());
        }
        for (Bounds.CanFlip canFlip : Bounds.CanFlip.values()) {
            key("flip." + canFlip.key());
        }
        FindingRow.order()
                .forEach(weight -> key("weight." + weight.name().toLowerCase(java.util.Locale.ROOT) + ".text"));
    }

    private static void all(String prefix, Enum<?>... values) {
        for (Enum<?> value : values) {
            key(prefix + value.name());
        }
    }

    private static void key(String key) {
        assertTrue(EN.has(key), key);
        assertTrue(ES.has(key), key);
    }

    @Test
    void whereverAStatisticAccusesItSaysThatItIsAHint() {
        assertTrue(EN.say("reason.rounding.text").contains("A hint, not proof"));
        assertTrue(ES.say("reason.rounding.text").contains("Un indicio, no una prueba"));
        assertEquals("a hint, not proof", EN.say("hint"));
        assertEquals("un indicio, no una prueba", ES.say("hint"));
    }

    @Test
    void numbersAreGroupedAsEachLanguageDoes() {
        assertEquals("1,234,567", EN.number(1_234_567));
        assertEquals("1.234.567", ES.number(1_234_567));
        assertEquals("999", EN.number(999));
        assertEquals("1,000", EN.number(1_000));
        assertEquals("−12.345", ES.number(-12_345));
        assertEquals("0", ES.number(0));
        assertEquals("9,223,372,036,854,775,807", EN.number(Long.MAX_VALUE));
    }

    @Test
    void sharesAreRoundedHalfUpAndNeverMadeUp() {
        assertEquals("66.67%", EN.share(2, 3));
        assertEquals("66,67\u00a0%", ES.share(2, 3));
        assertEquals("0.01%", EN.share(1, 20_000));
        assertEquals("100.00%", EN.share(7, 7));
        assertEquals(Words.NONE, EN.share(0, 0));
        assertEquals("51,20\u00a0%", ES.printed(Percentage.of("51.20")));
    }

    @Test
    void chancesAreGivenBothWays() {
        Fraction chance = Fraction.of(1, 33_726_311);
        assertEquals("2.97e-8", EN.tiny(chance));
        assertEquals("2,97e-8", ES.tiny(chance));
        assertEquals("33.726.311", ES.oneIn(chance));
    }

    @Test
    void daysAndMomentsAreWrittenInFull() {
        assertEquals("28 July 2024", EN.day(LocalDate.of(2024, 7, 28)));
        assertEquals("28 de julio de 2024", ES.day(LocalDate.of(2024, 7, 28)));
        assertEquals("29 July 2024, 04:05 UTC", EN.moment(Instant.parse("2024-07-29T04:05:09Z")));
    }

    @Test
    void valuesAreFilledInOnceAndAsTheyAre() {
        assertEquals("{1} (3 candidates)", EN.say("subject.group", "{1}", 3));
        assertEquals("1,5", ES.decimal(new BigDecimal("1.5")));
        assertEquals("Of 1,200 stations, the sheets of 7 are known.", EN.count("place.known", 1_200, 7));
        assertEquals("One station; sheets known: 1.", EN.count("place.known", 1, 1));
    }
}
