package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTableTest {
    private static final Words EN = Words.of(Language.EN);

    private static ShareTable of(PaperCountry country) {
        return new ShareTable(new Election(country.input()).races().getFirst(), EN);
    }

    private static List<String> names(ShareTable table) {
        return table.first().stream().map(ShareTable.Row::name).toList();
    }

    @Test
    void candidatesStandByVotesAndGroupsBelow() {
        ShareTable table = of(new PaperCountry(60).announcement(PaperBulletins.bulletin(20_000)));
        assertEquals(
                List.of("Ana Rojas", "Bruno Medina", "Carla Prieto", "Diego Salas", "others (2 candidates)"),
                names(table));
        assertEquals(
                List.of("a", "b", "o", "o", "o"),
                table.first().stream().map(ShareTable.Row::style).toList());
        assertTrue(table.rest().isEmpty());
    }

    @Test
    void aFigureThatIsNotAnnouncedHasNoBarAndNoShare() {
        ShareTable table = of(new PaperCountry(60).announcement(PaperBulletins.bulletin(20_000)));
        ShareTable.Row third = table.first().get(2);
        assertTrue(third.announced().getFirst().isNothing());
        assertEquals(1, third.bars().size());
        ShareTable.Row first = table.first().getFirst();
        assertEquals("44.2%", first.announced().getFirst().share());
        assertEquals("8,840", first.announced().getFirst().votes());
        assertEquals(442, first.bars().getLast().length());
    }

    @Test
    void announcedStationResultsAreAColumnOfTheirOwn() {
        ShareTable table = of(new PaperCountry(60).honest().published());
        assertEquals("Station results as announced", table.columns().getFirst().title());
        table.first().forEach(row -> assertEquals(row.sheets(), row.announced().getFirst()));
    }

    @Test
    void sharesOfCountsAloneAreOfTheCountsTogether() {
        ShareTable table = of(new PaperCountry(60).announcement(PaperBulletins.full(500, 300, 150, 50)));
        assertEquals("50.00%", table.first().getFirst().announced().getFirst().share());
    }

    @Test
    void theSharesOfTheSheetsAddUp() {
        ShareTable table = of(new PaperCountry(60));
        int sum = table.first().stream().mapToInt(row -> row.sheets().length()).sum();
        assertTrue(sum > 996 && sum <= 1000, () -> "lengths add up to " + sum);
    }
}
