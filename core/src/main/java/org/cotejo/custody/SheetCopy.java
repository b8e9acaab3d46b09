package org.cotejo.custody;

import org.cotejo.definition.StationCode;
import org.cotejo.sheet.SignedSheet;

/**
 * A signed sheet as one source delivers it.
 *
 * @param station the station that it was delivered for; the sheet may name another, which is then found
 * @param sheet its figures, in its order, are those of the source
 */
public record SheetCopy(SourceId source, StationFigures.Way way, StationCode station, SignedSheet sheet) {}
