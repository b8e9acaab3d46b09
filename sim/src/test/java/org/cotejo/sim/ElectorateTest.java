package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ElectorateTest {
    private static final int STATIONS = 3_000;

    private final Country country = Country.of(new CountryPlan(STATIONS, 3, 11, java.util.List.of()));

    @Test
    void registersHoldFiftyToAThousandAndVotesFitIntoThem() {
        for (int i = 0; i < STATIONS; i++) {
            Sheet sheet = country.sheet(i);
            assertTrue(sheet.registered() >= 50 && sheet.registered() <= 1_000);
            assertTrue(sheet.cast() > 0 && sheet.cast() <= sheet.registered());
            assertTrue(sheet.votes(country.ballot().first()) > 0);
            assertTrue(sheet.votes(country.ballot().second()) > 0);
        }
    }

    @Test
    void theFirstCandidateWinsInEveryCountryByMoreThanTenPoints() {
        for (int seed = 0; seed < 500; seed++) {
            Country small = Country.of(new CountryPlan(60, 1, seed, java.util.List.of()));
            long first = 0;
            long second = 0;
            long valid = 0;
            for (int i = 0; i < 60; i++) {
                Sheet sheet = small.sheet(i);
                first += sheet.votes(small.ballot().first());
                second += sheet.votes(small.ballot().second());
                valid += sheet.valid();
            }
            assertTrue((first - second) * 10 > valid, "seed " + seed + ": " + first + " to " + second);
        }
    }

    @Test
    void everySmallListHasVotesSomewhere() {
        long[] votes = new long[Ballot.CANDIDATES];
        for (int i = 0; i < STATIONS; i++) {
            Sheet sheet = country.sheet(i);
            for (int c = 0; c < votes.length; c++) {
                votes[c] += sheet.votes(c);
            }
        }
        for (long sum : votes) {
            assertTrue(sum > 1_000, "only " + sum);
        }
    }

    @Test
    void regionsAndTownsVoteDifferently() {
        long[] first = new long[Geography.REGIONS];
        long[] both = new long[Geography.REGIONS];
        long townCast = 0;
        long townRegistered = 0;
        long ruralCast = 0;
        long ruralRegistered = 0;
        for (int i = 0; i < STATIONS; i++) {
            Station station = country.station(i);
            Sheet sheet = country.electorate().sheet(station);
            first[station.region()] += sheet.votes(country.ballot().first());
            both[station.region()] += sheet.votes(country.ballot().first())
                    + sheet.votes(country.ballot().second());
            if (station.urbanity() > 0.7) {
                townCast += sheet.cast();
                townRegistered += sheet.registered();
            } else if (station.urbanity() < 0.3) {
                ruralCast += sheet.cast();
                ruralRegistered += sheet.registered();
            }
        }
        long least = 100;
        long most = 0;
        for (int region = 0; region < Geography.REGIONS; region++) {
            long percent = 100 * first[region] / both[region];
            least = Math.min(least, percent);
            most = Math.max(most, percent);
        }
        assertTrue(most - least >= 10, least + " to " + most);
        assertTrue(townCast * ruralRegistered > ruralCast * townRegistered, "towns do not vote more");
    }

    @Test
    void aSheetDoesNotDependOnWhatWasAskedBefore() {
        Country other = Country.of(country.plan());
        Sheet late = country.sheet(2_000);
        for (int i = 0; i < 100; i++) {
            country.sheet(i);
        }
        assertTrue(late.hasVotesOf(country.sheet(2_000)));
        assertTrue(late.hasVotesOf(other.sheet(2_000)));
    }

    @Test
    void anotherSeedIsAnotherCountry() {
        Country other = Country.of(new CountryPlan(STATIONS, 3, 12, java.util.List.of()));
        assertNotEquals(country.roll(), other.roll());
        assertEquals(false, country.sheet(0).hasVotesOf(other.sheet(0)));
    }
}
