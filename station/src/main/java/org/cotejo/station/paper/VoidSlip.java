package org.cotejo.station.paper;

import org.cotejo.base.Check;
import org.cotejo.definition.ContestId;
import org.cotejo.sheet.MachineId;
import org.jspecify.annotations.Nullable;

/**
 * Says that a strip which did not come out whole is void; it is fastened to that strip.
 *
 * @param of the kind of paper that is void
 * @param contest of a sheet or certificate; null for all else
 * @param copy which copy is void, of papers that have copies; null for a receipt, of which nothing is said
 */
public record VoidSlip(
        StationHead head,
        MachineId machine,
        Kind of,
        @Nullable ContestId contest,
        @Nullable Copy copy,
        Reason reason) implements Document {

    /** Why it is void. */
    public enum Reason {
        PAPER_OUT,
        COVER_OPEN,
        JAM,
        POWER_CUT,
        PRINTER_LOST,
        /** Somebody at the table says that it can't be read or used. */
        UNREADABLE,
        /** The program was started again and does not know what became of it. */
        RESTARTED
    }

    public VoidSlip {
        Check.that(of != Kind.VOID_SLIP, "a void slip of a void slip");
        boolean hasCopies = of == Kind.OPENING_REPORT || of == Kind.TALLY_SHEET || of == Kind.BOX_CERTIFICATE;
        Check.that(hasCopies == (contest != null) && hasCopies == (copy != null), "a void %s with copy %s", of, copy);
    }
}
