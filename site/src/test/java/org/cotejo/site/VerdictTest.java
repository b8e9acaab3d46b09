package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

/** The one sentence, for every case that it can be. */
class VerdictTest {
    private static final Words EN = Words.of(Language.EN);
    private static final Words ES = Words.of(Language.ES);

    private static Race race(PaperCountry country) {
        return new Election(country.input()).races().getFirst();
    }

    private static Verdict of(PaperCountry country) {
        return Verdict.of(race(country), EN);
    }

    /** The sums of what the sheets of an honest country say. */
    private static long[] sums(int stations) {
        long[] sums = new long[4];
        for (int station = 0; station < stations; station++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += PaperCountry.truth(0, station)[i];
            }
        }
        return sums;
    }

    @Test
    void anImpossibleAnnouncementComesFirst() {
        Verdict verdict = of(new PaperCountry(240).published().announcement(PaperBulletins.bulletin(240 * 330L)));
        assertEquals(Verdict.Tone.REFUTED, verdict.tone());
        assertTrue(verdict.sentence().startsWith("The announced result can’t be true if these "), verdict::sentence);
    }

    @Test
    void aContradictedAnnouncementSaysAtHowManyStations() {
        Race race =
                race(new PaperCountry(240).published().announcement(PaperBulletins.full(60_000, 30_000, 4_000, 1_500)));
        Verdict verdict = Verdict.of(race, EN);
        assertEquals(Verdict.Tone.REFUTED, verdict.tone());
        assertTrue(verdict.label().matches("Impossible|Contradicted"), verdict::label);
    }

    @Test
    void contradictedStationsAloneAreSaid() {
        Race race = race(new PaperCountry(240).published());
        Verdict verdict = Verdict.of(race, EN);
        int contradicted = race.count(StationState.CONTRADICTED);
        int compared = contradicted + race.count(StationState.CONFIRMED);
        assertTrue(
                verdict.sentence()
                        .startsWith("At " + contradicted + " of the " + compared + " stations that can be compared"),
                verdict::sentence);
        assertEquals(Verdict.Tone.REFUTED, verdict.tone());
    }

    @Test
    void aTrueAnnouncementIsBorneOut() {
        Verdict verdict = of(new PaperCountry(120).honest().published().announcement(PaperBulletins.full(sums(120))));
        assertEquals(
                "The announced result equals the tally sheets of all 120 stations: the sheets of all stations show"
                        + " Ana Rojas ahead of Bruno Medina by "
                        + EN.number(sums(120)[0] - sums(120)[1])
                        + " votes.",
                verdict.sentence());
        assertEquals(Verdict.Tone.BORNE_OUT, verdict.tone());
    }

    @Test
    void nobodyIsSaidToLeadByNamesThatVotersWrote() {
        PaperCountry country = new PaperCountry(120).honest().namesFirst();
        String lead = EN.number(sums(120)[0] - sums(120)[1]);
        String sentence = of(country).sentence();
        assertTrue(
                sentence.contains("more votes for names that voters wrote (Ana Rojas) than for any candidate, " + lead
                        + " more than for Bruno Medina"),
                sentence);
        Race race = race(country);
        assertTrue(Verdict.of(race, ES).sentence().contains("de quién son se cuenta a mano"));
        List<String> titles = Reason.of(race, EN).stream().map(Reason::title).toList();
        assertTrue(titles.contains("Names are not counted yet"), titles::toString);
    }

    @Test
    void anAnnouncementWithoutStationResultsCanNotBeChecked() {
        Verdict verdict = of(new PaperCountry(120).honest().copies(1).announcement(PaperBulletins.full(sums(120))));
        assertTrue(
                verdict.sentence().startsWith("The announced result can’t be checked, since nobody published"),
                verdict::sentence);
        assertEquals(Verdict.Tone.OPEN, verdict.tone());
    }

    @Test
    void honestStationResultsAreEqual() {
        Verdict verdict = of(new PaperCountry(120).honest().published());
        assertTrue(verdict.sentence().startsWith("At all 120 stations that can be compared"), verdict::sentence);
    }

    @Test
    void stationResultsWithNothingToCompareAreNoEvidence() {
        Verdict verdict = of(new PaperCountry(120).honest().copies(0).published());
        assertTrue(verdict.sentence().endsWith("there is no copy of a sheet that counts."), verdict::sentence);
        assertEquals(Verdict.Tone.OPEN, verdict.tone());
    }

    @Test
    void withoutAnyAnnouncementItSaysSo() {
        Verdict verdict = of(new PaperCountry(240));
        assertTrue(verdict.sentence().startsWith("No result of any station was published: "), verdict::sentence);
    }

    @Test
    void withoutARegisterNobodyKnowsHowMuchIsMissing() {
        Race race = race(new PaperCountry(240).withoutRegister());
        assertTrue(
                Verdict.of(race, EN).sentence().endsWith("and how many votes are missing can’t be computed."),
                () -> Verdict.of(race, EN).sentence());
        assertTrue(Verdict.of(race, ES).sentence().endsWith("y no se puede calcular cuántos votos faltan."));
    }

    @Test
    void atMostThreeReasonsAndTheStrongestFirst() {
        Race race = race(new PaperCountry(480).published().announcement(PaperBulletins.bulletin(480 * 330L)));
        List<Reason> reasons = Reason.of(race, EN);
        assertEquals(3, reasons.size());
        assertEquals("1 of 1", reasons.get(0).figure());
        assertEquals("stations contradicted", reasons.get(1).title());
    }

    @Test
    void bothLanguagesGiveTheSameNumbers() {
        Race race = race(new PaperCountry(480).published());
        assertEquals(
                digits(Verdict.of(race, EN).sentence().replace(",", "")),
                digits(Verdict.of(race, ES).sentence().replace(".", "")));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]+", " ").strip();
    }
}
