package org.cotejo.capture.quality;

import org.cotejo.base.Problem;
import org.cotejo.capture.symbols.Quad;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a picture.
 *
 * @param page from 0
 * @param place in the page; null where it is all of it
 * @param problem code and sentence
 */
public record Remark(Flaw flaw, int page, @Nullable Quad place, Problem problem) {}
