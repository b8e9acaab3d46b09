package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

class CountryPlanTest {
    @Test
    void whatIsAskedForByNameIsPlanned() {
        CountryPlan plan = CountryPlan.asked(100, 3, 7, List.of("one-side-twice", "impossible-total"), false)
                .orThrow();
        assertEquals(new CountryPlan(100, 3, 7, List.of(Lie.IMPOSSIBLE_TOTAL, Lie.ONE_SIDE_TWICE)), plan);
    }

    @Test
    void whatCanNotBePlannedIsRefusedWithTheOption() {
        assertEquals("[--stations]: SIM-101: 0 stations were asked for; 1 to 2000000 were expected", refused(0, 3));
        assertTrue(refused(2_000_001, 3).contains("SIM-101"));
        assertTrue(refused(10, 0).contains("SIM-102"));
        assertTrue(refused(10, 21).contains("SIM-102"));
        assertTrue(refused(23, 3, "one-side-twice").contains("SIM-104"));
        String unknown = refused(100, 3, "no-such-lie");
        assertTrue(unknown.contains("SIM-103") && unknown.contains("opening-report-as-final"), unknown);
    }

    private static String refused(int stations, int copies, String... lies) {
        Result<CountryPlan> asked = CountryPlan.asked(stations, copies, 1, List.of(lies), false);
        return assertThrows(RefusedException.class, asked::orThrow).problem().line("en");
    }

    @Test
    void machinesSignWhereItIsAskedForOrALieIsAboutIt() {
        CountryPlan plain = CountryPlan.asked(100, 3, 7, List.of(), false).orThrow();
        assertFalse(plain.isSigned());
        assertEquals(
                plain.signed(), CountryPlan.asked(100, 3, 7, List.of(), true).orThrow());
        for (Lie lie : Lie.values()) {
            CountryPlan plan =
                    CountryPlan.asked(100, 3, 7, List.of(lie.label()), false).orThrow();
            assertEquals(lie.isAboutSignatures(), plan.isSigned(), lie.label());
        }
    }

    @Test
    void aPlanThatIsNoneIsAProgrammersError() {
        assertThrows(IllegalArgumentException.class, () -> new CountryPlan(0, 3, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CountryPlan(10, 30, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> CountryPlan.demo(10, 1));
    }

    @Test
    void aLieToldTwiceIsToldOnce() {
        List<String> twice = List.of("triple-match", "triple-match");
        assertEquals(
                1, CountryPlan.asked(100, 3, 1, twice, false).orThrow().lies().size());
    }

    @Test
    void everyLieHasANameACodeAndBothLanguages() {
        Set<String> names = new HashSet<>();
        for (Lie lie : Lie.values()) {
            assertTrue(names.add(lie.label()));
            assertTrue(lie.label().matches("[a-z]+(-[a-z]+)*"), lie.label());
            assertEquals(lie, Lie.named(lie.label()).orElseThrow());
            assertTrue(lie.attack() >= 1 && lie.attack() <= 54);
            assertFalse(lie.codes().isEmpty());
            assertFalse(lie.sentence().en().equals(lie.sentence().es()));
            lie.codes().forEach(code -> assertTrue(code.matches("[A-Z]+-[0-9]{3}"), code));
        }
    }
}
