package org.cotejo.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Names;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;

/**
 * What one machine states about one contest of its station. Its sums are not part of its form: a machine that prints wrong ones
 * must be readable, so that its sheet can become a finding.
 *
 * @param election the election's id
 * @param definition the definition that the machine has loaded, as it is read aloud
 * @param number which sheet of how many of this closing, from 1
 * @param votes of each ballot position in order, zeros too; of each candidate where the contest has no options
 * @param counts as far as the law knows them: null and blank votes, registered voters, voters who came, ballots found; at least
 *     one of the last three. The sum of the votes is not stated
 */
public record Sheet(
        KeyAlgorithm algorithm,
        String election,
        SpokenHash definition,
        StationCode station,
        ContestId contest,
        int number,
        int of,
        Paper paper,
        MachineId machine,
        SheetHours hours,
        List<Integer> votes,
        Map<Figure.Count, Integer> counts) {
    /** Most sheets of one closing. */
    public static final int SHEETS_MOST = 1_000;

    /** Most ballot positions of a sheet. */
    public static final int VOTES_MOST = Contest.OPTIONS_MOST;

    /** Which report of the machine it is. */
    public enum Paper {
        /** Made at closing. */
        FINAL,
        /** Printed before the vote, which shows that all counters are zero. */
        OPENING
    }

    public Sheet {
        Check.that(Names.idFault(election).isEmpty(), "election '%s': %s", election, Names.idFault(election));
        Check.that(
                definition.groups().replace(" ", "").compareTo(SheetCursor.DEFINITION_MOST) <= 0,
                "%s is above 128 bits",
                definition);
        Check.that(number >= 1 && number <= of && of <= SHEETS_MOST, "sheet %d of %d", number, of);
        Check.that(
                paper == Paper.FINAL || hours.opening().equals(hours.closing()),
                "an opening report has one time, not %s",
                hours);
        votes = List.copyOf(votes);
        Check.that(!votes.isEmpty() && votes.size() <= VOTES_MOST, "%d ballot positions", votes.size());
        votes.forEach(Sheet::checkCell);
        counts = Collections.unmodifiableMap(copy(counts));
        counts.values().forEach(Sheet::checkCell);
        Check.that(
                !counts.containsKey(Figure.Count.VALID)
                        && (counts.containsKey(Figure.Count.REGISTERED)
                                || counts.containsKey(Figure.Count.VOTERS)
                                || counts.containsKey(Figure.Count.BALLOTS)),
                "a sheet with the counts %s",
                counts);
    }

    private static Map<Figure.Count, Integer> copy(Map<Figure.Count, Integer> counts) {
        Map<Figure.Count, Integer> copy = new EnumMap<>(Figure.Count.class);
        copy.putAll(counts);
        return copy;
    }

    private static void checkCell(int number) {
        Check.that(number >= 0 && number <= Cell.MOST, "a cell holds 0 to %d, not %d", Cell.MOST, number);
    }

    /** Its figures in the order in which a delivery of sheets states them: votes, then the counts that it carries. */
    public List<Integer> cells() {
        List<Integer> cells = new ArrayList<>(votes);
        cells.addAll(counts.values());
        return cells;
    }
}
