/**
 * Public copies of pictures whose personal parts are covered, and what they prove: pixels, tiles, the proof, the root (values).
 *
 * <p>Read first: {@link org.cotejo.covered.RedactionProof}, {@link org.cotejo.covered.PublicCopy}, {@link org.cotejo.covered.PublicPng}. Whoever
 * verifies a publication needs no more than this room. It never covers anything and never sees what is covered: that is
 * {@code org.cotejo.capture.redaction}.
 */
@NullMarked
package org.cotejo.covered;

import org.jspecify.annotations.NullMarked;
