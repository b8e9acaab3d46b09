package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.definition.PlaceTree;
import org.junit.jupiter.api.Test;

class PlacePageTest {
    private static final Words ES = Words.of(Language.ES);

    private static Race race(PaperCountry country) {
        return new Election(country.input()).races().getFirst();
    }

    private static PlacePage page(Race race, int place) {
        return PlacePage.of(PlaceContent.plan(race, place).getFirst().make(), ES);
    }

    @Test
    void theWayDownLeadsFromTheCountry() {
        PlacePage parish = page(race(new PaperCountry(60)), 3);
        assertEquals(
                List.of("Todo el país", "Estado 1", "Municipio 1"),
                parish.around().stream().map(Page.Link::text).toList());
        assertEquals("Parroquia", parish.level());
        assertEquals("Parroquia Ñandú 1", parish.page().title());
        assertEquals(
                "Las actas de Parroquia Ñandú 1, Municipio 1, Estado 1.",
                parish.page().description());
    }

    @Test
    void thePlaceSaysWhoIsAheadThere() {
        Race race = race(new PaperCountry(60).honest());
        long lead = race.election()
                        .reconciliation()
                        .place(0, 3)
                        .totals()
                        .candidate(0)
                        .orElseThrow()
                - race.election()
                        .reconciliation()
                        .place(0, 3)
                        .totals()
                        .candidate(1)
                        .orElseThrow();
        assertEquals(
                "De 20 mesas se conocen las actas de 20. En ellas Ana Rojas aventaja a Bruno Medina por "
                        + ES.number(lead)
                        + " votos.",
                page(race, 3).sentence());
    }

    @Test
    void nobodyIsAheadInAPlaceByNamesThatVotersWrote() {
        String sentence =
                page(race(new PaperCountry(60).honest().namesFirst()), 3).sentence();
        assertTrue(sentence.contains("los nombres que escribieron los electores (Ana Rojas) suman"), sentence);
    }

    @Test
    void anElectionWithoutPlacesHasAPageForItsStations() {
        Race race = race(new PaperCountry(40).flat());
        PlacePage country = page(race, PlaceTree.COUNTRY);
        assertEquals(40, country.content().cards().size());
        assertTrue(country.content().rows().isEmpty());
    }

    @Test
    void veryManyStationsStandOnSeveralPagesEachOnce() {
        Race race = race(new PaperCountry(901).flat().copies(1));
        List<PlaceContent> pages = PlaceContent.plan(race, PlaceTree.COUNTRY).stream()
                .map(PlaceContent.PlacePlan::make)
                .toList();
        assertEquals(5, pages.size());
        assertEquals(4, pages.getFirst().parts().size());
        List<String> codes = new ArrayList<>();
        pages.forEach(page -> page.cards().forEach(card -> codes.add(card.code())));
        assertEquals(901, codes.size());
        assertEquals(901, new HashSet<>(codes).size());
        assertEquals(
                Set.of(300, 1),
                Set.copyOf(
                        pages.stream().skip(1).map(page -> page.cards().size()).toList()));
        assertEquals("000301", pages.getFirst().parts().get(1).first());
    }

    @Test
    void theAddressOfAStationIsItsPageAndAnchor() {
        Race race = race(new PaperCountry(901).flat().copies(0).codes("a\"b"));
        assertEquals("c1/p0-4.html#m-a%22b000901", Address.station(race, 900));
        assertEquals("c1/p0-1.html#m-a%22b000001", Address.station(race, 0));
    }

    @Test
    void differencesAreToldInWordsWithWhoSaysWhat() {
        Race race = race(new PaperCountry(60).copies(5).published());
        StationCard card =
                new StationCard(race, race.election().reconciliation().station(0, 5));
        assertEquals(List.of("Ana Rojas: 213 (5 copias y filas) ≠ 223 (Red de Observación)"), card.differences(ES));
        StationCard agreed =
                new StationCard(race, race.election().reconciliation().station(0, 0));
        assertEquals(List.of(), agreed.differences(ES));
    }

    @Test
    void whatIsOnRecordIsSaidInWords() {
        Race race = race(new PaperCountry(60).copies(5));
        assertEquals(
                List.of(
                        "Copia del acta negada a: Alianza Cívica; declaración: jurada, 28 de julio de 2031, 22:00 UTC.",
                        "Intimidación; informado por Red de Observación, 28 de julio de 2031, 22:00 UTC."),
                new RecordLines(race.election(), 4).lines(ES));
        RecordLines.Signatures copy =
                new RecordLines(race.election(), 5).signatures(ES).getFirst();
        assertEquals("Alianza Cívica", copy.holder());
        assertEquals(
                List.of(
                        "Presidencia de la mesa firmó",
                        "Miembro de mesa ausente",
                        "Testigo de parte (Gobierno) se negó"),
                copy.places().stream()
                        .map(place -> place.role() + " " + place.state())
                        .toList());
    }
}
