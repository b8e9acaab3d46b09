package org.cotejo.bounds;

import static org.cotejo.bounds.Shared.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.base.Fraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundingBackTest {
    @Test
    void thePublishedVectorsComeOut() {
        List<Map<String, Object>> vectors = Shared.vectors("rounded_percentage_totals");
        assertEquals(3, vectors.size());
        for (Map<String, Object> vector : vectors) {
            Map<String, Object> in = Json.object(vector.get("in"));
            Map<String, Object> out = Json.object(vector.get("out"));
            String id = String.valueOf(vector.get("id"));
            RoundingBack test = RoundingBack.compare(longs(in.get("counts")), (int) Json.whole(in.get("decimals")));
            assertEquals(Json.whole(in.get("total")), test.total(), id);
            assertEquals(longs(out.get("k_over_10^(d+2)")), test.units(), id);
            assertEquals(longs(out.get("counts_from_percent")), test.recomputed(), id);
            assertEquals(out.get("all_match"), test.matches(), id);
            assertEquals(Json.whole(out.get("max_abs_diff")), test.largestDifference(), id);
            assertNear(out.get("p_match_all_exact"), test.chance(), id);
            assertNear(out.get("p_within_max_diff"), test.chanceWithin(test.largestDifference()), id);
            assertNear(out.get("p_enumeration_uniform"), test.chanceByCounting(), id);
            assertEquals(out.get("all_match"), test.fires(), id);
        }
    }

    private static List<Long> longs(@Nullable Object list) {
        return Json.list(list).stream().map(Json::whole).toList();
    }

    @Test
    void theFirstBulletinFires() {
        RoundingBack test = RoundingBack.of(Bulletins.first()).orElseThrow();
        assertEquals(1, test.decimals());
        assertEquals(3, test.informative());
        assertEquals("9.883e-9", test.chance().scientific(4));
        assertEquals("9.913e-9", test.chanceByCounting().scientific(4));
        assertEquals(Fraction.of(3, 1).times(test.chance()), test.chanceOverTries());
    }

    @Test
    void theSecondBulletinDoesNot() {
        assertTrue(RoundingBack.of(Bulletins.second()).isEmpty());
    }

    @Test
    void theFewestDecimalsThatFitAreNamed() {
        assertEquals(
                0,
                RoundingBack.of(Bulletins.full("A", 600_000_000L, "B", 400_000_000L))
                        .orElseThrow()
                        .decimals());
    }

    @Test
    void smallTotalsProveNothing() {
        assertTrue(RoundingBack.of(Bulletins.full("A", 600L, "B", 400L)).isEmpty());
        assertTrue(RoundingBack.of(Bulletins.full("A", 600_000L, "B", 400_000L)).isPresent());
        assertTrue(RoundingBack.of(Bulletins.full("A", 299_970L, "B", 29_997L * 2 / 3))
                .isEmpty());
    }

    @Test
    void aloneCountOrZerosProveNothing() {
        assertTrue(RoundingBack.of(Bulletins.full("A", 600_000_000L)).isEmpty());
        assertTrue(RoundingBack.of(Bulletins.full("A", 600_000_000L, "B", 0L, "C", 0L))
                .isEmpty());
        assertTrue(RoundingBack.of(Bulletins.full("A", 0L)).isEmpty());
        RoundingBack zeros = RoundingBack.compare(List.of(600_000_000L, 400_000_000L, 0L), 0);
        assertEquals(2, zeros.informative());
        assertThrows(IllegalArgumentException.class, () -> RoundingBack.compare(List.of(0L), 1));
    }

    @Test
    void aTotalThatIsNotTheSumIsNotTested() {
        assertTrue(RoundingBack.of(Bulletins.full("A", 600_000_000L, "B", 400_000_000L, "valid", 1_000_000_001L))
                .isEmpty());
        assertTrue(RoundingBack.of(Bulletins.full("A", 600_000_000L, "B", 400_000_000L, "valid", 1_000_000_000L))
                .isPresent());
    }

    @Test
    void freelyCountedVotesStaySilent() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            long first = 1_000_000L + random.nextInt(9_000_000);
            long second = 1_000_000L + random.nextInt(9_000_000);
            assertFalse(
                    RoundingBack.of(Bulletins.full("A", first, "B", second, "C", 400_000L + random.nextInt(99_999)))
                            .isPresent(),
                    () -> first + " " + second);
        }
    }
}
