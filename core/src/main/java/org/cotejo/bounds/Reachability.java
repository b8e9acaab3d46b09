package org.cotejo.bounds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Fraction;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.FigureCheck.Reach;
import org.cotejo.bounds.FigureCheck.Shares;
import org.cotejo.bounds.KnownSheets.Column;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * Checks each figure of an announcement, one at a time, under each reading of its coverage (DESIGN.md, section 6).
 *
 * <p>Lowest = known votes minus the most that can lie in the left-out part; highest = known votes plus what the unknown
 * stations can hold. Both are limits that no choice of stations and no content of unknown sheets can pass, so a figure
 * outside them is impossible; one inside them need not be reachable.
 */
record Reachability(Announcement announcement, KnownVotes votes, KnownSheets sheets, List<Reading> readings) {

    /** All checks: for each figure in the announcement's order, one for each reading. */
    List<FigureCheck> checks() {
        List<FigureCheck> checks = new ArrayList<>();
        for (AnnouncedFigure figure : announcement.figures()) {
            int[] figures = KnownSheets.figures(votes, figure.subject());
            Amount amount = Amount.of(announcement, figure);
            if (figures == null || amount == null && !Amount.isOfCandidates(figure.subject())) {
                readings.forEach(reading -> checks.add(unchecked(figure, reading)));
                continue;
            }
            Column column = sheets.column(figures);
            Column others = amount == null ? sheets.column(KnownSheets.othersThan(votes, figures)) : null;
            for (Reading reading : readings) {
                checks.add(
                        amount != null
                                ? ofCount(figure, reading, column, amount)
                                : ofShare(figure, reading, column, Objects.requireNonNull(others)));
            }
        }
        return checks;
    }

    private static FigureCheck unchecked(AnnouncedFigure figure, Reading reading) {
        Sentence why = new Sentence(
                "No sheet carries such a figure, or it can't be told what its percentage is of: not checked.",
                "Ningún acta trae esa cifra, o no se sabe de qué es su porcentaje: no se comprobó.");
        return new FigureCheck(figure, reading, Reach.UNCHECKED, 0, null, null, null, null, 0, null, List.of(why));
    }

    private FigureCheck ofCount(AnnouncedFigure figure, Reading reading, Column column, Amount amount) {
        Long leftOut = sheets.mostLeftOut(column, reading);
        Long lowest = leftOut == null ? null : Long.valueOf(column.total() - leftOut);
        Long highest = column.most();
        Reach reach;
        long shortBy = 0;
        if (lowest != null && amount.high() < lowest) {
            reach = Reach.IMPOSSIBLE;
            shortBy = lowest - amount.high();
        } else if (highest != null && amount.low() > highest) {
            reach = Reach.IMPOSSIBLE;
            shortBy = highest - amount.low();
        } else {
            reach = lowest == null ? Reach.UNCHECKED : Reach.NOT_EXCLUDED;
        }
        BigDecimal tipping = shortBy > 0 ? tipping(reading, column, amount.high()) : null;
        List<Sentence> steps = new FigureSteps(figure, reading, column, announcement)
                .ofCount(amount, leftOut, lowest, shortBy, tipping);
        return new FigureCheck(
                figure, reading, reach, column.total(), leftOut, lowest, highest, null, shortBy, tipping, steps);
    }

    /** The share of the whole that must be covered for the figure to be impossible, rounded up so that the claim stays true. */
    private @Nullable BigDecimal tipping(Reading reading, Column column, long announced) {
        Long whole = reading.whole();
        if (whole == null || whole == 0) {
            return null;
        }
        long room = sheets.roomBelow(column, reading, column.total() - announced);
        BigInteger covered = BigInteger.valueOf(Math.max(0, whole - room));
        return new BigDecimal(covered.multiply(BigInteger.valueOf(100)))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.CEILING);
    }

    /** Without a number of valid votes only shares can be compared: x/(x+y) is smallest at the lowest x and the highest y. */
    private FigureCheck ofShare(AnnouncedFigure figure, Reading reading, Column column, Column others) {
        Percentage percentage = Objects.requireNonNull(figure.percentage());
        Long leftOut = sheets.mostLeftOut(column, reading);
        Long othersLeftOut = sheets.mostLeftOut(others, reading);
        Long lowest = leftOut == null ? null : Long.valueOf(column.total() - leftOut);
        Long highest = column.most();
        Long othersHighest = others.most();
        Long othersLowest = othersLeftOut == null ? null : Long.valueOf(others.total() - othersLeftOut);
        Fraction low = lowest == null || othersHighest == null || lowest == 0
                ? Fraction.ZERO
                : Fraction.of(lowest, lowest + othersHighest);
        Fraction high = othersLowest == null || highest == null || othersLowest == 0
                ? Fraction.ONE
                : Fraction.of(highest, highest + othersLowest);
        boolean isTooLow = Amount.highEnd(percentage).compareTo(low) < 0;
        boolean isTooHigh = Amount.lowEnd(percentage).compareTo(high) > 0;
        Reach reach = isTooLow || isTooHigh ? Reach.IMPOSSIBLE : lowest == null ? Reach.UNCHECKED : Reach.NOT_EXCLUDED;
        Shares shares = new Shares(low, high);
        List<Sentence> steps =
                new FigureSteps(figure, reading, column, announcement).ofShare(percentage, shares, isTooLow, isTooHigh);
        return new FigureCheck(
                figure, reading, reach, column.total(), leftOut, lowest, highest, shares, 0, null, steps);
    }
}
