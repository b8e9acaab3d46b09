/**
 * What the missing and the contested could still change, and whether an announced total can be reached at all from the
 * sheets that are known: integers and exact fractions only, each result with the lines of its arithmetic.
 *
 * <p>Read first: {@link org.cotejo.bounds.Bounds}, {@link org.cotejo.bounds.AnnouncementJudge},
 * {@link org.cotejo.bounds.KnownVotes}. This room never estimates: a limit that can't be computed is absent, and what is
 * not excluded is never called right.
 */
@NullMarked
package org.cotejo.bounds;

import org.jspecify.annotations.NullMarked;
