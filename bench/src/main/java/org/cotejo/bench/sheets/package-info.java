/**
 * How large the printed codes of signed sheets are, for ballots of several lengths (docs/formats/sheet.md, section 5).
 *
 * <p>Read first: {@link org.cotejo.bench.sheets.SheetCodes}. This room never decides what a sheet says; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.sheets;

import org.jspecify.annotations.NullMarked;
