/**
 * Estimates from samples that were drawn by a known design: strata, clusters, ratios, finite populations; how large a sample must
 * be and how it is spread over strata; and how the stations that we hold differ from those that we lack (values).
 *
 * <p>Read first: {@link org.cotejo.audit.survey.Sample}, {@link org.cotejo.audit.survey.Estimate}, {@link
 * org.cotejo.audit.survey.Allocation}. This room never draws a sample, never fills in what is missing without being told how,
 * and gives no standard error where the design does not allow one.
 */
@NullMarked
package org.cotejo.audit.survey;

import org.jspecify.annotations.NullMarked;
