package org.cotejo.formats.brazil;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotejo.base.Check;

/**
 * The votes for one office at one station.
 *
 * @param office number of the office: 1 president, 3 governor, 5 senator, 6 to 8 deputies, 11 mayor, 13 councillor
 * @param votes by what the voter typed: a candidate's number, or {@code L} and a party's number for votes for the list
 * @param total everybody's votes for it: with two seats everybody has two
 */
public record BuOffice(int office, Map<String, Integer> votes, int blank, int nullVotes, int total) {
    public BuOffice {
        votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
        Check.that(
                blank >= 0 && nullVotes >= 0 && total >= 0, "office %d: %d, %d, %d", office, blank, nullVotes, total);
    }
}
