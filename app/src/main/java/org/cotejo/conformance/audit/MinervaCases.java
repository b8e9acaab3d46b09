package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.risk.Minerva;
import org.cotejo.formats.text.JsonValue;

/** Ballot polling in rounds by Minerva; the risk limit, where a file does not say, is Arlo's one tenth. */
final class MinervaCases implements Method {
    private static final double LIMIT = 10;

    @Override
    public String name() {
        return "minerva";
    }

    @Override
    public Computed recompute(Given given) {
        given.note("round", "round_sizes");
        double limit = given.number("risk_limit_percent", LIMIT) / 100;
        List<Long> reported = new ArrayList<>(List.of(given.whole("winner"), given.whole("loser")));
        given.find("third").ifPresent(third -> reported.add(Given.whole(third)));
        List<int[]> rounds = rounds(given);
        double largest = 0;
        for (int loser = 1; loser < reported.size(); loser++) {
            Minerva minerva =
                    new Minerva((double) reported.getFirst() / (reported.getFirst() + reported.get(loser)), limit);
            for (int[] round : rounds) {
                minerva.round(round[0], round[loser]);
            }
            largest = Math.max(largest, minerva.p());
        }
        return Computed.of(largest);
    }

    /** Votes of each round for the winner, the loser and a third candidate; further figures are other ballots. */
    private static List<int[]> rounds(Given given) {
        if (!given.has("rounds")) {
            return List.of(new int[] {
                Math.toIntExact(given.whole("sample_winner")), Math.toIntExact(given.whole("sample_loser"))
            });
        }
        List<int[]> rounds = new ArrayList<>();
        for (JsonValue round : given.list("rounds")) {
            rounds.add(round.list().stream()
                    .mapToInt(votes -> Math.toIntExact(Given.whole(votes)))
                    .toArray());
        }
        return rounds;
    }
}
