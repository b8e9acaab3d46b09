package org.cotejo.sim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.entry.Entry;
import org.cotejo.folder.Delivery;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** The authority's results: station by station, and a bulletin for the whole country. Adds up the true votes on the way. */
final class AnnouncedResults {
    private static final int THOUSANDTHS = 1_000;

    private final Country country;
    private final Liars liars;
    private final Scribe scribe;
    private final Sums.Adder truth = new Sums.Adder();
    private final Sums.Adder announced = new Sums.Adder();
    private @Nullable Delivery delivery;

    AnnouncedResults(Country country, Liars liars, Scribe scribe) {
        this.country = country;
        this.liars = liars;
        this.scribe = scribe;
    }

    void add(Station station) {
        Sheet sheet = country.electorate().sheet(station);
        truth.add(sheet);
        Sheet result = liars.announced(station, liars.printed(station, sheet));
        announced.add(result);
        if (!liars.announces(station, true)) {
            return;
        }
        if (delivery == null) {
            delivery = scribe.deliver(
                    Holder.AUTHORITY, Source.Kind.ANNOUNCED, Ballot.ANNOUNCED_FIGURES, false, Days.RESULTS);
        }
        Scribe.give(delivery, station, result, liars.way(station, StationFigures.Way.TRANSMITTED));
    }

    /** Announces the bulletin, which says that it covers all stations. */
    void finish() {
        if (delivery != null) {
            Scribe.finish(delivery);
        }
        Sums sums = liars.total(announced.sums());
        scribe.add(new Entry.AnnouncementMade(new Announcement(
                "bulletin-1",
                Holder.AUTHORITY.id(),
                country.ballot().contest().id(),
                Days.BULLETIN,
                new Coverage.Full(),
                country.plan().isTold(Lie.TOTAL_WITHOUT_DETAIL),
                figures(sums))));
    }

    /** Votes with their percentages of the valid votes, rounded to one decimal, and the other counts. */
    private List<AnnouncedFigure> figures(Sums sums) {
        List<AnnouncedFigure> figures = new ArrayList<>();
        long valid = sums.valid();
        List<Candidate> candidates = country.ballot().contest().candidates();
        for (int i = 0; i < candidates.size(); i++) {
            long votes = sums.votes(i);
            long thousandths = (2 * votes * THOUSANDTHS + valid) / (2 * valid);
            figures.add(new AnnouncedFigure(
                    new Subject.OfCandidate(candidates.get(i).id()),
                    votes,
                    new Percentage(BigDecimal.valueOf(thousandths, 1))));
        }
        figures.add(count(Figure.Count.VALID, valid));
        figures.add(count(Figure.Count.NULL, sums.nullVotes()));
        figures.add(count(Figure.Count.BLANK, sums.blank()));
        return figures;
    }

    private static AnnouncedFigure count(Figure.Count count, long number) {
        return new AnnouncedFigure(new Subject.OfCount(count), number, null);
    }

    /** The votes as they were cast. */
    Sums truth() {
        return truth.sums();
    }
}
