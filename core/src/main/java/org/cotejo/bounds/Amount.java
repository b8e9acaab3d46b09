package org.cotejo.bounds;

import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The counts that an announced figure stands for: the count itself, or all counts whose share of the announced valid votes
 * rounds to the printed percentage, half a unit of its last place to either side, both ends included.
 */
record Amount(long low, long high) {

    /** Null if only a percentage is announced, and no number of valid votes that it could be of. */
    static @Nullable Amount of(Announcement announcement, AnnouncedFigure figure) {
        Long count = figure.count();
        if (count != null) {
            return new Amount(count, count);
        }
        Long valid = validOf(announcement);
        Percentage percentage = figure.percentage();
        if (valid == null || percentage == null || !isOfCandidates(figure.subject())) {
            return null;
        }
        Fraction whole = Fraction.of(valid, 1);
        long low = lowEnd(percentage).times(whole).ceiling().longValueExact();
        return new Amount(
                Math.max(0, low), highEnd(percentage).times(whole).floor().longValueExact());
    }

    /** The number of valid votes that is announced, if any. */
    static @Nullable Long validOf(Announcement announcement) {
        return countOf(announcement, Figure.Count.VALID);
    }

    /** The announced count of valid votes, null votes, voters and so on, if any. */
    static @Nullable Long countOf(Announcement announcement, Figure.Count count) {
        for (AnnouncedFigure figure : announcement.figures()) {
            if (figure.subject().equals(new Subject.OfCount(count))) {
                return figure.count();
            }
        }
        return null;
    }

    /** The figures of candidates and groups, in the announcement's order. */
    static List<AnnouncedFigure> ofCandidates(Announcement announcement) {
        return announcement.figures().stream()
                .filter(figure -> isOfCandidates(figure.subject()))
                .toList();
    }

    static boolean isOfCandidates(Subject subject) {
        return !(subject instanceof Subject.OfCount);
    }

    static Fraction lowEnd(Percentage percentage) {
        return percentage.share().minus(half(percentage));
    }

    static Fraction highEnd(Percentage percentage) {
        return percentage.share().plus(half(percentage));
    }

    private static Fraction half(Percentage percentage) {
        return percentage.unit().times(Fraction.of(1, 2));
    }
}
