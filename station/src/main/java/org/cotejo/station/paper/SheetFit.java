package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tally.Figure;

/** Whether a signed sheet, its contest and the head of the paper are about the same thing. */
final class SheetFit {
    private static final int BOXES_MOST = 64;

    private SheetFit() {}

    static void check(StationHead head, Contest contest, SignedSheet signed) {
        Sheet sheet = signed.sheet();
        Check.that(head.station().equals(sheet.station()), "a sheet of %s under %s", sheet.station(), head.station());
        Check.that(contest.id().equals(sheet.contest()), "a sheet of %s under %s", sheet.contest(), contest.id());
        int positions = Figure.positions(contest).size();
        Check.that(
                positions == sheet.votes().size(),
                "%d positions in %s, %d on the sheet",
                positions,
                contest.id(),
                sheet.votes().size());
        Check.that(
                head.rehearsal() == (sheet.algorithm() == KeyAlgorithm.ED25519_DEMO),
                "rehearsal is %s, the sheet is signed with %s",
                head.rehearsal(),
                sheet.algorithm().label());
    }

    static List<Signatory> signatories(List<Signatory> signatories) {
        Check.that(signatories.size() <= BOXES_MOST, "%d signature boxes", signatories.size());
        return List.copyOf(signatories);
    }
}
