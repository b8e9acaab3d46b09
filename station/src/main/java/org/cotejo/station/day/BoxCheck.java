package org.cotejo.station.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What came of counting the receipts beside the sheets.
 *
 * @param certificates one for each contest, in order
 * @param differences every figure in which the hand count and the sheet are not the same; none where they agree
 */
public record BoxCheck(List<CountCertificate> certificates, List<Difference> differences) {
    /**
     * One figure.
     *
     * @param figure a position of the ballot, blank votes, null votes (receipts that can't be read), or all receipts
     */
    public record Difference(org.cotejo.definition.ContestId contest, Figure figure, int sheet, int hand) {}

    public BoxCheck {
        certificates = List.copyOf(certificates);
        differences = List.copyOf(differences);
    }

    static List<Difference> differences(List<SignedSheet> sheets, HandCount hand) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i).sheet();
            HandCount.OfContest counted = hand.contests().get(i);
            for (int j = 0; j < sheet.votes().size(); j++) {
                add(
                        counted,
                        new Figure.OfOption(j + 1),
                        sheet.votes().get(j),
                        counted.votes().get(j),
                        found);
            }
            Map<Figure.Count, Integer> counts = sheet.counts();
            add(counted, Figure.Count.BLANK, counts.get(Figure.Count.BLANK), counted.blank(), found);
            add(counted, Figure.Count.NULL, counts.get(Figure.Count.NULL), counted.unreadable(), found);
            add(counted, Figure.Count.BALLOTS, counts.get(Figure.Count.BALLOTS), counted.receipts(), found);
        }
        return found;
    }

    private static void add(
            HandCount.OfContest of, Figure figure, @Nullable Integer sheet, int hand, List<Difference> to) {
        if (sheet != null && sheet != hand) {
            to.add(new Difference(of.contest(), figure, sheet, hand));
        }
    }
}
