package org.cotejo.capture.checker;

import java.util.List;
import org.cotejo.custody.StationFigures;
import org.cotejo.sheet.SignedSheet;
import org.jspecify.annotations.Nullable;

/**
 * What one sheet says.
 *
 * @param station the station's code as the text has it
 * @param texts the texts that it was read from, one or several parts
 * @param signed the signed sheet; null for kinds that are not signed so
 */
public record SheetReading(
        SheetKind kind,
        String station,
        StationFigures.Paper paper,
        List<ContestVotes> contests,
        List<String> texts,
        @Nullable SignedSheet signed) {
    public SheetReading {
        contests = List.copyOf(contests);
        texts = List.copyOf(texts);
    }
}
