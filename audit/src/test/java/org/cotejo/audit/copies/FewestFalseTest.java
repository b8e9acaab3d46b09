package org.cotejo.audit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FewestFalseTest {
    /** STATISTICS.md, section 6: about 434 votes a sheet, each wholly reversed. */
    @Test
    void venezuela2024NeedsThousandsOfFalseSheets() {
        long[] capacities = new long[24_532];
        Arrays.fill(capacities, 2 * 10_660_267L / 24_532);
        assertEquals(OptionalInt.of(4_506), FewestFalse.sheets(3_915_001, capacities));
    }

    @Test
    void theLargestAreUsedUpFirst() {
        assertEquals(new FewestFalse(10, 2, 11), FewestFalse.of(10, new long[] {1, 5, 2, 6, 5}));
        assertEquals(new FewestFalse(0, 0, 0), FewestFalse.of(0, new long[] {1, 5}));
        assertNull(FewestFalse.of(20, new long[] {1, 5, 2, 6, 5}));
        assertEquals(OptionalInt.empty(), FewestFalse.sheets(1, new long[0]));
        assertThrows(IllegalArgumentException.class, () -> FewestFalse.of(1, new long[] {2, -1}));
    }

    @Property(tries = 200)
    void noOtherChoiceNeedsFewer(
            @ForAll @Size(max = 10) List<@LongRange(min = 0, max = 40) Long> drawn,
            @ForAll @LongRange(min = 0, max = 200) long lead) {
        long[] capacities = drawn.stream().mapToLong(Long::longValue).toArray();
        int fewest = Integer.MAX_VALUE;
        for (int choice = 0; choice < 1 << capacities.length; choice++) {
            long sum = 0;
            for (int i = 0; i < capacities.length; i++) {
                sum += (choice >> i & 1) * capacities[i];
            }
            fewest = sum >= lead ? Math.min(fewest, Integer.bitCount(choice)) : fewest;
        }
        FewestFalse found = FewestFalse.of(lead, capacities);
        assertEquals(fewest, found == null ? Integer.MAX_VALUE : found.sheets());
    }

    @Test
    void oneSheetMovesWhatItShowsAndAllThatCanLieInTheBox() {
        assertEquals(200 - 50 + 400, FewestFalse.capacity(200, 50, 400));
        assertEquals(0, FewestFalse.capacity(0, 500, 400));
        assertThrows(IllegalArgumentException.class, () -> FewestFalse.capacity(-1, 0, 0));
    }
}
