package org.cotejo.station.day;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * What the election is for one station: what its machine is loaded with.
 *
 * @param hash of the frozen definition and register of the whole election
 * @param places names from the widest division to the voting centre
 * @param registered voters of the station, or {@link Register#UNKNOWN}
 */
public record StationDefinition(
        ElectionDefinition election, Hash hash, StationCode station, List<String> places, int registered) {
    public StationDefinition {
        places = List.copyOf(places);
        Check.that(!election.contests().isEmpty(), "%s has no contest", election.id());
        Check.that(registered >= Register.UNKNOWN && registered <= Cell.MOST, "registered %d", registered);
    }

    /** The hash in groups to be read aloud. */
    public SpokenHash spoken() {
        return SpokenHash.of(hash);
    }

    /** The contests, all of which are on the ballot of every station. */
    public List<Contest> contests() {
        return election.contests();
    }
}
