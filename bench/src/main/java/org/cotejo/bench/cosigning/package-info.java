/**
 * How many heads a second a log witness cosigns, each durable before it answers, over HTTP on one machine.
 *
 * <p>Read first: {@link org.cotejo.bench.cosigning.WitnessLoad}. Run by bench/witness.sh.
 */
@NullMarked
package org.cotejo.bench.cosigning;

import org.jspecify.annotations.NullMarked;
