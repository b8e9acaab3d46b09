package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.night.BoundsChart;
import org.cotejo.audit.night.BoundsOverTime;
import org.cotejo.audit.plot.Chart;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The lead beside the most that is missing, for one grade: the comparison that everybody understands.
 *
 * @param leadLength of the bars, in thousandths of the longer one
 * @param facts further consequences, each a sentence
 * @param night the same two numbers after each station that came in
 */
record LeadChart(
        Race race,
        Bounds bounds,
        String key,
        String sentence,
        int leadLength,
        int missingLength,
        List<String> facts,
        BoundsOverTime night) {

    static LeadChart of(Race race, Grade grade, Words words) {
        boolean isStrict = grade == Grade.STRICT;
        Bounds bounds = isStrict ? race.strict() : race.bounds();
        String key = isStrict ? "missing.strict" : "missing.first";
        long missing = missing(bounds);
        long longest = Math.max(1, Math.max(bounds.lead(), missing));
        return new LeadChart(
                race,
                bounds,
                key,
                sentence(race, bounds, words),
                (int) (bounds.lead() * 1000 / longest),
                (int) (missing * 1000 / longest),
                facts(race, bounds, words),
                race.night(grade));
    }

    /** Whether there is a course to show: two stations at least. */
    boolean hasNight() {
        return night.moments().size() > 1;
    }

    /** How the bounds closed. */
    Chart nightChart() {
        return BoundsChart.of(night, key.replace('.', '-') + "-night");
    }

    private static long missing(Bounds bounds) {
        Long most = bounds.missingRegisteredAtMost();
        return most == null ? 0 : most;
    }

    boolean isMissingKnown() {
        return bounds.missingRegisteredAtMost() != null;
    }

    String missingText(Words words) {
        return isMissingKnown() ? words.number(missing(bounds)) : words.say("missing.unknown");
    }

    private static String sentence(Race race, Bounds bounds, Words words) {
        if (bounds.leader() == null) {
            return words.say("missing.nothing");
        }
        String leader = race.name(bounds.leader());
        String runnerUp = bounds.runnerUp() == null ? words.say("missing.somebody") : race.name(bounds.runnerUp());
        return switch (bounds.canFlip()) {
            case NO ->
                missing(bounds) == 0
                        ? words.say("missing.none", leader, bounds.lead())
                        : words.say("missing.no", leader, runnerUp, missing(bounds), bounds.lead() - missing(bounds));
            case YES -> words.say("missing.yes", leader, runnerUp, bounds.lead(), missing(bounds));
            case UNKNOWN -> words.say("missing.cannot", leader, bounds.lead());
            case NAMES_UNCOUNTED -> words.say("missing.names", leader, bounds.lead());
        };
    }

    private static List<String> facts(Race race, Bounds bounds, Words words) {
        if (bounds.canFlip() == Bounds.CanFlip.NAMES_UNCOUNTED) {
            return List.of();
        }
        List<String> facts = new ArrayList<>();
        Fraction turnout = bounds.turnoutNeeded();
        if (turnout != null && bounds.runnerUp() != null && bounds.lead() > 0) {
            String runnerUp = race.name(bounds.runnerUp());
            facts.add(
                    turnout.compareTo(Fraction.ONE) > 0
                            ? words.say("missing.turnout.impossible", runnerUp, words.share(turnout))
                            : words.say("missing.turnout.needed", runnerUp, words.share(turnout)));
        }
        Integer fewest = bounds.fewestStations();
        if (fewest != null && fewest > 0) {
            facts.add(words.count("missing.fewest", fewest));
        }
        share(race, bounds, words, facts);
        return List.copyOf(facts);
    }

    private static void share(Race race, Bounds bounds, Words words, List<String> facts) {
        @Nullable Fraction lowest = bounds.leaderShareLowest();
        @Nullable Fraction highest = bounds.leaderShareHighest();
        if (lowest != null && highest != null && missing(bounds) > 0) {
            facts.add(words.say(
                    "missing.share",
                    race.name(Objects.requireNonNull(bounds.leader())),
                    words.share(lowest),
                    words.share(highest)));
        }
    }
}
