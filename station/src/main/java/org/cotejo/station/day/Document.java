package org.cotejo.station.day;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.sheet.SignedSheet;

/** What a machine prints. */
public sealed interface Document {
    /** A voter's receipt; whoever prints it keeps no copy of it anywhere. */
    record OfVoter(Receipt receipt) implements Document {}

    /**
     * One copy of the sheets of all contests: the opening report or the tally sheet.
     *
     * @param setup names of places, contests, candidates and parties
     * @param sheets one for each contest, in the order of the definition
     * @param figures of the machine at that moment, for the lines about spoiled votes and void strips
     * @param copy which copy it is, from 1, of so many {@code copies}; above {@code copies} for one that was asked for later
     * @param printing 1 for the first try of this copy, more where earlier strips of it are void
     */
    record OfStation(
            StationDefinition setup, List<SignedSheet> sheets, Figures figures, int copy, int copies, int printing)
            implements Document {
        public OfStation {
            sheets = List.copyOf(sheets);
            Check.that(!sheets.isEmpty(), "no sheets");
            Check.that(copy >= 1 && copies >= 1 && printing >= 1, "copy %d of %d, printing %d", copy, copies, printing);
        }
    }

    /**
     * The certificates of the count of the receipts, beside the sheets.
     *
     * @param setup names of places, contests, candidates and parties
     * @param sheets one for each contest, in the order of the definition
     * @param check what the tellers counted, and where it differs
     */
    record OfBoxCount(StationDefinition setup, List<SignedSheet> sheets, BoxCheck check, int copy, int copies)
            implements Document {
        public OfBoxCount {
            sheets = List.copyOf(sheets);
            Check.that(copy >= 1 && copy <= copies, "copy %d of %d", copy, copies);
        }
    }
}
