/**
 * The parallel test: a machine of its own, made for the purpose and marked as a rehearsal, on which scripted voters vote with the same
 * software; its sheets must give the answer that was known before.
 *
 * <p>Read first: {@link org.cotejo.station.trial.ParallelTest}, {@link org.cotejo.station.trial.Script}, {@link
 * org.cotejo.station.trial.TrialResult}. This room never touches a machine that voters use, and its sheets count nowhere. (values)
 */
@NullMarked
package org.cotejo.station.trial;

import org.jspecify.annotations.NullMarked;
