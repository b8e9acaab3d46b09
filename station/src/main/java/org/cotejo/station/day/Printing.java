package org.cotejo.station.day;

/**
 * A printer, as the machine needs one. A printer that can say whether the paper came out is asked, and whatever it can't vouch for is
 * failed, with the strip void: an answer that stays out, a line that broke, a fault. A printer that never answers, such as one that is
 * written to alone, is believed when it took every byte; the voter's eyes on the receipt and the people who count the copies stand in
 * for it. It keeps nothing that it printed, neither on a disk nor in a queue of the system.
 */
@FunctionalInterface
public interface Printing {
    /** Prints one document, cuts the paper and says what became of it; waits as long as that takes and throws nothing. */
    PrintOutcome print(Document document);

    /** Whether the paper has a letter for every character of a text. */
    default boolean canPrint(String text) {
        return true;
    }
}
