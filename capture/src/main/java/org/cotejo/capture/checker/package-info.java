/**
 * Whether a text that was read out of a picture may count: only where grammar, options, sums, bounds and station agree with the
 * definition, and where nothing in the text can show that it was misread, only where two decoders read the same. Everything else is
 * for people. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.checker.Checker}, {@link org.cotejo.capture.checker.Checked},
 * {@link org.cotejo.capture.checker.Known}. This room never sees a picture, and never takes what it can't vouch for.
 */
@NullMarked
package org.cotejo.capture.checker;

import org.jspecify.annotations.NullMarked;
