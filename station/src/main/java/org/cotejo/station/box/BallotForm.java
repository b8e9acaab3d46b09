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
 * @param writeIns the position at which a name can be written, of those contests that have one
 */
public record BallotForm(Map<ContestId, Integer> positions, Map<ContestId, Integer> writeIns) {
    /** The form before a definition is loaded: nobody can vote. */
    static final BallotForm NONE = new BallotForm(Map.of());

    /** A form in which nobody can be written in. */
    BallotForm(Map<ContestId, Integer> positions) {
        this(positions, Map.of());
    }

    public BallotForm {
        writeIns = Map.copyOf(writeIns);
        positions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        positions.forEach((contest, count) ->
                Check.that(count >= 1 && count <= Contest.OPTIONS_MOST, "%s has %d positions", contest, count));
        for (Map.Entry<ContestId, Integer> writeIn : writeIns.entrySet()) {
            int most = positions.getOrDefault(writeIn.getKey(), 0);
            Check.that(
                    writeIn.getValue() >= 1 && writeIn.getValue() <= most,
                    "%s has no position %d",
                    writeIn.getKey(),
                    writeIn.getValue());
        }
    }

    /** The form of a ballot with these contests. */
    public static BallotForm of(List<Contest> contests) {
        Map<ContestId, Integer> positions = new LinkedHashMap<>();
        Map<ContestId, Integer> writeIns = new LinkedHashMap<>();
        for (Contest contest : contests) {
            positions.put(contest.id(), Figure.positions(contest).size());
            if (contest.writeInPosition() > 0) {
                writeIns.put(contest.id(), contest.writeInPosition());
            }
        }
        return new BallotForm(positions, writeIns);
    }

    /** The ballot with its contests in this form's order; refused (BOX-101 to BOX-104) where it does not fit. */
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
            if (choice instanceof Choice.WrittenIn(int position, String _) && position != writeIn(contest)) {
                return Result.refused(
                        BoxProblem.NO_POSITION.problem(contest.value(), contest, position, each.getValue()));
            }
            if (choice instanceof Choice.Picked(int position) && position == writeIn(contest)) {
                return Result.refused(BoxProblem.NO_NAME.problem(contest.value(), contest, position));
            }
            inOrder.put(contest, choice);
        }
        return Result.ok(new Ballot(inOrder));
    }

    /** The position of a contest at which a name can be written; 0 if there is none. */
    int writeIn(ContestId contest) {
        return writeIns.getOrDefault(contest, 0);
    }

    List<ContestId> contests() {
        return new ArrayList<>(positions.keySet());
    }

    List<Integer> sizes() {
        return new ArrayList<>(positions.values());
    }
}
