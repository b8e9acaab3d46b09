/**
 * Hashes and signatures: the only room that asks the Java platform for cryptography, and always by the algorithm's name, so
 * that whoever starts the program chooses who computes.
 *
 * <p>Read first: {@link org.cotejo.crypto.Hash}, {@link org.cotejo.crypto.Sha256}, {@link org.cotejo.crypto.Ed25519Key}. This
 * room never makes up an algorithm.
 */
@NullMarked
package org.cotejo.crypto;

import org.jspecify.annotations.NullMarked;
