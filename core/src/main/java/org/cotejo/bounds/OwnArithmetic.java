package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Whether the figures of one announcement agree with each other, without any sheet. */
final class OwnArithmetic {
    private final Announcement announcement;
    private final List<AnnouncedFigure> figures;
    private final List<Long> counts;

    OwnArithmetic(Announcement announcement) {
        this.announcement = announcement;
        this.figures = Amount.ofCandidates(announcement);
        this.counts = countsOf(figures);
    }

    /** The counts of those figures that have one. */
    static List<Long> countsOf(List<AnnouncedFigure> figures) {
        return figures.stream()
                .map(AnnouncedFigure::count)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether a candidate stands in two of the figures. */
    static boolean overlaps(List<AnnouncedFigure> figures) {
        Set<CandidateId> seen = new HashSet<>();
        return figures.stream().flatMap(figure -> members(figure).stream()).anyMatch(candidate -> !seen.add(candidate));
    }

    private static List<CandidateId> members(AnnouncedFigure figure) {
        return switch (figure.subject()) {
            case Subject.OfCandidate(var candidate) -> List.of(candidate);
            case Subject.OfGroup(var _, var members) -> members;
            case Subject.OfCount(var _) -> List.of();
        };
    }

    /** The announced votes of the candidates together, if they can't be the announced valid votes; else null. */
    @Nullable
    Long wrongSum(List<CandidateId> candidates) {
        Long valid = Amount.validOf(announcement);
        if (valid == null || counts.isEmpty() || overlaps(figures)) {
            return null;
        }
        long sum = counts.stream().reduce(0L, Math::addExact);
        boolean isWrong = isWhole(candidates) ? sum != valid : sum > valid;
        return isWrong ? sum : null;
    }

    /** Whether every candidate's votes are announced, alone or in a group. */
    private boolean isWhole(List<CandidateId> candidates) {
        Set<CandidateId> announced = new HashSet<>();
        figures.forEach(figure -> announced.addAll(members(figure)));
        return counts.size() == figures.size() && announced.containsAll(candidates);
    }

    /** A figure whose printed percentage is not that of its printed count, and the total that it should be of. */
    record Mismatch(AnnouncedFigure figure, long total) {}

    /**
     * The figures whose percentage and count no rounding joins, nearest, down or up. Percentages may be of the valid votes or
     * of all votes cast, whichever fits all of them; only if neither does is anything said.
     */
    List<Mismatch> mismatches(List<CandidateId> candidates) {
        List<AnnouncedFigure> both = figures.stream()
                .filter(figure -> figure.count() != null && figure.percentage() != null)
                .toList();
        List<Long> totals = totals(candidates);
        boolean fits = totals.stream().anyMatch(total -> both.stream().allMatch(figure -> fits(figure, total)));
        if (fits || totals.isEmpty()) {
            return List.of();
        }
        long first = totals.getFirst();
        return both.stream()
                .filter(figure -> !fits(figure, first))
                .map(figure -> new Mismatch(figure, first))
                .toList();
    }

    private List<Long> totals(List<CandidateId> candidates) {
        List<Long> totals = new ArrayList<>();
        Long valid = Amount.validOf(announcement);
        if (valid == null && isWhole(candidates) && !overlaps(figures)) {
            valid = counts.stream().reduce(0L, Math::addExact);
        }
        if (valid != null && valid > 0) {
            totals.add(valid);
            totals.add(valid + orNone(Figure.Count.NULL));
            totals.add(valid + orNone(Figure.Count.NULL) + orNone(Figure.Count.BLANK));
        }
        long voters = orNone(Figure.Count.VOTERS);
        if (voters > 0 && valid != null) {
            totals.add(voters);
        }
        return totals.stream().filter(total -> total > 0).toList();
    }

    private long orNone(Figure.Count count) {
        Long announced = Amount.countOf(announcement, count);
        return announced == null ? 0 : announced;
    }

    private static boolean fits(AnnouncedFigure figure, long total) {
        long count = Objects.requireNonNull(figure.count());
        return couldBe(Objects.requireNonNull(figure.percentage()), Fraction.of(count, total));
    }

    /** Whether some way of rounding prints the share so: it lies less than one unit of the last place away. */
    static boolean couldBe(Percentage percentage, Fraction share) {
        return share.compareTo(percentage.share().minus(percentage.unit())) > 0
                && share.compareTo(percentage.share().plus(percentage.unit())) < 0;
    }
}
