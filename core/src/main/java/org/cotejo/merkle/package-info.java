/**
 * The hash tree of RFC 6962 and RFC 9162 over SHA-256: how leaves become one root, and the proofs that a leaf is in a tree
 * and that a tree continues an older one. (values)
 *
 * <p>Read first: {@link org.cotejo.merkle.TreeHash}, {@link org.cotejo.merkle.Inclusion},
 * {@link org.cotejo.merkle.Consistency}. This room never asks what a leaf means, and knows no signatures.
 */
@NullMarked
package org.cotejo.merkle;

import org.jspecify.annotations.NullMarked;
