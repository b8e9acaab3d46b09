/**
 * Venezuela, 28 July 2024: the results of 25,075 stations as one side published them, the QR texts of the sheets, and the
 * frame that goes with them, the two announced results included (docs/formats/venezuela.md).
 *
 * <p>Read first: {@link org.cotejo.formats.venezuela.VeCsv}, {@link org.cotejo.formats.venezuela.VeQr}. This room never
 * imports a link to a picture.
 */
@NullMarked
package org.cotejo.formats.venezuela;

import org.jspecify.annotations.NullMarked;
