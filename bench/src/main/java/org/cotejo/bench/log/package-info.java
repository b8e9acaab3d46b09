/**
 * What verifying a publication and appending to a log are measured against: programs that do the cryptography or the writing alone.
 *
 * <p>Read first: {@link org.cotejo.bench.log.SignaturePlan}, {@link org.cotejo.bench.log.BareVerifier},
 * {@link org.cotejo.bench.log.AppendRun}. This room never says whether a publication is true; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.log;

import org.jspecify.annotations.NullMarked;
