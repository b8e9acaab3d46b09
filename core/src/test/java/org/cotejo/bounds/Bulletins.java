package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Announcements for tests: the two bulletins of Venezuela 2024 (FORMATS.md, section 1.6) and small ones. */
final class Bulletins {
    static final CustodianId AUTHORITY = new CustodianId("authority");
    static final ContestId CONTEST = new ContestId("president");

    private Bulletins() {}

    /** 29 July 2024: "80 %", of what and how rounded is not said; called irreversible. */
    static Announcement first() {
        return announcement(
                percent("80", Coverage.Base.UNSTATED, Coverage.Rounding.UNSTATED),
                true,
                figure("NM", 5_150_092L, "51.20"),
                figure("EG", 4_445_978L, "44.2"),
                new AnnouncedFigure(
                        group("others", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"),
                        462_704L,
                        Percentage.of("4.6")));
    }

    /** 2 August 2024: 20,654,431 of 21,321,805 registered voters. */
    static Announcement second() {
        return announcement(
                new Coverage.Registered(20_654_431),
                false,
                figure("NM", 6_408_844L, "51.95"),
                figure("EG", 5_326_104L, "43.18"),
                figure("LM", 152_360L, "1.24"),
                figure("AE", 116_421L, "0.94"),
                figure("BERA", 92_903L, "0.75"),
                figure("JOBR", 84_231L, "0.68"),
                figure("JABE", 64_452L, "0.52"),
                figure("CF", 40_902L, "0.33"),
                figure("EM", 29_611L, "0.24"),
                figure("DC", 20_056L, "0.16"),
                figure("valid", 12_335_884L, null),
                figure("null", 50_785L, "0.41"),
                figure("voters", 12_386_669L, "59.97"),
                figure("registered", 20_654_431L, null));
    }

    static Coverage percent(String percentage, Coverage.Base base, Coverage.Rounding rounding) {
        return new Coverage.Percent(Percentage.of(percentage), base, rounding);
    }

    /** Covers all; names and counts in turn. */
    static Announcement full(Object... namesAndCounts) {
        return of(new Coverage.Full(), namesAndCounts);
    }

    /** Names, each followed by a count or a percentage in quotes. */
    static Announcement of(Coverage coverage, Object... namesAndCounts) {
        List<AnnouncedFigure> figures = new ArrayList<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            String name = namesAndCounts[i].toString();
            figures.add(
                    namesAndCounts[i + 1] instanceof String percentage
                            ? figure(name, null, percentage)
                            : figure(name, ((Number) namesAndCounts[i + 1]).longValue(), null));
        }
        return announcement(coverage, false, figures.toArray(AnnouncedFigure[]::new));
    }

    static Announcement announcement(Coverage coverage, boolean isCalledIrreversible, AnnouncedFigure... figures) {
        return new Announcement("bulletin", AUTHORITY, CONTEST, null, coverage, isCalledIrreversible, List.of(figures));
    }

    /** A figure of a count (valid, null, ...), of several candidates ("A+B") or of one. */
    static AnnouncedFigure figure(String name, @Nullable Long count, @Nullable String percentage) {
        return new AnnouncedFigure(subject(name), count, percentage == null ? null : Percentage.of(percentage));
    }

    private static Subject subject(String name) {
        for (Figure.Count count : Figure.Count.values()) {
            if (count.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Subject.OfCount(count);
            }
        }
        return name.contains("+") ? group(name, name.split("\\+")) : new Subject.OfCandidate(new CandidateId(name));
    }

    static Subject group(String name, String... members) {
        return new Subject.OfGroup(
                name, List.of(members).stream().map(CandidateId::new).toList());
    }
}
