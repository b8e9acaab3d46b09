package org.cotejo.capture.checker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.tally.Figure;

/**
 * What a sheet states about one contest.
 *
 * @param contest the contest's id
 * @param byCandidate votes of each candidate, by its id; over all its options
 * @param figures as a delivery states them
 * @param cells the numbers of the figures, in their order
 */
public record ContestVotes(
        String contest, Map<String, Integer> byCandidate, List<Figure> figures, List<Integer> cells) {
    public ContestVotes {
        byCandidate = Collections.unmodifiableMap(new LinkedHashMap<>(byCandidate));
        figures = List.copyOf(figures);
        cells = List.copyOf(cells);
        Check.that(figures.size() == cells.size(), "%d figures, %d cells", figures.size(), cells.size());
    }
}
