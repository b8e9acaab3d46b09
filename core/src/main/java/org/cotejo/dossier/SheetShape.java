package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.custody.Source;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.SheetCursor;
import org.cotejo.tally.Figure;

/**
 * Which sheets a source holds, worked out once for all of its rows.
 *
 * @param votes how many ballot positions
 * @param counts the counts that they carry, as bits of {@link SheetCursor#bit}
 * @param isContests whether the positions are those of the contest in the definition as it stands, in their order
 */
record SheetShape(int votes, int counts, boolean isContests) {
    /** The figures of a sheet with all of a contest's ballot positions. */
    static SheetShape of(Source source, Contest contest) {
        List<Figure> positions = new ArrayList<>();
        int counts = 0;
        for (Figure figure : source.figures()) {
            if (figure instanceof Figure.Count count) {
                counts |= SheetCursor.bit(count);
            } else {
                positions.add(figure);
            }
        }
        return new SheetShape(positions.size(), counts, positions.equals(Figure.positions(contest)));
    }

    /** Whether the sheet's figures are those of the source, one by one. */
    boolean fits(SheetCursor sheet) {
        return sheet.voteCount() == votes && sheet.carriesExactly(counts);
    }
}
