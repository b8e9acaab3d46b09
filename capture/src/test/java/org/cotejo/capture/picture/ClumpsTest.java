package org.cotejo.capture.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What hangs together is one clump, and every dark pixel is in exactly one. */
class ClumpsTest {
    private static List<Clump> of(String... rows) {
        String all = String.join("", rows);
        Clumps clumps = new Clumps(rows[0].length(), rows.length, at -> all.charAt(at) == '#');
        List<Clump> found = new ArrayList<>();
        while (clumps.next()) {
            Clump clump = new Clump();
            clumps.gather(clump);
            found.add(clump);
        }
        return found;
    }

    @Test
    void neighboursByTheirCornersHangTogether() {
        List<Clump> found = of("#....", ".#..#", "..#.#", ".....", "##...");
        assertEquals(
                List.of("0 0 3 3 3", "4 1 1 2 2", "0 4 2 1 2"),
                found.stream()
                        .map(one ->
                                one.left() + " " + one.top() + " " + one.wide() + " " + one.high() + " " + one.pixels())
                        .toList());
        assertEquals(3, found.getFirst().bottom());
    }

    @Test
    void anEmptyPlaneHasNoneAndAFullOneHasOne() {
        assertEquals(List.of(), of("...", "..."));
        assertEquals(6, of("###", "###").getFirst().pixels());
        Clumps none = new Clumps(2, 2, _ -> false);
        assertFalse(none.next());
        assertThrows(IllegalArgumentException.class, () -> none.gather(new Clump()));
    }

    @Test
    void everyPixelIsInOneClumpAndClumpsDoNotTouch() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int width = 1 + random.nextInt(30);
            int height = 1 + random.nextInt(30);
            boolean[] ink = new boolean[width * height];
            int dark = 0;
            for (int at = 0; at < ink.length; at++) {
                ink[at] = random.nextInt(3) == 0;
                dark += ink[at] ? 1 : 0;
            }
            Clumps clumps = new Clumps(width, height, at -> ink[at]);
            int[] owner = new int[ink.length];
            Set<Integer> seen = new HashSet<>();
            for (int number = 1; clumps.next(); number++) {
                int of = number;
                clumps.gather((x, y) -> {
                    owner[y * width + x] = of;
                    seen.add(y * width + x);
                });
            }
            assertEquals(dark, seen.size());
            for (int at : seen) {
                for (int other : seen) {
                    boolean isNear =
                            Math.abs(at % width - other % width) <= 1 && Math.abs(at / width - other / width) <= 1;
                    if (isNear) {
                        assertEquals(owner[at], owner[other]);
                    }
                }
            }
        }
    }
}
