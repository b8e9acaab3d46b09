package org.cotejo.station.desk;

import org.cotejo.station.day.PrintOutcome.Reason;
import org.cotejo.station.paper.VoidSlip;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.PrinterState;

/** What a printer says of a paper that did not come out, as the machine keeps it and as it stands on a void slip. */
final class Voids {
    private Voids() {}

    /** Where somebody must look, that comes first: a printer that is well again says nothing of the strip. */
    static Reason reason(PrinterState state, OnPaper onPaper) {
        if (onPaper == OnPaper.PERHAPS_ALL) {
            return Reason.UNKNOWN;
        }
        boolean isPart = onPaper == OnPaper.PART;
        return switch (state) {
            case PAPER_OUT -> Reason.NO_PAPER;
            case COVER_OPEN -> Reason.COVER_OPEN;
            case JAM -> Reason.JAM;
            case SILENT, GONE -> isPart ? Reason.HALF_PRINTED : Reason.OFFLINE;
            case READY, PAPER_LOW, FAULT -> isPart ? Reason.HALF_PRINTED : Reason.FAULT;
        };
    }

    static VoidSlip.Reason onSlip(PrinterState state) {
        return switch (state) {
            case PAPER_OUT -> VoidSlip.Reason.PAPER_OUT;
            case COVER_OPEN -> VoidSlip.Reason.COVER_OPEN;
            case JAM -> VoidSlip.Reason.JAM;
            case SILENT, GONE -> VoidSlip.Reason.PRINTER_LOST;
            case READY, PAPER_LOW, FAULT -> VoidSlip.Reason.UNREADABLE;
        };
    }
}
