package org.cotejo.audit.survey;

import java.util.Comparator;
import java.util.List;

/** One order for the units of a sample, whatever order they arrived in, so that sums are added in the same order. */
final class Units {
    static final Comparator<SampleUnit> ORDER = Comparator.comparing(SampleUnit::stratum)
            .thenComparing(SampleUnit::psu)
            .thenComparingDouble(SampleUnit::weight)
            .thenComparing(SampleUnit::values, Units::compare);

    private Units() {}

    private static int compare(List<Double> a, List<Double> b) {
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
