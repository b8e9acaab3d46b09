package org.cotejo.sim;

import java.util.function.Consumer;
import org.cotejo.base.Progress;
import org.cotejo.base.Sentence;

/** Goes through all stations again and again, one at a time, and says how far it has come. */
final class Rounds {
    private static final int REPORT_EVERY = 4_096;
    private static final Sentence SIMULATING = new Sentence("Simulating", "Simulando");

    private final Country country;
    private final Progress progress;
    private final long all;
    private long done;

    /** {@code rounds}: how often {@link #each} will be called. */
    Rounds(Country country, int rounds, Progress progress) {
        this.country = country;
        this.progress = progress;
        this.all = (long) rounds * country.stations();
    }

    void each(Consumer<Station> visit) {
        for (int index = 0; index < country.stations(); index++) {
            visit.accept(country.station(index));
            done++;
            if (done % REPORT_EVERY == 0 || done == all) {
                progress.at(SIMULATING, done, all);
            }
        }
    }
}
