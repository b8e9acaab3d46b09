/**
 * Brazil: the texts of the QR codes on a ballot box report (boletim de urna), versions 1.5 (2018 to 2024) and 6.0 (2026), with the
 * hash chain that joins them (docs/formats/brazil.md). (values)
 *
 * <p>Read first: {@link org.cotejo.formats.brazil.BuReport}, {@link org.cotejo.formats.brazil.BuPart}. This room never says that a
 * signature is true: the keys are not published with the reports.
 */
@NullMarked
package org.cotejo.formats.brazil;

import org.jspecify.annotations.NullMarked;
