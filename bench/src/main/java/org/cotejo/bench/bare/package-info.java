/**
 * What verifying a publication and appending to a log are measured against: programs that do the cryptography or the writing alone.
 *
 * <p>Read first: {@code SignaturePlan}, {@code BareVerifier}, {@code AppendRun}. This room never says whether a publication is true; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.bare;

import org.jspecify.annotations.NullMarked;
