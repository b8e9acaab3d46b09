package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeographyTest {
    @Test
    void aCountryOfVenezuelasSizeHasItsShape() {
        Geography geography = new Geography(1, 30_026);
        assertEquals(24, geography.regions());
        assertEquals(335, geography.municipalities());
        assertEquals(1_100, geography.parishes());
    }

    @Test
    void everyStationHasACodeOfItsOwnInItsPlace() {
        for (int stations : new int[] {1, 2, 23, 24, 60, 120, 5_000, 200_000}) {
            Geography geography = new Geography(3, stations);
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < stations; i++) {
                Station station = geography.station(i);
                assertTrue(station.code().matches("[0-9]{9}\\.0[1-8]"), station.code());
                assertTrue(codes.add(station.code()), station.code());
                assertEquals(Integer.parseInt(station.code().substring(0, 2)) - 1, station.region());
                assertEquals(i, station.index());
            }
        }
    }

    @Test
    void everyRegionMunicipalityAndParishHasStations() {
        Geography geography = new Geography(5, 60);
        Set<Integer> regions = new HashSet<>();
        Set<Integer> parishes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            regions.add(geography.station(i).region());
            parishes.add(geography.station(i).parish());
        }
        assertEquals(24, regions.size());
        assertEquals(geography.parishes(), parishes.size());
    }

    @Test
    void centresHaveOneToEightStationsNumberedFromOne() {
        Geography geography = new Geography(9, 30_026);
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < 30_026; i++) {
            String code = geography.station(i).code();
            int number = Integer.parseInt(code.substring(10));
            assertEquals(number, sizes.merge(code.substring(0, 9), 1, Integer::sum));
        }
        assertTrue(sizes.values().stream().anyMatch(size -> size == 1));
        assertTrue(sizes.values().stream().anyMatch(size -> size >= 6));
        assertTrue(sizes.values().stream().allMatch(size -> size <= 8));
    }

    @Test
    void aStationIsTheSameInWhateverOrderStationsAreAskedFor() {
        Geography forward = new Geography(4, 3_000);
        Geography backward = new Geography(4, 3_000);
        Station[] stations = new Station[3_000];
        for (int i = 0; i < 3_000; i++) {
            stations[i] = forward.station(i);
        }
        for (int i = 2_999; i >= 0; i--) {
            assertEquals(stations[i], backward.station(i));
        }
    }

    @Test
    void theLargestCountryFitsIntoItsCodes() {
        int stations = CountryPlan.STATIONS_MOST;
        Geography geography = new Geography(1, stations);
        for (int i = 0; i < stations; i += 97) {
            assertTrue(geography.station(i).code().matches("[0-9]{9}\\.0[1-8]"));
        }
    }

    @Test
    void aCodeBeyondIsNoStations() {
        Geography geography = new Geography(1, 500);
        for (int i = 0; i < 500; i++) {
            assertTrue(geography.codeBeyond(geography.station(i)).matches("[0-9]{9}\\.9[0-9]"));
        }
    }
}
