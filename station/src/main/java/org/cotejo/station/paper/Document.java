package org.cotejo.station.paper;

import java.util.Optional;

/** One piece of paper that the machine prints. Each says of which station it is; none names a person. */
public sealed interface Document
        permits Receipt, OpeningReport, TallySheet, BoxCertificate, HashSlip, KeySlip, VoidSlip {
    /** Whose paper it is. */
    StationHead head();

    /** Which kind of paper it is. */
    default Kind kind() {
        return switch (this) {
            case Receipt _ -> Kind.RECEIPT;
            case OpeningReport _ -> Kind.OPENING_REPORT;
            case TallySheet _ -> Kind.TALLY_SHEET;
            case BoxCertificate _ -> Kind.BOX_CERTIFICATE;
            case HashSlip _ -> Kind.HASH_SLIP;
            case KeySlip _ -> Kind.KEY_SLIP;
            case VoidSlip _ -> Kind.VOID_SLIP;
        };
    }

    /** Which copy it is; empty of papers that have none. */
    default Optional<Copy> copyOf() {
        return switch (this) {
            case OpeningReport report -> Optional.of(report.copy());
            case TallySheet sheet -> Optional.of(sheet.copy());
            case BoxCertificate certificate -> Optional.of(certificate.copy());
            case VoidSlip slip -> Optional.ofNullable(slip.copy());
            case Receipt _, HashSlip _, KeySlip _ -> Optional.empty();
        };
    }

    /** The kinds of paper. */
    enum Kind {
        RECEIPT,
        OPENING_REPORT,
        TALLY_SHEET,
        BOX_CERTIFICATE,
        HASH_SLIP,
        KEY_SLIP,
        VOID_SLIP
    }
}
