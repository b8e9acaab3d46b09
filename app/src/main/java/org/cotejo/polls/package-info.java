/**
 * Quick counts and exit polls as files and words: reads frames, samples, reports and interviews from CSV or from an election
 * folder, and writes samples, estimates and charts for people and as JSON (values).
 *
 * <p>Read first: {@link org.cotejo.polls.SampleFile}, {@link org.cotejo.polls.ReportsFile}, {@link
 * org.cotejo.polls.EstimateText}. This room never computes an estimate, and never takes a number that it cannot place in file, line
 * and field.
 */
@NullMarked
package org.cotejo.polls;

import org.jspecify.annotations.NullMarked;
