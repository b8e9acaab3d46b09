package org.cotejo.station.printer;

import org.cotejo.base.Problem;

/** What became of printing a document. */
public sealed interface PrintOutcome {
    /**
     * All of it was handed over, and the printer reports no fault.
     *
     * @param confirmed whether the printer itself said so afterwards; without it people look at the strip
     */
    record Printed(int bytes, boolean confirmed) implements PrintOutcome {}

    /**
     * It did not come out whole, as far as is known.
     *
     * @param state how the printer was then
     * @param problem with its public code PRINT-1xx
     */
    record Failed(PrinterState state, OnPaper onPaper, Problem problem) implements PrintOutcome {}

    /** How much of the document may be on paper. */
    enum OnPaper {
        /** Surely nothing: there is no strip to declare void. */
        NOTHING,
        /** Perhaps a part; the strip, if there is one, is void. */
        PART,
        /** Perhaps all of it: somebody must look, and a strip that is whole but doubtful is void too. */
        PERHAPS_ALL
    }
}
