package org.cotejo.audit.quickcount;

import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * One estimated figure.
 *
 * @param name a candidate's id, or empty where it is of none
 * @param value the estimate itself, from the strata that have reported
 * @param estimate with its standard error; null while some stratum has too few reports
 */
public record Figure(String name, double value, @Nullable Estimate estimate) {}
