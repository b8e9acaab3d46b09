/**
 * Hashes, and later signatures: the only room that asks the Java platform for cryptography.
 *
 * <p>Read first: {@link org.cotejo.crypto.Hash}, {@link org.cotejo.crypto.Sha256}. This room never makes up an algorithm.
 */
@NullMarked
package org.cotejo.crypto;

import org.jspecify.annotations.NullMarked;
