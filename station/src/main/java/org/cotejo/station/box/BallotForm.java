package org.cotejo.station.box;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * How many positions each contest of a ballot has.
 *
 * @param positions by contest, in the order of the ballot; each at least 1
 */
public record BallotForm(Map<ContestId, Integer> positions) {
    /** The form before a definition is loaded: nobody can vote. */
    static final BallotForm NONE = new BallotForm(Map.of());

    public BallotForm {
        positions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        positions.forEach((contest, count) ->
                Check.that(count >= 1 && count <= Contest.OPTIONS_MOST, "%s has %d positions", contest, count));
    }

    /** The form of a ballot with these contests. */
    public static BallotForm of(List<Contest> contests) {
        Map<ContestId, Integer> positions = new LinkedHashMap<>();
        contests.forEach(
                contest -> positions.put(contest.id(), Figure.positions(contest).size()));
        return new BallotForm(positions);
    }

    /** The ballot with its contests in this form's order; refused (BOX-101 to BOX-103) where it does not fit. */
    public Result<Ballot> check(Ballot ballot) {
        for (ContestId contest : ballot.choices().keySet()) {
            if (!positions.containsKey(contest)) {
                return Result.refused(BoxProblem.NO_CONTEST.problem(contest.value(), contest));
            }
        }
        Map<ContestId, Choice> inOrder = new LinkedHashMap<>();
        for (Map.Entry<ContestId, Integer> each : positions.entrySet()) {
            ContestId contest = each.getKey();
            @Nullable Choice choice = ballot.choices().get(contest);
            if (choice == null) {
                return Result.refused(BoxProblem.NO_CHOICE.problem(contest.value(), contest));
            }
            if (choice instanceof Choice.Picked(int position) && position > each.getValue()) {
                return Result.refused(
                        BoxProblem.NO_POSITION.problem(contest.value(), contest, position, each.getValue()));
            }
            inOrder.put(contest, choice);
        }
        return Result.ok(new Ballot(inOrder));
    }

    List<ContestId> contests() {
        return new ArrayList<>(positions.keySet());
    }

    List<Integer> sizes() {
        return new ArrayList<>(positions.values());
    }
}
