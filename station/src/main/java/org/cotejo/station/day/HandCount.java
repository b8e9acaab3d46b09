package org.cotejo.station.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.tally.Figure;

/**
 * The receipts of a box as one teller counted them, contest by contest. Who the teller is stands on paper and nowhere else.
 *
 * @param contests in the order of the definition
 */
public record HandCount(List<OfContest> contests) {
    /**
     * One contest.
     *
     * @param votes receipts for each position of the ballot, in order
     * @param unreadable receipts of which this contest can't be read
     */
    public record OfContest(ContestId contest, List<Integer> votes, int blank, int unreadable) {
        public OfContest {
            votes = List.copyOf(votes);
            Check.that(
                    blank >= 0 && unreadable >= 0 && votes.stream().allMatch(vote -> vote >= 0),
                    "counts below zero in %s",
                    contest);
        }

        /** All receipts that were found. */
        public int receipts() {
            return blank
                    + unreadable
                    + votes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public HandCount {
        contests = List.copyOf(contests);
    }

    /** What is wrong with it for these contests. */
    Optional<Problem> fault(List<Contest> ballot) {
        List<ContestId> expected = ballot.stream().map(Contest::id).toList();
        boolean isFit = contests.stream().map(OfContest::contest).toList().equals(expected);
        for (int i = 0; isFit && i < ballot.size(); i++) {
            isFit = contests.get(i).votes().size()
                    == Figure.positions(ballot.get(i)).size();
        }
        return isFit ? Optional.empty() : Optional.of(StationProblem.OTHER_BALLOT.problem());
    }

    /** The first figure in which two tellers differ. */
    static Optional<Problem> difference(HandCount first, HandCount second) {
        for (int i = 0; i < first.contests().size(); i++) {
            OfContest one = first.contests().get(i);
            OfContest other = second.contests().get(i);
            List<Integer> ones = figures(one);
            List<Integer> others = figures(other);
            for (int j = 0; j < ones.size(); j++) {
                if (!ones.get(j).equals(others.get(j))) {
                    return Optional.of(StationProblem.TELLERS_DIFFER.problem(
                            name(one.contest(), j, one.votes().size()), ones.get(j), others.get(j)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> figures(OfContest of) {
        List<Integer> figures = new ArrayList<>(of.votes());
        figures.add(of.blank());
        figures.add(of.unreadable());
        return figures;
    }

    private static Sentence name(ContestId contest, int index, int positions) {
        if (index < positions) {
            return new Sentence("{0}, position {1}", "{0}, posición {1}").with(contest, index + 1);
        }
        return (index == positions
                        ? new Sentence("{0}, blank", "{0}, en blanco")
                        : new Sentence("{0}, unreadable", "{0}, ilegibles"))
                .with(contest);
    }
}
