package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;

/**
 * What stands at the head of every paper of a station.
 *
 * @param election title of the election
 * @param places names of the places it lies in, from the widest to the narrowest; may be empty
 * @param rehearsal whether it is a rehearsal, which then stands in large letters on every paper
 */
public record StationHead(String election, StationCode station, List<String> places, boolean rehearsal) {
    private static final int PLACES_MOST = 16;

    public StationHead {
        Printable.check("title of the election", election, Names.NAME_MOST);
        places = List.copyOf(places);
        Check.that(places.size() <= PLACES_MOST, "%d places", places.size());
        places.forEach(place -> Printable.check("place", place, Names.NAME_MOST));
    }
}
