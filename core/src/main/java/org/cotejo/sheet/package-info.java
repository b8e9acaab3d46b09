/**
 * The signed tally sheet (docs/formats/sheet.md): what a station's machine states at closing about one contest, as a line of text
 * with the signature of the station's key, printed as QR 1 on every copy.
 *
 * <p>Read first: {@link org.cotejo.sheet.Sheet}, {@link org.cotejo.sheet.SignedSheet}, {@link org.cotejo.sheet.SheetCursor}. This
 * room also reads the log that such a machine hands out. It never decides whether a copy counts, and draws no code: how much fits into one is asked of whoever prints it. (values)
 */
@NullMarked
package org.cotejo.sheet;

import org.jspecify.annotations.NullMarked;
