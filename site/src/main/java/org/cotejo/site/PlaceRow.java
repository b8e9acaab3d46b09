package org.cotejo.site;

import java.util.OptionalLong;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.reconcile.PlaceResult;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * One place in a table of places.
 *
 * @param page address inside the language's folder
 * @param most the most votes that can be missing here; null where that is unknown or not shown
 */
record PlaceRow(
        Race race,
        int place,
        String page,
        StateBar bar,
        PlaceResult result,
        @Nullable Long most) {

    static PlaceRow of(Race race, int place, @Nullable Long most) {
        PlaceResult result = race.election().reconciliation().place(race.index(), place);
        return new PlaceRow(race, place, Address.place(race, place), new StateBar(result.stations()), result, most);
    }

    static PlaceRow of(Race race, RegionBounds region) {
        return of(race, region.place(), region.cap().orElse(null));
    }

    String name(Words words) {
        return race.election().placeName(words, place);
    }

    int stations() {
        return bar.total();
    }

    String votes(Words words, int candidate) {
        OptionalLong votes = result.totals().candidate(candidate);
        return votes.isPresent() ? words.number(votes.getAsLong()) : Words.NONE;
    }

    String share(Words words, int candidate) {
        return words.share(
                result.totals().candidate(candidate).orElse(0),
                result.totals().valid().orElse(0));
    }

    /** Whether this candidate has more votes here than the other of the first two. */
    boolean leads(int candidate) {
        long own = result.totals().candidate(candidate).orElse(0);
        return race.firstTwo().stream()
                .allMatch(other ->
                        other == candidate || result.totals().candidate(other).orElse(0) < own);
    }

    int contradicted() {
        return bar.count(StationState.CONTRADICTED);
    }

    int findings() {
        return result.findings();
    }

    String most(Words words) {
        return most == null ? Words.NONE : words.number(most);
    }
}
