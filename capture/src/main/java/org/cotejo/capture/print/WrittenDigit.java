package org.cotejo.capture.print;

/**
 * What stands in a box for one digit.
 *
 * @param hasInk whether anything is written there
 * @param digit 0 to 9, the likeliest; without meaning where there is no ink
 * @param sure the share that the network gives it, 0 to 1; no probability of being right
 */
public record WrittenDigit(boolean hasInk, int digit, double sure) {
    static final WrittenDigit BLANK = new WrittenDigit(false, 0, 1);
}
