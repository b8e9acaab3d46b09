/**
 * The station tree: after the freeze one leaf for each station of the definition, in its order, so that what is missing is seen to be missing
 * (docs/formats/receipt.md). (values)
 *
 * <p>Read first: {@link org.cotejo.receipt.StationTree}, {@link org.cotejo.receipt.StationLeaf}. This room judges no copy: a leaf names the
 * log's entries of its station and says nothing of what they are worth.
 */
@NullMarked
package org.cotejo.receipt;

import org.jspecify.annotations.NullMarked;
