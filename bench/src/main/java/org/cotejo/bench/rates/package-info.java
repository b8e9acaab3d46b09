/**
 * How often honest elections set forensic indicators off, and how fast their random rounds are.
 *
 * <p>Read first: {@link org.cotejo.bench.rates.HonestRuns}, {@link org.cotejo.bench.rates.IntegerRounds}. Nothing here judges
 * an election.
 */
@NullMarked
package org.cotejo.bench.rates;

import org.jspecify.annotations.NullMarked;
