/**
 * The mirror: follows a publication, checks every byte before it serves it on, and keeps what it saw when a source forks, goes back,
 * changes or hides something (docs/formats/mirror.md).
 *
 * <p>Read first: {@link org.cotejo.node.mirror.Mirror}, {@code Round} (what is asked and compared, in which order),
 * {@link org.cotejo.node.mirror.Sighting}. This room never serves a byte that it did not check, never goes back behind a head that it saw,
 * and never throws evidence away. It makes no page again and knows nothing of results: that is for {@code verify}.
 */
@NullMarked
package org.cotejo.node.mirror;

import org.jspecify.annotations.NullMarked;
