package org.cotejo.station.printer;

/** How a printer says it is. */
public enum PrinterState {
    READY,
    /** It prints, and the roll is nearly used up. */
    PAPER_LOW,
    PAPER_OUT,
    COVER_OPEN,
    /** The cutter or the paper is jammed. */
    JAM,
    /** Another fault that it reports. */
    FAULT,
    /** It is there and does not answer: some printers can't, so nothing is known of its paper. */
    SILENT,
    /** It can't be reached. */
    GONE;

    /** Whether printing can be tried. */
    public boolean canPrint() {
        return this == READY || this == PAPER_LOW || this == SILENT;
    }
}
