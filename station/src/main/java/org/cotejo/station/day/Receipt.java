package org.cotejo.station.day;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.station.box.Choice;

/**
 * What stands on a voter's receipt. Its text form says nothing, so that no log line can hold one.
 *
 * @param election the election's title
 * @param code by chance, not sequential, stored nowhere: two receipts can be told apart, and none can be looked up
 * @param printing 1 for the first strip of this vote, more where earlier ones are void
 * @param lines one for each contest, in the order of the ballot
 */
public record Receipt(String election, StationCode station, String code, int printing, List<Line> lines) {
    /**
     * One contest of a receipt.
     *
     * @param contest with the names of its candidates and parties
     */
    public record Line(Contest contest, Choice choice) {
        @Override
        public String toString() {
            return "a line of a receipt";
        }
    }

    public Receipt {
        lines = List.copyOf(lines);
        Check.that(!lines.isEmpty() && printing >= 1, "a receipt of %d lines, printing %d", lines.size(), printing);
        Check.that(
                code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"),
                "the code of a receipt has another form");
    }

    @Override
    public String toString() {
        return "a receipt of " + lines.size() + " contests";
    }
}
