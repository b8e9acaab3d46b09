package org.cotejo.capture.checker;

/**
 * A text as it was read.
 *
 * @param text anything at all
 * @param isConfirmed whether two decoders that know nothing of each other read exactly this
 * @param isContradicted whether a second decoder read another text at the same place
 */
public record ReadText(String text, boolean isConfirmed, boolean isContradicted) {}
