/**
 * Measuring what was built: a country of any size as CSV files, and what an expert would write instead with another
 * engine, to stand beside it under the same clock.
 *
 * <p>Read first: {@link org.cotejo.bench.CsvCountry}, {@link org.cotejo.bench.DuckPeer}, {@code Outcome}. This room never
 * calls Cotejo's own verdict code: its answers are a second opinion, reached by another way. Nothing depends on it.
 */
@NullMarked
package org.cotejo.bench;

import org.jspecify.annotations.NullMarked;
