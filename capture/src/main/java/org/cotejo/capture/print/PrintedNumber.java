package org.cotejo.capture.print;

/**
 * A number as two looks at the same ink read it.
 *
 * @param hasInk whether anything stands there
 * @param once digits, looked at as they stand; empty where none were recognised
 * @param again digits, looked at in a line made of them
 * @param sure of the digit of which either look was least sure, 0 to 1; no probability
 */
public record PrintedNumber(boolean hasInk, String once, String again, double sure) {}
