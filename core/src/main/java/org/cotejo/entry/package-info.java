/**
 * The kinds of entry, each a fact of its own for ever, with their canonical bytes (docs/formats/entries.md): what a folder
 * holds and a public log sequences.
 *
 * <p>Read first: {@link org.cotejo.entry.Entry}, {@link org.cotejo.entry.EntryWriter}, {@link org.cotejo.entry.EntryReader}.
 * This room never draws a conclusion from an entry. (values)
 */
@NullMarked
package org.cotejo.entry;

import org.jspecify.annotations.NullMarked;
