package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.jspecify.annotations.Nullable;

/** An announced total against the station results that the same announcer published. */
record OwnStations(Announcement announcement, KnownVotes votes, AnnouncedResults results, List<Reading> readings) {

    /** Whether the announcer published no result of any station. */
    boolean isEmpty() {
        return results.announcedStations(announcement.announcer()) == 0;
    }

    /** Whether the published stations are exactly what the total says that it covers. */
    boolean isComplete() {
        int announced = results.announcedStations(announcement.announcer());
        return announced > 0
                && switch (announcement.coverage()) {
                    case Coverage.Full() -> announced == votes.stations();
                    case Coverage.Stations(int number) -> announced == number;
                    case Coverage.Registered(long voters) ->
                        results.announcedRegistered(announcement.announcer()) == voters;
                    case Coverage.Percent(var _, var _, var _) ->
                        announced == votes.stations() && Reading.allCoverAll(readings);
                };
    }

    /** A figure that is not the sum over the stations, and that sum. */
    record Mismatch(AnnouncedFigure figure, long sum) {}

    /** The figures that are not the sums of the announcer's own stations; none unless those are complete. */
    List<Mismatch> mismatches() {
        List<Mismatch> mismatches = new ArrayList<>();
        if (isComplete()) {
            for (AnnouncedFigure figure : announcement.figures()) {
                Long sum = sum(KnownSheets.figures(votes, figure.subject()));
                if (sum != null && !isSum(figure, sum)) {
                    mismatches.add(new Mismatch(figure, sum));
                }
            }
        }
        return mismatches;
    }

    private boolean isSum(AnnouncedFigure figure, long sum) {
        Long count = figure.count();
        if (count != null) {
            return count == sum;
        }
        Percentage percentage = figure.percentage();
        Long valid = sum(KnownSheets.othersThan(votes, new int[0]));
        return percentage == null
                || valid == null
                || valid == 0
                || !Amount.isOfCandidates(figure.subject())
                || OwnArithmetic.couldBe(percentage, Fraction.of(sum, valid));
    }

    private @Nullable Long sum(int @Nullable [] figures) {
        if (figures == null) {
            return null;
        }
        long sum = 0;
        for (int figure : figures) {
            long one = results.announcedSum(announcement.announcer(), figure);
            if (one == AnnouncedResults.NOT_CARRIED) {
                return null;
            }
            sum = Math.addExact(sum, one);
        }
        return sum;
    }
}
