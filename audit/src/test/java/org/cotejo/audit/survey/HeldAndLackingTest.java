package org.cotejo.audit.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stations held beside stations lacking: what is alike, what is not, and what it takes to matter. */
class HeldAndLackingTest {
    private static HeldStation held(String place, long registered, long a, long b, long pastA, long pastB) {
        return new HeldStation(
                place, true, OptionalLong.of(registered), List.of(a, b), a + b, List.of(pastA, pastB), pastA + pastB);
    }

    private static HeldStation lacking(String place, long registered, long pastA, long pastB) {
        return new HeldStation(
                place, false, OptionalLong.of(registered), List.of(), 0, List.of(pastA, pastB), pastA + pastB);
    }

    @Test
    void stationsThatGoMissingByChanceLookAlike() {
        Random random = new Random(11);
        int far = 0;
        for (int run = 0; run < 200; run++) {
            List<HeldStation> stations = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                long registered = 300L + random.nextInt(400);
                long past = 40L + random.nextInt(60);
                stations.add(
                        random.nextDouble() < 0.8
                                ? held("P" + i % 8, registered, 60, 40, past, 100 - past)
                                : lacking("P" + i % 8, registered, past, 100 - past));
            }
            HeldAndLacking compared = HeldAndLacking.of(stations);
            far += Math.abs(Objects.requireNonNull(compared.registered()).z()) > 1.96 ? 1 : 0;
            far += Math.abs(Objects.requireNonNull(compared.pastShare(0)).z()) > 1.96 ? 1 : 0;
            far += compared.byPlace().p() < 0.05 ? 1 : 0;
        }
        // 600 looks at 5 %: 30 wanted, three standard errors are 16.
        assertEquals(30, far, 17);
    }

    @Test
    void stationsChosenByTheirPastAreFound() {
        Random random = new Random(12);
        List<HeldStation> stations = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long past = 20L + random.nextInt(60);
            boolean isHeld = random.nextDouble() < past / 100.0;
            stations.add(
                    isHeld
                            ? held("P" + past / 20, 500, past, 100 - past, past, 100 - past)
                            : lacking("P" + past / 20, 500, past, 100 - past));
        }
        HeldAndLacking compared = HeldAndLacking.of(stations);
        HeldAndLacking.Property past = Objects.requireNonNull(compared.pastShare(0));
        assertTrue(past.effect() > 0.5, past::toString);
        assertTrue(past.z() > 5, past::toString);
        assertTrue(compared.byPlace().p() < 1e-4);
        Sensitivity found = compared.sensitivity(0, 1, 0, 1);
        double swing = Objects.requireNonNull(found.swing());
        assertTrue(swing < found.samePlace() && found.samePlace() < found.held(), found::toString);
    }

    @Test
    void theThreeAssumptionsByHand() {
        // Held: one station of 100 votes in each place, leads of 40 and -20; past leads 20 and -40. Lacking: one in P2,
        // past -60.
        List<HeldStation> stations =
                List.of(held("P1", 200, 70, 30, 60, 40), held("P2", 200, 40, 60, 30, 70), lacking("P2", 200, 20, 80));
        Sensitivity found = HeldAndLacking.of(stations).sensitivity(0, 1, 0, 1);
        assertEquals(0.1, found.held(), 1e-12);
        assertEquals(0, found.samePlace(), 1e-12);
        assertEquals((20 - 40) / 300.0, Objects.requireNonNull(found.swing()), 1e-12);
        assertEquals(1.0 / 3, found.lackingWeight(), 1e-12);
        assertEquals(0, Objects.requireNonNull(found.tipping()), 1e-12);
        assertNull(HeldAndLacking.of(stations).sensitivity(0, 1, -1, 0).swing());
    }

    @Test
    void placesComeWithTheirSharesTheLeastHeldFirst() {
        List<HeldStation> stations =
                List.of(held("P1", 200, 70, 30, 1, 1), held("P2", 200, 40, 60, 1, 1), lacking("P2", 200, 1, 1));
        HeldAndLacking.ByPlace byPlace = HeldAndLacking.of(stations).byPlace();
        assertEquals(
                List.of("P2", "P1"),
                byPlace.places().stream().map(HeldAndLacking.Place::name).toList());
        // Share held 2/3: (1 - 2/3)^2 / (1 * 2/9) + (1 - 4/3)^2 / (2 * 2/9) = 0.75
        assertEquals(0.75, byPlace.chiSquared(), 1e-12);
        assertEquals(1, byPlace.degrees());
        assertEquals(Math.sqrt(0.75 / 3), byPlace.effect(), 1e-12);
        assertArrayEquals(new int[] {0, 1}, HeldAndLacking.of(stations).firstTwo());
    }

    @Test
    void nothingLackingIsNothingToCompare() {
        HeldAndLacking compared = HeldAndLacking.of(List.of(held("P", 100, 1, 2, 1, 1), held("P", 100, 1, 2, 1, 1)));
        assertNull(compared.registered());
        assertEquals(0, compared.byPlace().chiSquared());
        assertNull(compared.sensitivity(1, 0, 1, 0).tipping());
        assertArrayEquals(new int[] {1, 0}, compared.firstTwo());
    }
}
