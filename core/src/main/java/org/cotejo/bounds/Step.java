package org.cotejo.bounds;

import org.cotejo.base.Sentence;

/**
 * One line of a sum as a page prints it: what the number is, and the number. Whether it is added or taken away stands in
 * the words, so the value is never negative.
 */
public record Step(Sentence what, long value) {}
