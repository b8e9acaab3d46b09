/**
 * The log witness: somebody who remembers the newest head of each log that it knows, and cosigns a newer one only if it continues that
 * (C2SP tlog-witness, docs/formats/witness.md). And the side that asks: collecting cosignatures of many witnesses. (values)
 *
 * <p>Read first: {@link org.cotejo.node.witness.LogWitness}, {@code WitnessStore} (what must never be wrong),
 * {@link org.cotejo.node.witness.Cosigning}. This room never gives out a cosignature before the head that it is over is durable, and never
 * looks into an entry. A party's witness at a polling station is somebody else: see {@code custody}.
 */
@NullMarked
package org.cotejo.node.witness;

import org.jspecify.annotations.NullMarked;
