package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.cotejo.audit.plot.Chart;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes.Grade;
import org.junit.jupiter.api.Test;

class LeadChartTest {
    private static final Words EN = Words.of(Language.EN);

    private static Race race(PaperCountry country) {
        return new Election(country.input()).races().getFirst();
    }

    private static LeadChart first(Race race) {
        return LeadChart.of(race, Grade.SHEETS_UNKNOWN, EN);
    }

    @Test
    void theLongerBarIsFullAndTheOtherInProportion() {
        Race race = race(new PaperCountry(480));
        LeadChart chart = first(race);
        long lead = race.bounds().lead();
        long most = Objects.requireNonNull(race.bounds().missingRegisteredAtMost());
        assertEquals(1000, Math.max(chart.leadLength(), chart.missingLength()));
        assertEquals(lead * 1000 / Math.max(lead, most), chart.leadLength());
        assertEquals(most * 1000 / Math.max(lead, most), chart.missingLength());
    }

    @Test
    void whatFollowsIsSaidWithNamesAndNotWithCodes() {
        Race race = race(new PaperCountry(480));
        assertTrue(first(race).sentence().contains("Ana Rojas"), first(race)::sentence);
        assertFalse(first(race).sentence().contains("AR"), first(race)::sentence);
    }

    @Test
    void nothingMissingIsSaid() {
        LeadChart chart = first(race(new PaperCountry(60).honest()));
        assertTrue(chart.sentence().startsWith("No sheet is missing: Ana Rojas is ahead by "), chart::sentence);
    }

    @Test
    void withoutARegisterTheMostIsNotANumber() {
        Race race = race(new PaperCountry(60).withoutRegister());
        LeadChart chart = first(race);
        assertEquals(Bounds.CanFlip.UNKNOWN, race.bounds().canFlip());
        assertFalse(chart.isMissingKnown());
        assertEquals("not known", chart.missingText(EN));
        assertEquals(0, chart.missingLength());
    }

    @Test
    void withoutAnySheetNothingIsExcluded() {
        LeadChart chart = first(race(new PaperCountry(60).copies(0)));
        assertEquals("No station’s sheet is known at this grade, so nothing is excluded.", chart.sentence());
        assertEquals(0, chart.leadLength());
    }

    @Test
    void theTurnoutThatWouldBeNeededIsGiven() {
        Race race = race(new PaperCountry(480));
        assertTrue(
                first(race).facts().stream().anyMatch(fact -> fact.startsWith("For Bruno Medina to pass, ")),
                () -> first(race).facts().toString());
    }

    @Test
    void theCourseOfTheNightEndsAtTheTwoNumbersOfTheBars() {
        Race race = race(new PaperCountry(480));
        for (Grade grade : Grade.values()) {
            LeadChart chart = LeadChart.of(race, grade, EN);
            assertEquals(
                    chart.bounds().lead(), chart.night().moments().getLast().lead());
            assertEquals(
                    chart.bounds().missingRegisteredAtMost(),
                    chart.night().moments().getLast().missing());
            assertEquals(chart.bounds().knownStations(), chart.night().known());
        }
    }

    @Test
    void bothGradesHaveAChartOfTheirOwnOnThePage() {
        Race race = race(new PaperCountry(480));
        Chart strict = LeadChart.of(race, Grade.STRICT, EN).nightChart();
        assertEquals("missing-first-night", first(race).nightChart().id());
        assertEquals("missing-strict-night", strict.id());
        assertTrue(strict.caveat().en().contains("order is that of the entries"), strict.caveat()::en);
    }

    @Test
    void withoutAnySheetThereIsNoCourse() {
        assertFalse(first(race(new PaperCountry(60).copies(0))).hasNight());
        assertFalse(first(race(new PaperCountry(1).copies(1))).hasNight());
    }
}
