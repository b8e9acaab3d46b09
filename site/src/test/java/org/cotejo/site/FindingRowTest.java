package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Weight;
import org.junit.jupiter.api.Test;

class FindingRowTest {
    private static final Words EN = Words.of(Language.EN);

    private static Election election(PaperCountry country) {
        return new Election(country.input());
    }

    @Test
    void everyCodeIsThereOnceAndHasBothLanguages() {
        List<FindingRow> all = FindingRow.all(election(new PaperCountry(10)));
        assertEquals(
                all.size(), new HashSet<>(all.stream().map(FindingRow::code).toList()).size());
        for (FindingRow row : all) {
            assertFalse(row.pattern(EN).contains("{"), row.code());
            assertFalse(row.innocent(Words.of(Language.ES)).isBlank(), row.code());
        }
    }

    @Test
    void countsAreThoseOfTheReconciliationAndOfTheJudgements() {
        Election election =
                election(new PaperCountry(240).copies(4).published().announcement(PaperBulletins.bulletin(240 * 330L)));
        Map<String, Long> counts = election.reconciliation().findingCounts();
        long judged =
                election.races().getFirst().judgements().getFirst().findings().size();
        long sum = 0;
        for (FindingRow row : FindingRow.all(election)) {
            sum += row.count();
            if (!row.code().startsWith("ANN-3")) {
                assertEquals(counts.getOrDefault(row.code(), 0L), row.count(), row.code());
            }
        }
        assertEquals(counts.values().stream().mapToLong(Long::longValue).sum() + judged, sum);
    }

    @Test
    void whatWeighsMostComesFirst() {
        List<Weight> weights = FindingRow.all(election(new PaperCountry(10))).stream()
                .map(FindingRow::weight)
                .distinct()
                .toList();
        assertEquals(FindingRow.order(), weights);
    }

    @Test
    void aContestShowsOnlyItsOwnFindings() {
        Election election = election(new PaperCountry(240).contests(2).published());
        long first = sum(election.races().get(0));
        long second = sum(election.races().get(1));
        assertTrue(first > 0 && second > 0);
        assertTrue(first + second >= election.reconciliation().findings().size());
    }

    private static long sum(Race race) {
        return FindingRow.found(race).stream().mapToLong(FindingRow::count).sum();
    }

    @Test
    void aKindFoundOftenIsShownByAnExample() {
        Election election = election(new PaperCountry(240).published());
        FindingRow row = FindingRow.found(election.races().getFirst()).stream()
                .filter(found -> found.code().equals("ANN-301"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.sentence(EN).startsWith("For example: The announced result differs"), row.sentence(EN));
        assertTrue(row.examples().size() <= FindingRow.EXAMPLES);
    }
}
