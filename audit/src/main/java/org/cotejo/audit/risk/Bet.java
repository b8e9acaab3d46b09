package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * How much {@link MeanTest.Betting} stakes on each draw being above the null mean (Waudby-Smith, Stark, Ramdas, RiLACS,
 * E-Vote-ID 2021; Waudby-Smith and Ramdas, JRSS B 86(1), 2024).
 */
public sealed interface Bet {
    /** The same stake each time. */
    record Fixed(double lambda) implements Bet {}

    /**
     * Nearly the stake that would have grown fastest on the draws so far ("aGRAPA"), never above {@code c_j} over the null
     * mean, where {@code c_j} goes from {@code cFirst} to {@code cMost}, the faster the larger {@code growth} is.
     *
     * @param first stake on the first draw
     */
    record Agrapa(double first, double cFirst, double cMost, double growth) implements Bet {
        public Agrapa {
            Check.that(
                    first >= 0 && cFirst >= 0 && cFirst <= 1 && cMost >= 0 && cMost <= 1 && growth >= 0,
                    "stakes %s, %s to %s, growth %s",
                    first,
                    cFirst,
                    cMost,
                    growth);
        }
    }
}
