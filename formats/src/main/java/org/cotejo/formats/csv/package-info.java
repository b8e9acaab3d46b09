/**
 * Copies of sheets and announced station results from any table, with a MAP that says which column is what
 * (docs/formats/csv.md).
 *
 * <p>Read first: {@link org.cotejo.formats.csv.CsvImport}, {@link org.cotejo.formats.csv.CsvMap},
 * {@link org.cotejo.formats.csv.CsvImporter}. This room never guesses what a column means.
 */
@NullMarked
package org.cotejo.formats.csv;

import org.jspecify.annotations.NullMarked;
