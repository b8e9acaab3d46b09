package org.cotejo.formats.venezuela;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Where;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.tally.Figure;

/**
 * The two results that the authority read out, as several independent outlets reported them alike (shared/FORMATS.md, section
 * 1.6). The days are known; the hour is midnight in Caracas.
 */
final class VeBulletins {
    private VeBulletins() {}

    static void bring(ImportSession session, Where where) {
        Set<String> announced = session.announced();
        for (Announcement bulletin : List.of(first(), second())) {
            if (!announced.contains(bulletin.id()) && session.once("announcement " + bulletin.id())) {
                session.add(new Entry.AnnouncementMade(bulletin), where);
                session.count("announcements", 1);
            }
        }
    }

    private static Announcement first() {
        List<CandidateId> others = VeFrame.candidates().stream()
                .filter(id -> !id.value().equals("NM") && !id.value().equals("EG"))
                .toList();
        return new Announcement(
                "bulletin-1",
                VeFrame.CNE,
                VeFrame.CONTEST,
                Instant.parse("2024-07-29T04:00:00Z"),
                new Coverage.Percent(Percentage.of("80"), Coverage.Base.UNSTATED, Coverage.Rounding.UNSTATED),
                true,
                List.of(
                        candidate("NM", 5_150_092, "51.20"),
                        candidate("EG", 4_445_978, "44.2"),
                        new AnnouncedFigure(new Subject.OfGroup("others", others), 462_704L, Percentage.of("4.6"))));
    }

    private static Announcement second() {
        return new Announcement(
                "bulletin-2",
                VeFrame.CNE,
                VeFrame.CONTEST,
                Instant.parse("2024-08-02T04:00:00Z"),
                new Coverage.Registered(20_654_431),
                false,
                List.of(
                        candidate("NM", 6_408_844, "51.95"),
                        candidate("EG", 5_326_104, "43.18"),
                        candidate("LM", 152_360, "1.24"),
                        candidate("AE", 116_421, "0.94"),
                        candidate("BERA", 92_903, "0.75"),
                        candidate("JOBR", 84_231, "0.68"),
                        candidate("JABE", 64_452, "0.52"),
                        candidate("CF", 40_902, "0.33"),
                        candidate("EM", 29_611, "0.24"),
                        candidate("DC", 20_056, "0.16"),
                        count(Figure.Count.VALID, 12_335_884),
                        count(Figure.Count.NULL, 50_785),
                        count(Figure.Count.VOTERS, 12_386_669)));
    }

    private static AnnouncedFigure candidate(String id, long votes, String percent) {
        return new AnnouncedFigure(new Subject.OfCandidate(new CandidateId(id)), votes, Percentage.of(percent));
    }

    private static AnnouncedFigure count(Figure.Count count, long number) {
        return new AnnouncedFigure(new Subject.OfCount(count), number, null);
    }
}
