/**
 * Exit polls held beside results: weighted shares with the variance between stations, design effect, non-response, and how much
 * one camp's refusals alone would explain of each gap (values).
 *
 * <p>Read first: {@link org.cotejo.audit.exitpoll.PollStation}, {@link org.cotejo.audit.exitpoll.ExitPoll}, {@link
 * org.cotejo.audit.exitpoll.Gap}. This room never says that a result is false: a gap is a hint, not proof.
 */
@NullMarked
package org.cotejo.audit.exitpoll;

import org.jspecify.annotations.NullMarked;
