package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.tally.Figure;

/** Votes of ballot positions as votes of candidates. */
final class Votes {
    private Votes() {}

    /** Of a contest whose positions are as many as the votes. */
    static ContestVotes of(Contest contest, List<Integer> positions, Map<Figure.Count, Integer> counts) {
        Map<String, Integer> byCandidate = new LinkedHashMap<>();
        for (Candidate candidate : contest.candidates()) {
            byCandidate.put(candidate.id().value(), 0);
        }
        for (int i = 0; i < positions.size(); i++) {
            String candidate = contest.options().isEmpty()
                    ? contest.candidates().get(i).id().value()
                    : option(contest, i).candidate().value();
            byCandidate.merge(candidate, positions.get(i), Integer::sum);
        }
        List<Figure> figures = new ArrayList<>(Figure.positions(contest));
        List<Integer> cells = new ArrayList<>(positions);
        counts.forEach((count, number) -> {
            figures.add(count);
            cells.add(number);
        });
        return new ContestVotes(contest.id().value(), byCandidate, figures, cells);
    }

    /** Of a contest that nobody defined: by the number of the position. */
    static ContestVotes ofPositions(String contest, List<Integer> positions, Map<Figure.Count, Integer> counts) {
        Map<String, Integer> byPosition = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            byPosition.put(Integer.toString(i + 1), positions.get(i));
            figures.add(new Figure.OfOption(i + 1));
        }
        List<Integer> cells = new ArrayList<>(positions);
        counts.forEach((count, number) -> {
            figures.add(count);
            cells.add(number);
        });
        return new ContestVotes(contest, byPosition, figures, cells);
    }

    private static BallotOption option(Contest contest, int index) {
        return contest.options().get(index);
    }

    static long sum(List<Integer> numbers) {
        return numbers.stream().mapToLong(Integer::longValue).sum();
    }
}
