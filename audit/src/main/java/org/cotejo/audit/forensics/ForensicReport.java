package org.cotejo.audit.forensics;

import java.util.List;
import java.util.Optional;

/**
 * All that a run gave. It holds no verdict.
 *
 * @param stations of the table
 * @param leader the option that was looked at
 * @param indicators every indicator in the registered order, with or without result
 * @param hardChecks what can't be, by station
 * @param fingerprint turnout and share, described
 * @param duplicates pairs of stations with the same whole result, the first of them
 * @param zeros stations and options whose zero stands out
 */
public record ForensicReport(
        int stations,
        int leader,
        List<IndicatorResult> indicators,
        List<HardCheck> hardChecks,
        Fingerprint fingerprint,
        List<Pair> duplicates,
        List<Spot> zeros) {
    /** Two stations of the table. */
    public record Pair(int first, int second) {}

    /** An option at a station of the table. */
    public record Spot(int station, int option) {}

    public ForensicReport {
        indicators = List.copyOf(indicators);
        hardChecks = List.copyOf(hardChecks);
        duplicates = List.copyOf(duplicates);
        zeros = List.copyOf(zeros);
    }

    public Optional<IndicatorResult> of(Indicator indicator) {
        return indicators.stream()
                .filter(result -> result.indicator() == indicator)
                .findAny();
    }

    /** Indicators that stand out after correction. */
    public long standingOut() {
        return indicators.stream().filter(IndicatorResult::standsOut).count();
    }
}
