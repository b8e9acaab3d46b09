/**
 * The list of all importers of this module.
 *
 * <p>Read first: {@link org.cotejo.formats.Importers}. This room never reads a file.
 */
@NullMarked
package org.cotejo.formats;

import org.jspecify.annotations.NullMarked;
