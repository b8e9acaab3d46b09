/**
 * Handwritten digits of others, and how many of them Cotejo and what a user would take instead read.
 *
 * <p>Read first: {@link org.cotejo.bench.digits.DigitBench}. This room never tells a reader which digit it is; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.digits;

import org.jspecify.annotations.NullMarked;
