package org.cotejo.bounds;

import java.util.List;
import java.util.OptionalLong;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.reconcile.StationState;
import org.cotejo.tally.Figure;

/** What an announcement must cover, and whether it is borne out there. */
record CoveredStations(Announcement announcement, KnownVotes votes, List<Reading> readings) {

    /** Listed stations in a state. */
    int count(StationState state) {
        int count = 0;
        for (int station = 0; station < votes.listed(); station++) {
            count += votes.state(station) == state ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether a contradicted station must be among the covered ones: those covered are known to be all that were announced, or
     * the contradicted ones do not fit into the left-out part under any reading.
     */
    boolean mustHoldContradicted(boolean areAnnouncedOnesCovered) {
        int contradicted = count(StationState.CONTRADICTED);
        return contradicted > 0
                && (areAnnouncedOnesCovered || readings.stream().noneMatch(reading -> fits(contradicted, reading)));
    }

    private boolean fits(int contradicted, Reading reading) {
        Long room = reading.leftOut();
        if (room == null) {
            return true;
        }
        long size = switch (reading.unit()) {
            case STATIONS -> contradicted;
            case REGISTERED_VOTERS -> contradictedVoters();
        };
        return room > 0 && size <= room;
    }

    /** At least so many registered voters belong to the contradicted stations. */
    private long contradictedVoters() {
        long voters = 0;
        for (int station = 0; station < votes.listed(); station++) {
            if (votes.state(station) == StationState.CONTRADICTED) {
                int registered = votes.registeredAtLeast(station);
                voters += registered < 0 ? MissingRegister.seenAt(votes, station) : registered;
            }
        }
        return voters;
    }

    /** Whether it covers all, every station is confirmed or agreed, and each figure that sheets carry equals the totals. */
    boolean bearOut() {
        return Reading.allCoverAll(readings)
                && count(StationState.CONFIRMED) + count(StationState.AGREED) == votes.stations()
                && announcement.figures().stream().allMatch(this::equalsTotal);
    }

    private boolean equalsTotal(AnnouncedFigure figure) {
        if (figure.subject() instanceof Subject.OfCount(var count) && isBesideVotes(count)) {
            return true;
        }
        int[] figures = KnownSheets.figures(votes, figure.subject());
        OptionalLong total = figures == null ? OptionalLong.empty() : total(figures, isValid(figure));
        if (total.isEmpty()) {
            return false;
        }
        Long count = figure.count();
        Percentage percentage = figure.percentage();
        return count != null
                ? count == total.getAsLong()
                : percentage != null && isShare(percentage, figure.subject(), total.getAsLong());
    }

    /** Totals of votes say nothing about registered voters, voters and ballots. */
    private static boolean isBesideVotes(Figure.Count count) {
        return switch (count) {
            case VALID, NULL, BLANK -> false;
            case REGISTERED, VOTERS, BALLOTS -> true;
        };
    }

    private static boolean isValid(AnnouncedFigure figure) {
        return figure.subject().equals(new Subject.OfCount(Figure.Count.VALID));
    }

    /** Null and blank votes may be printed as a share of the valid votes or of all votes. */
    private boolean isShare(Percentage percentage, Subject subject, long total) {
        int[] candidates = KnownSheets.othersThan(votes, new int[0]);
        long valid = total(candidates, true).orElse(0);
        long cast = valid
                + total(new int[] {votes.nullFigure()}, true).orElse(0)
                + total(new int[] {votes.nullFigure() + 1}, true).orElse(0);
        return isShareOf(percentage, total, valid)
                || subject instanceof Subject.OfCount && isShareOf(percentage, total, cast);
    }

    private static boolean isShareOf(Percentage percentage, long part, long whole) {
        if (whole == 0) {
            return false;
        }
        Fraction share = Fraction.of(part, whole);
        return share.compareTo(Amount.lowEnd(percentage)) >= 0 && share.compareTo(Amount.highEnd(percentage)) <= 0;
    }

    /** The sum over all stations; empty if no source carries one of the figures or, where {@code isAnyEnough}, any of them. */
    private OptionalLong total(int[] figures, boolean isAnyEnough) {
        long sum = 0;
        int carried = 0;
        for (int figure : figures) {
            boolean isCarried = false;
            for (int station = 0; station < votes.listed(); station++) {
                sum += votes.votes(station, figure);
                isCarried |= votes.isCarried(station, figure);
            }
            carried += isCarried ? 1 : 0;
        }
        boolean isThere = isAnyEnough ? carried > 0 : carried == figures.length;
        return isThere ? OptionalLong.of(sum) : OptionalLong.empty();
    }
}
