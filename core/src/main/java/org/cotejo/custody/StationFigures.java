package org.cotejo.custody;

import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cells;

/**
 * The figures of one station from one source: one copy of its tally sheet, or its result as announced, as the source's kind
 * says.
 *
 * @param cells in the order of the source's figures
 */
public record StationFigures(SourceId source, StationCode station, Paper paper, Way way, Cells cells) {
    /** Which paper the figures were read from; the order is part of the entries' format. */
    public enum Paper {
        /** The tally sheet made at closing. */
        FINAL,
        /** The report printed before voting, which shows that all counters are zero. */
        OPENING_REPORT
    }

    /** How a figure reached whoever announced it; the order is part of the entries' format. */
    public enum Way {
        UNSTATED,
        /** Sent by the voting machine. */
        TRANSMITTED,
        /** Typed or loaded by hand. */
        BY_HAND
    }
}
