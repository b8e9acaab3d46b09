package org.cotejo.capture.symbols;

import java.util.List;

/**
 * What was found in one page.
 *
 * @param read in the order in which they were found
 * @param unread what looks like a symbol and could not be read; without text
 * @param contradicted texts that a second decoder read otherwise at the same place: neither is to be believed
 */
public record Symbols(List<Symbol> read, List<Symbol> unread, List<Symbol> contradicted) {
    /** Most symbols of a page that are read. */
    public static final int MOST = 40;

    public Symbols {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
        contradicted = List.copyOf(contradicted);
    }
}
