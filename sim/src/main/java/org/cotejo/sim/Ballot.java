package org.cotejo.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.tally.Figure;

/**
 * Who stands: the candidates of the two coalitions and eight small ones, in an order drawn from the seed.
 *
 * @param first 0-based place of the candidate whom most voters choose
 * @param second 0-based place of the other coalition's candidate, whom every lie about votes favours
 * @param figures what can stand on a sheet: the candidates, valid, null and blank votes, then registered, voters and ballots
 */
record Ballot(Contest contest, int first, int second, List<Figure> figures) {
    static final int CANDIDATES = 10;

    /** Figures of an announced result: those of {@link #figures} up to the blank votes. */
    static final int ANNOUNCED_FIGURES = CANDIDATES + 3;

    private static final List<String> SMALL_LISTS = List.of(
            "Lista Cántaro",
            "Lista Tejado",
            "Lista Nogal",
            "Lista Telar",
            "Lista Yunque",
            "Lista Velero",
            "Lista Colmena",
            "Lista Puente");

    /** Figures of the sheet that a machine signs: it states no valid votes. */
    List<Figure> sheetFigures() {
        return figures.stream().filter(figure -> figure != Figure.Count.VALID).toList();
    }

    /** 0-based place of one of the small lists. */
    int small() {
        return IntStream.range(0, CANDIDATES)
                .filter(i -> i != first && i != second)
                .findFirst()
                .orElseThrow();
    }

    static Ballot of(long seed) {
        Dice dice = Dice.of(seed, Dice.Purpose.COUNTRY, 1);
        int first = dice.below(CANDIDATES);
        int second = (first + 1 + dice.below(CANDIDATES - 1)) % CANDIDATES;
        List<Candidate> candidates = new ArrayList<>();
        int small = 0;
        for (int i = 0; i < CANDIDATES; i++) {
            String name = i == first ? "Lista Faro" : i == second ? "Lista Molino" : SMALL_LISTS.get(small++);
            candidates.add(new Candidate(new CandidateId(i < 9 ? "C0" + (i + 1) : "C" + (i + 1)), name));
        }
        List<Figure> figures = new ArrayList<>();
        candidates.forEach(candidate -> figures.add(new Figure.OfCandidate(candidate.id())));
        figures.addAll(List.of(Figure.Count.values()));
        Contest contest = new Contest(new ContestId("presidencia"), "Presidencia", candidates, List.of());
        return new Ballot(contest, first, second, List.copyOf(figures));
    }
}
