/**
 * Files of rows as they are met in the wild: byte order marks, encodings, delimiters, quotes, spreadsheets; the cells of
 * votes in them; and small JSON files.
 *
 * <p>Read first: {@link org.cotejo.formats.text.RowFile}, {@link org.cotejo.formats.text.CellText},
 * {@link org.cotejo.formats.text.JsonValue}. This room never knows what a column means.
 */
@NullMarked
package org.cotejo.formats.text;

import org.jspecify.annotations.NullMarked;
