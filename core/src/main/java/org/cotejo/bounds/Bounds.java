package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.CandidateId;
import org.jspecify.annotations.Nullable;

/**
 * Who leads by the known stations of one contest, and whether the unknown ones could still change that: every registered
 * voter of an unknown station is taken to be able to vote for the runner-up (DESIGN.md, section 6).
 *
 * @param leader null if no station is known or there is no candidate; of equals the first in the definition. It may be the sum of
 *     all names that voters wrote in, which is nobody's ({@link CanFlip#NAMES_UNCOUNTED})
 * @param runnerUp null if there is no leader or no second candidate
 * @param lead votes of the leader minus votes of the runner-up; the leader's own votes if it is alone; 0 without a leader
 * @param missingRegisteredAtMost M: the most votes that the unknown stations can hold; null if it can't be computed
 * @param unknownStations the unlisted ones included
 * @param turnoutNeeded (lead+1)/M: the turnout at the unknown stations at which their votes, all for the runner-up, put it
 *     ahead; above 1 means impossible; null without a runner-up or where M is null or 0
 * @param fewestStations the smallest number of unknown stations whose registers together reach the lead; null if an unknown
 *     station has no register or all of them together do not reach it
 * @param leaderShareLowest A/(T+M), T being all known valid votes; null where M is null
 * @param leaderShareHighest (A+M)/(T+M)
 * @param steps the arithmetic line by line: first how M came about, then the lead
 * @param conclusion what follows, for people
 */
public record Bounds(
        Grade grade,
        @Nullable CandidateId leader,
        @Nullable CandidateId runnerUp,
        long lead,
        @Nullable Long missingRegisteredAtMost,
        CanFlip canFlip,
        int knownStations,
        int unknownStations,
        @Nullable Fraction turnoutNeeded,
        @Nullable Integer fewestStations,
        @Nullable Fraction leaderShareLowest,
        @Nullable Fraction leaderShareHighest,
        List<Step> steps,
        Sentence conclusion) {

    /** Whether the unknown stations could change who leads. */
    public enum CanFlip {
        /** The lead is above M: no content of the unknown sheets changes it. */
        NO("no"),
        /** Not excluded; a tie is not excluded either. */
        YES("yes"),
        /** M can't be computed. */
        UNKNOWN("unknown"),
        /** Names that were written in have more votes than any candidate: one sum of many people, so that it is not known who leads. */
        NAMES_UNCOUNTED("unknown");

        private final String key;

        CanFlip(String key) {
            this.key = key;
        }

        /** The name in JSON. */
        public String key() {
            return key;
        }
    }

    public Bounds {
        steps = List.copyOf(steps);
    }

    /** Computes the bounds of one grade. */
    public static Bounds of(KnownVotes votes, Grade grade) {
        return of(votes, grade, StateSums.of(votes));
    }

    /** Computes the bounds of every grade; adds up the stations once. */
    public static Map<Grade, Bounds> byGrade(KnownVotes votes) {
        StateSums byState = StateSums.of(votes);
        Map<Grade, Bounds> bounds = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            bounds.put(grade, of(votes, grade, byState));
        }
        return bounds;
    }

    private static Bounds of(KnownVotes votes, Grade grade, StateSums byState) {
        MissingRegister missing = MissingRegister.of(votes, grade, byState);
        long[] sums = byState.votes(grade);
        int first = missing.known() == 0 ? -1 : largest(sums, -1);
        int second = first < 0 ? -1 : largest(sums, first);
        long lead = first < 0 ? 0 : sums[first] - (second < 0 ? 0 : sums[second]);
        Long most = missing.most();
        LeadBounds arithmetic = most == null || first < 0 ? null : arithmetic(sums, first, second, most);
        CandidateId leader = first < 0 ? null : votes.candidates().get(first);
        CandidateId runnerUp = second < 0 ? null : votes.candidates().get(second);
        CanFlip canFlip = canFlip(leader != null && leader.equals(votes.writeIn()), lead, most);
        return new Bounds(
                grade,
                leader,
                runnerUp,
                lead,
                most,
                canFlip,
                missing.known(),
                missing.unknown(),
                arithmetic == null || second < 0
                        ? null
                        : arithmetic.turnoutNeeded().orElse(null),
                missing.isByStation() ? fewest(byState.unknownRegisters(grade), lead) : null,
                arithmetic == null ? null : arithmetic.leaderShareLowest().orElse(null),
                arithmetic == null ? null : arithmetic.leaderShareHighest().orElse(null),
                steps(missing, leader, runnerUp, lead, second < 0 ? 0 : sums[second]),
                canFlip == CanFlip.NAMES_UNCOUNTED
                        ? ofNames(Objects.requireNonNull(leader))
                        : conclusion(leader, runnerUp, lead, most));
    }

    private static CanFlip canFlip(boolean isOfNames, long lead, @Nullable Long most) {
        if (isOfNames) {
            return CanFlip.NAMES_UNCOUNTED;
        }
        return most == null ? CanFlip.UNKNOWN : lead > most ? CanFlip.NO : CanFlip.YES;
    }

    private static Sentence ofNames(CandidateId names) {
        return Words.say(
                "More votes are for {0} than for any candidate: names that voters wrote, added up whoever they name. Who leads is not known"
                        + " before the names are counted by hand.",
                "Hay más votos de {0} que de cualquier candidatura: nombres que escribieron los electores, sumados sea quien sea. No se sabe"
                        + " quién va delante hasta que los nombres se cuenten a mano.",
                names);
    }

    private static LeadBounds arithmetic(long[] sums, int first, int second, long most) {
        long runnerUp = second < 0 ? 0 : sums[second];
        return new LeadBounds(sums[first], runnerUp, Arrays.stream(sums).sum() - sums[first] - runnerUp, most);
    }

    /** The place of the first largest sum but that of {@code except}; -1 if there is none. */
    private static int largest(long[] sums, int except) {
        int best = -1;
        for (int i = 0; i < sums.length; i++) {
            if (i != except && (best < 0 || sums[i] > sums[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Takes the largest of ascending registers until they reach the lead. */
    private static @Nullable Integer fewest(int[] registers, long lead) {
        long sum = 0;
        int taken = 0;
        while (sum < lead && taken < registers.length) {
            sum += registers[registers.length - ++taken];
        }
        return sum >= lead ? taken : null;
    }

    private static List<Step> steps(
            MissingRegister missing,
            @Nullable CandidateId leader,
            @Nullable CandidateId runnerUp,
            long lead,
            long runnerUpVotes) {
        List<Step> steps = new ArrayList<>(missing.steps());
        if (leader != null) {
            steps.add(new Step(Words.say("Votes for {0}.", "Votos de {0}.", leader), lead + runnerUpVotes));
            if (runnerUp != null) {
                steps.add(new Step(
                        Words.say("Minus votes for {0}.", "Menos los votos de {0}.", runnerUp), runnerUpVotes));
            }
            steps.add(new Step(new Sentence("The lead.", "La ventaja."), lead));
        }
        return steps;
    }

    private static Sentence conclusion(
            @Nullable CandidateId leader, @Nullable CandidateId runnerUp, long lead, @Nullable Long most) {
        if (leader == null) {
            return new Sentence(
                    "No station's result is known at this grade, so nothing is excluded.",
                    "No se conoce el resultado de ninguna mesa en este grado, así que nada queda excluido.");
        }
        Object other = runnerUp == null ? new Sentence("somebody else", "otra persona") : runnerUp;
        if (most == null) {
            return Words.say(
                    "{0} leads by {1}. How many votes are missing can't be computed, so whether they could change that is not known.",
                    "{0} lleva {1} de ventaja. No se puede calcular cuántos votos faltan, así que no se sabe si podrían cambiarlo.",
                    leader,
                    lead);
        }
        if (lead > most) {
            return Words.say(
                    "Even if each of the {0} registered voters whose result is missing had voted for {1}, {2} would stay ahead, by {3}.",
                    "Aunque cada uno de los {0} electores inscritos cuyo resultado falta hubiera votado por {1}, {2} seguiría delante, por {3}.",
                    most,
                    other,
                    leader,
                    lead - most);
        }
        return Words.say(
                "{0} leads by {1}, and up to {2} votes are missing: that {3} draws level or passes is not excluded.",
                "{0} lleva {1} de ventaja y faltan hasta {2} votos: no se excluye que {3} iguale o pase adelante.",
                leader,
                lead,
                most,
                other);
    }
}
