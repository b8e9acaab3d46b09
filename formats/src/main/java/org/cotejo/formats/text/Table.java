package org.cotejo.formats.text;

import java.util.Optional;

/** Where the rows of a file come from. */
interface Table {
    /** Takes one row after the other. */
    @FunctionalInterface
    interface Sink {
        /** Takes the row, which is filled anew for the next; returns whether it wants another. */
        boolean row(Row row);
    }

    /** Gives the rows that are not empty in their order, each time from the first after the preamble. */
    void read(Row row, Sink sink);

    /** The same rows for reading part by part, where that can be done. */
    default Optional<PlainLines> plainLines() {
        return Optional.empty();
    }
}
