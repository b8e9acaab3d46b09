package org.cotejo.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;

/**
 * What lies in the box of one station of a simulated country: the receipts as the voters put them in, whatever sheets and
 * announcements say.
 *
 * @param votes by candidate, in the order of the ballot
 */
public record HandCount(List<Integer> votes, int nullVotes, int blank) {
    public HandCount {
        votes = List.copyOf(votes);
        Check.that(nullVotes >= 0 && blank >= 0 && votes.stream().allMatch(v -> v >= 0), "negative counts: %s", votes);
    }

    /** The boxes of a country by station code, as its voters filled them. */
    public static Map<String, HandCount> of(CountryPlan plan) {
        return boxes(plan, false);
    }

    /**
     * The boxes of the same country if its machines had lied: every sheet and every copy of it gives the two largest candidates each
     * other's votes, and all of them agree. Nothing but the boxes can tell.
     */
    public static Map<String, HandCount> ifMachinesLied(CountryPlan plan) {
        return boxes(plan, true);
    }

    private static Map<String, HandCount> boxes(CountryPlan plan, boolean isSwapped) {
        Country country = Country.of(plan);
        Ballot ballot = country.ballot();
        Map<String, HandCount> boxes = new LinkedHashMap<>();
        for (int index = 0; index < country.stations(); index++) {
            Sheet sheet = country.sheet(index);
            Sheet box = isSwapped ? sheet.swapped(ballot.first(), ballot.second()) : sheet;
            List<Integer> votes = new ArrayList<>();
            for (int candidate = 0; candidate < Ballot.CANDIDATES; candidate++) {
                votes.add(box.votes(candidate));
            }
            boxes.put(country.station(index).code(), new HandCount(votes, box.nullVotes(), box.blank()));
        }
        return boxes;
    }
}
