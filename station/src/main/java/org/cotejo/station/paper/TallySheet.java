package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.jspecify.annotations.Nullable;

/**
 * The tally sheet of one contest at closing. Its figures are those of the signed sheet, which stands on it as QR 1; the differences
 * between them are worked out when it is drawn.
 *
 * @param software hash of the software that ran, as it is read aloud
 * @param receipts how the receipts of the day add up; null where the machine gives none
 */
public record TallySheet(
        StationHead head,
        Contest contest,
        SignedSheet sheet,
        SpokenHash software,
        @Nullable Receipts receipts,
        Copy copy,
        List<Signatory> signatories)
        implements Document {

    /**
     * How the receipts of the day add up.
     *
     * @param kept receipts of votes that count
     * @param spoiled receipts whose voters said that they were wrong; their votes do not count
     */
    public record Receipts(int kept, int spoiled) {
        public Receipts {
            Check.that(kept >= 0 && spoiled >= 0, "%d receipts kept, %d spoiled", kept, spoiled);
        }
    }

    public TallySheet {
        SheetFit.check(head, contest, sheet);
        signatories = SheetFit.signatories(signatories);
        Check.that(sheet.sheet().paper() == Sheet.Paper.FINAL, "not a sheet of a closing: %s", sheet);
    }
}
