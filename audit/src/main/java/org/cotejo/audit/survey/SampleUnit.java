package org.cotejo.audit.survey;

import java.util.List;
import org.cotejo.base.Check;

/**
 * What was counted at one place of a sample.
 *
 * @param psu the unit of the first stage that it belongs to: itself, or its cluster
 * @param weight how many units of the country it stands for, above 0
 * @param values what was counted, in the same order for all units of a sample
 */
public record SampleUnit(String stratum, String psu, double weight, List<Double> values) {
    public SampleUnit {
        values = List.copyOf(values);
        Check.that(Double.isFinite(weight) && weight > 0, "weight %s of %s", weight, psu);
        values.forEach(value -> Check.that(Double.isFinite(value), "value %s of %s", value, psu));
    }
}
