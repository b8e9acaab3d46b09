/**
 * Words that mean the same in every room: results, problems, sentences in two languages, exact fractions and the
 * canonical bytes in which entries are written.
 *
 * <p>Read first: {@link org.cotejo.base.Result}, {@link org.cotejo.base.Problem}, {@link org.cotejo.base.CanonicalReader}.
 * This room never speaks of elections.
 */
@NullMarked
package org.cotejo.base;

import org.jspecify.annotations.NullMarked;
