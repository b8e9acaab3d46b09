package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.ForensicSettings;
import org.cotejo.audit.forensics.Forensics;
import org.cotejo.audit.forensics.Indicator;
import org.cotejo.audit.forensics.IndicatorResult;
import org.cotejo.audit.forensics.StationFiguresTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsPageTest {
    @TempDir
    private Path folder;

    private static Race race(PaperCountry country) {
        return new Election(country.input()).races().getFirst();
    }

    private String page(PaperCountry country, String language) throws IOException {
        return WrittenSite.text(WrittenSite.of(country, folder.resolve("site")).page(language + "/hints.html"));
    }

    private static int times(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void theWordsStandBesideEveryIndicatorInBothLanguages() throws IOException {
        int shown = Indicator.values().length - 1; // all but the bad test
        assertTrue(times(page(new PaperCountry(300), "en"), "a hint, not proof") >= shown);
        assertTrue(times(page(new PaperCountry(300), "es"), "un indicio, no una prueba") >= shown);
    }

    @Test
    void everyIndicatorComesWithItsNullItsBaseRateAndInnocentCauses() throws IOException {
        String text = page(new PaperCountry(300), "en");
        for (Indicator indicator : Indicator.values()) {
            assertEquals(!indicator.isBadTest(), text.contains(indicator.what().en()), indicator::key);
            assertEquals(
                    !indicator.isBadTest(),
                    text.contains(indicator.nullHypothesis().en()),
                    indicator::key);
            assertEquals(
                    !indicator.isBadTest(), text.contains(indicator.innocent().en()), indicator::key);
        }
        assertEquals(Indicator.values().length - 2, times(text, "% of simulated honest elections have"));
        assertEquals(1, times(text, "not measured"));
    }

    @Test
    void thePageSaysWhatTheCommandWouldSayWithTheSameSeedAndRounds() throws IOException {
        PaperCountry country = new PaperCountry(300);
        Race race = race(country);
        StationFiguresTable figures =
                StationFiguresTable.of(race.election().reconciliation(), race.result(), false, -1);
        ForensicReport report = Forensics.of(figures.table(), ForensicSettings.of(Hints.SEED, Hints.ROUNDS));
        String text = page(country, "en");
        for (IndicatorResult result : report.indicators()) {
            assertTrue(text.contains(result.said().en()), result.said()::en);
        }
        assertTrue(text.contains("cotejo forensics DIR --rounds 1000 --seed 1"));
    }

    @Test
    void whereNoSheetIsKnownTheAnnouncedFiguresAreLookedAtAndThatIsSaid() {
        Hints hints = Hints.of(race(new PaperCountry(120).copies(0).published()));
        assertTrue(hints.figures().isAnnounced());
        assertEquals(120, hints.found().stations());
        Page page = new Page(hints.race().election(), Words.of(Language.EN), Address.HINTS, "", "");
        assertTrue(new HintsPage(page, List.of(hints)).basis(hints).contains("as announced"));
    }

    @Test
    void whereNothingIsKnownNothingIsComputed() throws IOException {
        assertTrue(Hints.of(race(new PaperCountry(30).copies(0))).isEmpty());
        assertTrue(page(new PaperCountry(30).copies(0), "en").contains("there is nothing to compute"));
    }

    @Test
    void withoutARegisterThereIsNoFingerprintAndThatIsSaid() throws IOException {
        String text = page(new PaperCountry(60).withoutRegister(), "es");
        assertTrue(text.contains("Sin padrón por mesa no hay participación"), text);
        assertFalse(text.contains("Participación y proporción de"));
    }

    @Test
    void moreVotesThanVotersAreListedAsNoStatistic() {
        Hints hints = Hints.of(race(new PaperCountry(60).withoutRegister()));
        assertEquals(List.of(), hints.found().hardChecks());
    }

    @Test
    void aLongListSaysHowManyItLeavesOut() {
        Page page = new Page(race(new PaperCountry(60)).election(), Words.of(Language.EN), Address.HINTS, "", "");
        HintsPage hints = new HintsPage(page, List.of());
        assertEquals("", hints.more(java.util.Collections.nCopies(20, 1)));
        assertEquals(
                "One more stands in the output of the command below.",
                hints.more(java.util.Collections.nCopies(21, 1)));
        assertEquals(
                "2 more stand in the output of the command below.", hints.more(java.util.Collections.nCopies(22, 1)));
    }
}
