package org.cotejo.capture.form;

import org.cotejo.capture.symbols.Quad;

/**
 * Something that a sheet says of itself and says once, such as its code or when it was printed.
 *
 * @param what which fact: {@code code}, {@code centre}, {@code id}, {@code time}, {@code registered}, {@code hash}, {@code machine}, {@code contest}
 * @param text as it was read, blanks taken out
 * @param isTwice whether a second look at another cut-out of the same place read the same
 * @param sure of the character of which the reader was least sure; no probability
 * @param page from 0
 */
public record PrintedFact(String what, String text, boolean isTwice, double sure, int page, Quad place) {}
