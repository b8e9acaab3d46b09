package org.cotejo.sim;

import java.util.Arrays;
import java.util.List;
import org.cotejo.definition.StationCode;

/** What every liar needs: the country, and the stations that its lie is about. */
record Plot(Country country, Lie lie, Targets targets) {
    static Plot of(Country country, Lie lie) {
        return new Plot(country, lie, Targets.of(country.plan(), lie));
    }

    /** The plot about some of its stations. */
    Plot about(Targets some) {
        return new Plot(country, lie, some);
    }

    boolean concerns(Station at) {
        return targets.has(at);
    }

    /** The lie is about no single station. */
    List<Truth.Deed> wholeDeed() {
        return List.of(new Truth.Deed(lie, null, lie.codes().getFirst()));
    }

    /** One deed for each station, all with the lie's first code. */
    List<Truth.Deed> deeds() {
        return deeds(targets, lie.codes().getFirst());
    }

    List<Truth.Deed> deeds(Targets about, String code) {
        return Arrays.stream(about.indexes())
                .mapToObj(i ->
                        new Truth.Deed(lie, new StationCode(country.station(i).code()), code))
                .toList();
    }

    /** The sheet with a share of the first candidate's votes, at least one, given to the second. */
    Sheet tilted(Sheet sheet, int percent) {
        int first = country.ballot().first();
        int moved = Math.max(1, sheet.votes(first) * percent / 100);
        return sheet.moved(first, country.ballot().second(), moved);
    }
}
