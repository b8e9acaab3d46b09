package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void noTwoLiesShareAStation() {
        for (int stations : new int[] {24, 60, 121, 30_026}) {
            for (int seed = 0; seed < 20; seed++) {
                CountryPlan plan = new CountryPlan(stations, 3, seed, List.of());
                Set<Integer> seen = new HashSet<>();
                for (Lie lie : Lie.values()) {
                    int[] indexes = Targets.of(plan, lie).indexes();
                    assertEquals(lie.slots() * Targets.each(plan), indexes.length);
                    for (int index : indexes) {
                        assertTrue(index < stations && seen.add(index), lie + " at " + index);
                    }
                }
            }
        }
    }

    @Test
    void aLieKeepsItsStationsWhateverElseIsTold() {
        CountryPlan alone = new CountryPlan(100, 3, 5, List.of(Lie.TRIPLE_MATCH));
        CountryPlan all = new CountryPlan(100, 3, 5, List.of(Lie.values()));
        assertArrayEquals(
                Targets.of(alone, Lie.TRIPLE_MATCH).indexes(),
                Targets.of(all, Lie.TRIPLE_MATCH).indexes());
    }

    @Test
    void halvesAreTheWhole() {
        Targets targets = new Targets(new int[] {9, 4, 7});
        assertArrayEquals(new int[] {9, 7}, targets.half(0).indexes());
        assertArrayEquals(new int[] {4}, targets.half(1).indexes());
    }
}
