package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

class StateBarTest {
    @Test
    void theOrderHasEveryStateOnce() {
        assertEquals(EnumSet.allOf(StationState.class), EnumSet.copyOf(StateBar.order()));
        assertEquals(StationState.values().length, StateBar.order().size());
    }

    @Test
    void partsFollowEachOtherAndFillTheBarWhateverTheCounts() {
        Random random = new Random(20_310_728);
        for (int round = 0; round < 500; round++) {
            Map<StationState, Integer> counts = new EnumMap<>(StationState.class);
            for (StationState state : StationState.values()) {
                if (random.nextBoolean()) {
                    counts.put(state, random.nextInt(round % 2 == 0 ? 3 : 1_000_000));
                }
            }
            StateBar bar = new StateBar(counts);
            int at = 0;
            for (StateBar.Part part : bar.parts()) {
                assertEquals(at, part.from());
                assertTrue(part.length() >= 6, "too short to be seen: " + part);
                at += part.length();
            }
            assertEquals(bar.total() == 0 ? 0 : StateBar.LENGTH, at);
        }
    }

    @Test
    void aFewContradictedStationsAmongThousandsAreStillSeen() {
        StateBar bar = new StateBar(Map.of(StationState.CONFIRMED, 30_000, StationState.CONTRADICTED, 1));
        assertEquals(
                List.of(StationState.CONFIRMED, StationState.CONTRADICTED),
                bar.parts().stream().map(StateBar.Part::state).toList());
        assertEquals(30_001, bar.known());
    }

    @Test
    void theBarIsToldInWords() {
        StateBar bar = new StateBar(Map.of(StationState.ONE_SIDE, 25_075, StationState.MISSING, 4_951));
        assertEquals("25,075 one side only, 4,951 missing", bar.inWords(Words.of(Language.EN)));
        assertEquals("no stations", new StateBar(Map.of()).inWords(Words.of(Language.EN)));
    }
}
