package org.cotejo.station.paper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the count of the box (constancia): what the machine says, and what two tellers each counted by hand, with the
 * difference by option.
 *
 * @param sheet the signed sheet against which the box is counted
 * @param signed what the machine signed about the count; null where the tellers differ, since it signs nothing then
 */
public record BoxCertificate(
        StationHead head,
        Contest contest,
        SignedSheet sheet,
        Hand first,
        Hand second,
        @Nullable CountCertificate signed,
        Copy copy,
        List<Signatory> signatories)
        implements Document {

    /**
     * What one teller counted.
     *
     * @param votes of each ballot position in order
     * @param others null and blank receipts and all receipts found; those that the sheet has
     */
    public record Hand(List<Integer> votes, Map<Figure.Count, Integer> others) {
        public Hand {
            votes = List.copyOf(votes);
            Map<Figure.Count, Integer> copy = new EnumMap<>(Figure.Count.class);
            copy.putAll(others);
            others = Collections.unmodifiableMap(copy);
            votes.forEach(Hand::checkCell);
            others.values().forEach(Hand::checkCell);
        }

        private static void checkCell(int number) {
            Check.that(number >= 0 && number <= Cell.MOST, "a count is 0 to %d, not %d", Cell.MOST, number);
        }
    }

    public BoxCertificate {
        SheetFit.check(head, contest, sheet);
        signatories = SheetFit.signatories(signatories);
        Check.that(sheet.sheet().paper() == Sheet.Paper.FINAL, "not a sheet of a closing: %s", sheet);
        checkHand(first, sheet.sheet());
        checkHand(second, sheet.sheet());
        Check.that(
                signed == null
                        || first.equals(second)
                                && signed.votes().equals(first.votes())
                                && signed.sheet().equals(CountCertificate.hash(sheet)),
                "another count was signed: %s",
                signed);
    }

    private static void checkHand(Hand hand, Sheet sheet) {
        Check.that(
                hand.votes().size() == sheet.votes().size(),
                "%d positions counted",
                hand.votes().size());
        for (Figure.Count count : List.of(Figure.Count.NULL, Figure.Count.BLANK, Figure.Count.BALLOTS)) {
            Check.that(
                    hand.others().containsKey(count) == sheet.counts().containsKey(count),
                    "%s counted by hand and by machine, or by neither",
                    count);
        }
    }
}
