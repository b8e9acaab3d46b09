package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;

/**
 * The report of one contest before the vote, which shows that all counters are zero.
 *
 * @param software hash of the software that runs, as it is read aloud
 */
public record OpeningReport(
        StationHead head,
        Contest contest,
        SignedSheet sheet,
        SpokenHash software,
        Copy copy,
        List<Signatory> signatories)
        implements Document {
    public OpeningReport {
        SheetFit.check(head, contest, sheet);
        signatories = SheetFit.signatories(signatories);
        Check.that(sheet.sheet().paper() == Sheet.Paper.OPENING, "not an opening report: %s", sheet);
        Check.that(sheet.sheet().votes().stream().allMatch(votes -> votes == 0), "an opening report with votes");
    }
}
