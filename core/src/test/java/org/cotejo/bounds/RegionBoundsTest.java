package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.PlaceTree;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

class RegionBoundsTest {
    private final PlaceTree places = new PlaceTree();
    private final int north = places.add(PlaceTree.COUNTRY, "north");
    private final int south = places.add(PlaceTree.COUNTRY, "south");
    private final int village = places.add(north, "village");

    private SmallElection election() {
        return SmallElection.of("A", "B")
                .stationIn(village, StationState.ONE_SIDE, 100, 40, 20, 3, 1)
                .stationIn(north, StationState.AGREED, 90, 30, 31)
                .stationIn(village, StationState.MISSING, 70)
                .stationIn(south, StationState.SET_ASIDE, -1)
                .stationIn(PlaceTree.COUNTRY, StationState.MISSING, 5);
    }

    private List<RegionBounds> at(KnownVotes votes, int depth) {
        return RegionBounds.of(votes, Grade.SHEETS_UNKNOWN, places, depth);
    }

    @Test
    void stationsCountInThePlaceAtTheDepthOrTheirOwn() {
        List<RegionBounds> regions = at(election(), 1);
        assertEquals(
                List.of(PlaceTree.COUNTRY, north, south),
                regions.stream().map(RegionBounds::place).toList());
        RegionBounds inNorth = regions.get(1);
        assertEquals(2, inNorth.knownStations());
        assertEquals(1, inNorth.unknownStations());
        assertEquals(70, inNorth.votes(0));
        assertEquals(51, inNorth.votes(1));
        assertEquals(3, inNorth.votes(2));
        assertEquals(1, inNorth.votes(3));
        assertEquals(Optional.of(70L), inNorth.cap());
        LeadBounds lead = inNorth.between(0, 1).orElseThrow();
        assertEquals(Fraction.of(19 - 70, 1), lead.worstLead(Fraction.ONE));
        assertEquals(Optional.of(5L), regions.get(0).cap());
    }

    @Test
    void aRegionWithAStationWithoutRegisterHasNoCap() {
        RegionBounds inSouth = at(election(), 1).get(2);
        assertTrue(inSouth.cap().isEmpty());
        assertTrue(inSouth.between(0, 1).isEmpty());
    }

    @Test
    void theCountryIsOneRegionAndDeepPlacesAreTheirOwn() {
        assertEquals(1, at(election(), 0).size());
        assertEquals(
                List.of(PlaceTree.COUNTRY, north, south, village),
                at(election(), 5).stream().map(RegionBounds::place).toList());
    }

    @Test
    void unlistedStationsAreARegionOfTheirOwnWithWhatIsLeftOfTheRoll() {
        SmallElection election = SmallElection.of("A", "B")
                .roll(1000L)
                .stationIn(north, StationState.ONE_SIDE, 100, 40, 20)
                .stationIn(south, StationState.MISSING, 70)
                .unlisted(4);
        RegionBounds last = at(election, 1).getLast();
        assertEquals(RegionBounds.NOT_LISTED, last.place());
        assertEquals(4, last.unknownStations());
        assertEquals(Optional.of(830L), last.cap());
        election.stationIn(south, StationState.MISSING, -1);
        assertTrue(at(election, 1).getLast().cap().isEmpty());
        assertTrue(at(election.roll(null), 1).getLast().cap().isEmpty());
    }

    @Test
    void theCapsOfAllRegionsAddUpToTheBoundOfTheCountry() {
        List<RegionBounds> regions = RegionBounds.of(Shared.bothTables(), Grade.SHEETS_UNKNOWN, places, 1);
        assertEquals(2, regions.size());
        assertEquals(Optional.of(0L), regions.getFirst().cap());
        assertEquals(4_951, regions.getLast().unknownStations());
        assertEquals(Optional.of(3_347_487L), regions.getLast().cap());
    }
}
