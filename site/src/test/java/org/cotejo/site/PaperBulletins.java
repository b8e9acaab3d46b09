package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.jspecify.annotations.Nullable;

/** Results announced for the whole country of paper. */
final class PaperBulletins {
    private PaperBulletins() {}

    /** A bulletin with counts that round percentages give, which covers four fifths of the stations. */
    static Announcement bulletin(long total) {
        return new Announcement(
                "bulletin-1",
                PaperCountry.AUTHORITY,
                new ContestId("president"),
                PaperCountry.NIGHT.plusSeconds(7_200),
                new Coverage.Percent(Percentage.of("80"), Coverage.Base.STATIONS, Coverage.Rounding.UNSTATED),
                true,
                List.of(
                        figure(0, total * 442 / 1000, "44.2"),
                        figure(1, total * 512 / 1000, "51.2"),
                        new AnnouncedFigure(
                                new Subject.OfGroup("others", List.of(new CandidateId("CP"), new CandidateId("DS"))),
                                total - total * 442 / 1000 - total * 512 / 1000,
                                Percentage.of("4.6"))));
    }

    /** A result said to cover everything. */
    static Announcement full(long... counts) {
        List<AnnouncedFigure> figures = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            figures.add(figure(i, counts[i], null));
        }
        return new Announcement(
                "final",
                PaperCountry.AUTHORITY,
                new ContestId("president"),
                PaperCountry.NIGHT.plusSeconds(90_000),
                new Coverage.Full(),
                false,
                figures);
    }

    private static AnnouncedFigure figure(int candidate, long count, @Nullable String percentage) {
        return new AnnouncedFigure(
                new Subject.OfCandidate(new CandidateId(PaperCountry.CANDIDATES[candidate])),
                count,
                percentage == null ? null : Percentage.of(percentage));
    }
}
