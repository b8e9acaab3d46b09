package org.cotejo.audit.quickcount;

import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a sample.
 *
 * @param error largest error of any candidate's share, as a share of one
 * @param confidence with which it is kept
 * @param spread between stations as a share, where no past election tells it; null to measure it
 * @param size number of stations, where it is given and not computed; null to compute it
 * @param perCluster stations drawn in each drawn cluster, at most; 0 for stations drawn one by one
 * @param effect by which drawing in clusters raises the variance; 1 without
 */
public record PlanOrder(
        double error,
        double confidence,
        Spreading allocation,
        @Nullable Double spread,
        @Nullable Integer size,
        int perCluster,
        double effect) {
    /** How the sample is spread over strata. */
    public enum Spreading {
        PROPORTIONAL,
        NEYMAN
    }

    /** The unit of the first stage that a station belongs to: itself, or its cluster where clusters are drawn. */
    String unit(FrameStation station) {
        return perCluster == 0 ? station.station() : station.cluster();
    }

    public PlanOrder {
        Check.that(error > 0 && error < 1, "error %s", error);
        Check.that(confidence > 0 && confidence < 1, "confidence %s", confidence);
        Check.that(spread == null || spread > 0, "spread %s", spread);
        Check.that(size == null || size > 0, "size %s", size);
        Check.that(perCluster >= 0 && effect > 0, "clusters of %d, effect %s", perCluster, effect);
    }
}
