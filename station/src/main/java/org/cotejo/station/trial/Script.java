package org.cotejo.station.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotejo.base.Result;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.tally.Figure;

/** The voters of a parallel test, in order (docs/formats/station.md, section 4). */
public record Script(List<Voter> voters) {
    /** What a scripted voter does once the receipt is there. */
    public enum Answer {
        /** Says that it is right. */
        RIGHT,
        /** Says that it is wrong, and votes the same again. */
        WRONG,
        /** Leaves without a word. */
        LEFT,
        /** Leaves before confirming: no vote. */
        CANCEL
    }

    /** One voter. */
    public record Voter(Ballot ballot, Answer answer) {}

    private static final String HOW = "how";
    /** Nobody's, to be written in by chance. */
    private static final List<String> NAMES = List.of("ANA MUESTRA", "JOSÉ PRUEBA-ÑANDÚ", "O'NADIE", "لا أحد");

    private static Choice choice(Contest contest, int position, String name) {
        if (position == 0) {
            return new Choice.Blank();
        }
        return position == contest.writeInPosition()
                ? new Choice.WrittenIn(position, name)
                : new Choice.Picked(position);
    }

    public Script {
        voters = List.copyOf(voters);
    }

    /** Voters by chance; the same seed gives the same. */
    public static Script random(List<Contest> contests, int voters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Voter> all = new ArrayList<>();
        for (int i = 0; i < voters; i++) {
            Map<ContestId, Choice> choices = new LinkedHashMap<>();
            for (Contest contest : contests) {
                int position = random.nextInt(Figure.positions(contest).size() + 1);
                String name = NAMES.get(random.nextInt(NAMES.size()));
                choices.put(contest.id(), choice(contest, position, name));
            }
            int draw = random.nextInt(20);
            Answer answer =
                    draw == 0 ? Answer.WRONG : draw == 1 ? Answer.LEFT : draw == 2 ? Answer.CANCEL : Answer.RIGHT;
            all.add(new Voter(new Ballot(choices), answer));
        }
        return new Script(all);
    }

    /**
     * Reads a script: a head line with the ids of the contests in any order and perhaps {@code how}, then a line for each voter with a
     * position, {@code blank} or a position with the name that is written there ({@code 4=NAME}) for each, and {@code right}, {@code wrong}, {@code left} or {@code cancel}. Lines that are empty or begin
     * with # are skipped.
     */
    public static Result<Script> read(String file, String text, List<Contest> contests) {
        List<String> columns = List.of();
        List<Voter> voters = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.strip().split("\\s*,\\s*", -1));
            if (columns.isEmpty()) {
                List<String> missing = missing(cells, contests);
                if (!missing.isEmpty()) {
                    return Result.refused(TrialProblem.COLUMNS.at(file, number, "", String.join(", ", missing)));
                }
                columns = cells;
                continue;
            }
            Result<Voter> voter = voter(file, number, columns, cells, contests);
            if (voter instanceof Result.Refused<Voter>(var problem)) {
                return Result.refused(problem);
            }
            voters.add(voter.orThrow());
        }
        return voters.isEmpty() ? Result.refused(TrialProblem.NOBODY.at(file, 0, "")) : Result.ok(new Script(voters));
    }

    private static List<String> missing(List<String> cells, List<Contest> contests) {
        List<String> wrong = new ArrayList<>();
        for (Contest contest : contests) {
            if (cells.stream().filter(contest.id().value()::equals).count() != 1) {
                wrong.add(contest.id().value());
            }
        }
        for (String cell : cells) {
            if (!cell.equals(HOW)
                    && contests.stream()
                            .noneMatch(contest -> contest.id().value().equals(cell))) {
                wrong.add(cell);
            }
        }
        return wrong;
    }

    private static Result<Voter> voter(
            String file, int number, List<String> columns, List<String> cells, List<Contest> contests) {
        if (cells.size() != columns.size()) {
            return Result.refused(TrialProblem.CELLS.at(file, number, "", cells.size(), columns.size()));
        }
        Answer answer = Answer.RIGHT;
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = cells.get(i);
            if (column.equals(HOW)) {
                if (!cell.matches("right|wrong|left|cancel")) {
                    return Result.refused(TrialProblem.ANSWER.at(file, number, column, cell));
                }
                answer = Answer.valueOf(cell.toUpperCase(Locale.ROOT));
                continue;
            }
            Contest contest = contests.stream()
                    .filter(each -> each.id().value().equals(column))
                    .findFirst()
                    .orElseThrow();
            int positions = Figure.positions(contest).size();
            int equals = cell.indexOf('=');
            String place = equals < 0 ? cell : cell.substring(0, equals);
            String name = equals < 0 ? "" : cell.substring(equals + 1);
            int position = place.equals("blank") ? 0 : place.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(place) : -1;
            boolean isWriteIn = position > 0 && position == contest.writeInPosition();
            if (position < 0 || position > positions || (isWriteIn ? !Choice.WrittenIn.isName(name) : equals >= 0)) {
                return Result.refused(TrialProblem.POSITION.at(file, number, column, cell, positions));
            }
            choices.put(contest.id(), choice(contest, position, name));
        }
        return Result.ok(new Voter(new Ballot(choices), answer));
    }
}
