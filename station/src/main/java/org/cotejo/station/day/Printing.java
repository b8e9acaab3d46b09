package org.cotejo.station.day;

/**
 * A printer, as the machine needs one. It answers only when it knows: what it can't know it calls failed, and the strip is void. It keeps
 * nothing that it printed, neither on a disk nor in a queue of the system.
 */
@FunctionalInterface
public interface Printing {
    /** Prints one document, cuts the paper and says what became of it; waits as long as that takes and throws nothing. */
    PrintOutcome print(Document document);
}
