/**
 * QR codes in a plane of brightness: every one of them, by a ladder of preparations and of two decoders that know nothing of each
 * other, cheapest first, until one reads.
 *
 * <p>Read first: {@link org.cotejo.capture.symbols.SymbolReader}, {@link org.cotejo.capture.symbols.Symbol},
 * {@link org.cotejo.capture.symbols.Sought}. This room never knows what a text means; whether it may count is asked of others.
 */
@NullMarked
package org.cotejo.capture.symbols;

import org.jspecify.annotations.NullMarked;
