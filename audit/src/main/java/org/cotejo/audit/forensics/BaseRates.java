package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.cotejo.base.Check;
import org.cotejo.base.Workers;

/**
 * How often honest elections set each indicator off: runs them over simulated ones and counts.
 *
 * @param runs elections of this kind
 * @param asked for each indicator the elections in which it could be computed
 * @param alarms for each indicator those with p of the level or less
 * @param standingOut elections in which any indicator stood out after correction
 */
public record BaseRates(
        Kind kind,
        int runs,
        double level,
        Map<Indicator, Integer> asked,
        Map<Indicator, Integer> alarms,
        int standingOut) {
    /** Runs that one task does. */
    private static final int RUNS_A_TASK = 10;

    public BaseRates {
        asked = Collections.unmodifiableMap(new EnumMap<>(asked));
        alarms = Collections.unmodifiableMap(new EnumMap<>(alarms));
    }

    /** Measures; every election has a generator of its own, split off in order. */
    public static BaseRates measure(HonestElection election, int runs, int rounds, double level, long seed) {
        Check.that(runs >= 1, "%d runs", runs);
        SplittableRandom root = new SplittableRandom(seed);
        ForensicReport[] reports = new ForensicReport[runs];
        List<Runnable> tasks = new ArrayList<>();
        for (int first = 0; first < runs; first += RUNS_A_TASK) {
            int from = first;
            int to = Math.min(runs, first + RUNS_A_TASK);
            SplittableRandom own = root.split();
            tasks.add(() -> {
                for (int run = from; run < to; run++) {
                    HonestElection.Drawn drawn = election.draw(own.split());
                    reports[run] = Forensics.of(
                            drawn.table(),
                            ForensicSettings.of(own.nextLong(), rounds)
                                    .withEarlier(drawn.earlier())
                                    .withBadTest());
                }
            });
        }
        Workers.run(tasks);
        return count(election.kind(), level, List.of(reports));
    }

    private static BaseRates count(Kind kind, double level, List<ForensicReport> reports) {
        Map<Indicator, Integer> asked = new EnumMap<>(Indicator.class);
        Map<Indicator, Integer> alarms = new EnumMap<>(Indicator.class);
        int standingOut = 0;
        for (ForensicReport report : reports) {
            standingOut += report.standingOut() > 0 ? 1 : 0;
            for (IndicatorResult result : report.indicators()) {
                asked.merge(result.indicator(), result.isAsked() ? 1 : 0, Integer::sum);
                alarms.merge(result.indicator(), result.isAsked() && result.p() <= level ? 1 : 0, Integer::sum);
            }
        }
        return new BaseRates(kind, reports.size(), level, asked, alarms, standingOut);
    }

    /** Alarms over elections in which it could be computed; not a number where it never could. */
    public double rate(Indicator indicator) {
        int of = asked.getOrDefault(indicator, 0);
        return of == 0 ? Double.NaN : (double) alarms.getOrDefault(indicator, 0) / of;
    }

    /** The level plus three standard errors of a rate that is at the level. */
    public double limit(Indicator indicator) {
        int of = asked.getOrDefault(indicator, 0);
        return level + 3 * Math.sqrt(level * (1 - level) / Math.max(1, of));
    }

    /** The largest rate at level 0.05 over all kinds, of 1,000 elections of 960 stations each (docs/statistics.md). */
    static double measured(Indicator indicator) {
        return switch (indicator) {
            case ROUNDED_TOTALS -> Double.NaN;
            case INTEGER_PERCENTAGES -> 0.046;
            case SPIKES -> 0.005;
            case FINGERPRINT_SLOPE -> 0.000;
            case LAST_DIGITS -> 0.066;
            case LAST_PAIRS -> 0.050;
            case DUPLICATES -> 0.000;
            case ZERO_VOTES -> 0.003;
            case LATE_TREND -> 0.054;
            case PAST_SHARE -> 0.048;
            case PAST_REGISTER -> 0.054;
            case SECOND_DIGITS -> 0.691;
        };
    }
}
