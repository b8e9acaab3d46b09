package org.cotejo.bounds;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.definition.CandidateId;
import org.cotejo.dossier.Finding;
import org.jspecify.annotations.Nullable;

/** The findings about one announcement, as they are collected. */
final class FindingList {
    private final Announcement announcement;
    private final int contest;
    private final List<Finding> findings = new ArrayList<>();

    FindingList(Announcement announcement, int contest) {
        this.announcement = announcement;
        this.contest = contest;
    }

    /** Values after the announcement's id; numbers become plain digits. */
    void add(AnnouncementFinding kind, Object... values) {
        List<String> texts = Stream.concat(
                        Stream.of(announcement.id()), Arrays.stream(values).map(String::valueOf))
                .toList();
        findings.add(new Finding(kind, contest, Finding.NOWHERE, texts));
    }

    List<Finding> byCode() {
        findings.sort(Comparator.comparing(finding -> finding.kind().code()));
        return findings;
    }

    void coverage(CoverageReadings readings) {
        if (readings.surplus(announcement.coverage()) == 0) {
            return;
        }
        switch (announcement.coverage()) {
            case Coverage.Stations(int number) ->
                add(AnnouncementFinding.MORE_STATIONS_THAN_EXIST, number, readings.stations());
            case Coverage.Registered(long voters) ->
                add(AnnouncementFinding.MORE_VOTERS_THAN_EXIST, voters, Objects.requireNonNull(readings.register()));
            case Coverage.Full(), Coverage.Percent(var _, var _, var _) -> {}
        }
    }

    void ownArithmetic(OwnArithmetic arithmetic, List<CandidateId> candidates) {
        Long sum = arithmetic.wrongSum(candidates);
        if (sum != null) {
            add(AnnouncementFinding.DOES_NOT_ADD_UP, sum, Objects.requireNonNull(Amount.validOf(announcement)));
        }
        for (OwnArithmetic.Mismatch mismatch : arithmetic.mismatches(candidates)) {
            AnnouncedFigure figure = mismatch.figure();
            long count = Objects.requireNonNull(figure.count());
            int decimals = Objects.requireNonNull(figure.percentage()).decimals() + 2;
            add(
                    AnnouncementFinding.PERCENTAGE_DOES_NOT_MATCH,
                    figure.subject(),
                    figure.percentage(),
                    count,
                    Fraction.of(count, mismatch.total())
                            .times(Fraction.of(100, 1))
                            .decimal(decimals)
                            .toPlainString(),
                    mismatch.total());
        }
    }

    void ownStations(boolean isEmpty, List<OwnStations.Mismatch> notSums) {
        if (isEmpty) {
            add(AnnouncementFinding.WITHOUT_STATION_RESULTS, announcement.announcer());
        }
        for (OwnStations.Mismatch mismatch : notSums) {
            add(
                    AnnouncementFinding.NOT_SUM_OF_OWN_STATIONS,
                    mismatch.figure().subject(),
                    announced(mismatch.figure()),
                    mismatch.sum());
        }
    }

    void roundingBack(RoundingBack test) {
        add(
                AnnouncementFinding.COMPUTED_FROM_PERCENTAGES,
                test.counts().size(),
                test.decimals(),
                test.total(),
                twoDigits(Fraction.ONE.over(test.chanceOverTries())));
    }

    /** Rounded down to two digits: more would feign a precision that such a chance does not have. */
    private static String twoDigits(Fraction odds) {
        return new BigDecimal(odds.floor())
                .round(new MathContext(2, RoundingMode.DOWN))
                .toBigInteger()
                .toString();
    }

    void irreversible(Irreversible.@Nullable Open open) {
        if (open != null) {
            add(AnnouncementFinding.CALLED_IRREVERSIBLE, open.lead(), open.leftOut());
        }
    }

    /** A finding for each figure that is impossible under every reading; if there is none, one that names them by reading. */
    void impossible(int known, List<Reading> readings, List<FigureCheck> checks) {
        int before = findings.size();
        for (int i = 0; i < checks.size(); i += readings.size()) {
            List<FigureCheck> ofFigure = checks.subList(i, i + readings.size());
            if (ofFigure.stream().allMatch(FigureCheck::isImpossible)) {
                impossible(known, FigureCheck.kindest(ofFigure));
            }
        }
        if (findings.size() == before) {
            add(
                    AnnouncementFinding.IMPOSSIBLE_EITHER_WAY,
                    known,
                    impossibleUnder(readings.getFirst(), checks),
                    impossibleUnder(readings.getLast(), checks));
        }
    }

    private static String impossibleUnder(Reading reading, List<FigureCheck> checks) {
        return checks.stream()
                .filter(check -> check.reading().equals(reading) && check.isImpossible())
                .map(check -> check.figure().subject() + " = " + announced(check.figure()))
                .collect(Collectors.joining(", "));
    }

    private void impossible(int known, FigureCheck check) {
        AnnouncementFinding kind = check.isTooLow() ? AnnouncementFinding.TOO_LOW : AnnouncementFinding.TOO_HIGH;
        FigureCheck.Shares shares = check.shares();
        String limit;
        String by;
        if (shares == null) {
            limit = String.valueOf(check.isTooLow() ? check.lowest() : check.highest());
            by = check.outside().toString();
        } else {
            // Rounded so that the claim stays true: at least so much, at most so much.
            limit = check.isTooLow()
                    ? percent(shares.lowest(), RoundingMode.FLOOR)
                    : percent(shares.highest(), RoundingMode.CEILING);
            by = percent(check.outside(), RoundingMode.FLOOR);
        }
        add(kind, check.figure().subject(), announced(check.figure()), known, limit, by);
    }

    private static String percent(Fraction share, RoundingMode rounding) {
        return new BigDecimal(share.numerator())
                        .movePointRight(2)
                        .divide(new BigDecimal(share.denominator()), 2, rounding)
                        .toPlainString()
                + " %";
    }

    private static String announced(AnnouncedFigure figure) {
        Long count = figure.count();
        return count != null ? count.toString() : String.valueOf(figure.percentage());
    }
}
