/**
 * The log writer: gives entries their places in a transparency log and makes them durable and public before it says so. It
 * sequences bytes and knows nothing of what they mean.
 *
 * <p>Read first: {@link org.cotejo.node.log.LogWriter}, {@code Sequencer} (the order of writing), {@code Opening} (what is
 * compared before anything is written). This room never signs a head that does not continue the one before, never changes a
 * tile or an entry, and never goes on after a write whose outcome is unknown. Design: docs/log-writer.md.
 */
@NullMarked
package org.cotejo.node.log;

import org.jspecify.annotations.NullMarked;
