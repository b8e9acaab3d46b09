/**
 * Published test vectors, recomputed: from the inputs of each file everything that it says comes out is computed anew and
 * compared. What a file holds is known by its shape, never by its name; what nobody here can recompute is a failure.
 *
 * <p>Read first: {@link org.cotejo.conformance.Conformance}, {@link org.cotejo.conformance.FileReport}. This room never skips
 * a case, and computes nothing by itself that the rooms under test compute.
 */
@NullMarked
package org.cotejo.conformance;

import org.jspecify.annotations.NullMarked;
