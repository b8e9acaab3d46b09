package org.cotejo.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.bounds.Judgement;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.Subject;
import org.cotejo.reconcile.Totals;
import org.jspecify.annotations.Nullable;

/** Votes and shares by the sheets beside the announced ones, one row for each candidate or announced group. */
final class ShareTable {
    /** Announcements shown side by side; older ones stand in their own section. */
    private static final int COLUMNS = 3;

    /** Rows shown at once; the rest is folded. */
    static final int ROWS = 12;

    /** An announcement, or the sum of the announced station results. */
    record Column(String title, String style) {}

    /**
     * What one column says of one row.
     *
     * @param length of its bar, in thousandths; 0 if no share is known
     */
    record Figure(String votes, String share, int length) {
        static final Figure NOTHING = new Figure(Words.NONE, "", 0);

        /** Whether the column says nothing of the row. */
        boolean isNothing() {
            return equals(NOTHING);
        }
    }

    /**
     * A candidate, or candidates that an announcement takes together.
     *
     * @param id of the candidate where its name is another; else empty
     */
    record Row(String name, String id, String style, Figure sheets, List<Figure> announced, List<Bar> bars) {
        /** Of all bars together. */
        int height() {
            return bars.getLast().top() + bars.getLast().height();
        }
    }

    /** One bar of a row, below the one before it. */
    record Bar(String style, int top, int height, int length) {}

    private final Race race;
    private final Words words;
    private final List<Judgement> judgements;
    private final @Nullable Totals stations;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    ShareTable(Race race, Words words) {
        this.race = race;
        this.words = words;
        List<Judgement> all = race.judgements();
        this.judgements = all.subList(Math.max(0, all.size() - COLUMNS), all.size());
        this.stations = race.result().announcedTotals();
        if (stations != null) {
            columns.add(new Column(words.say("shares.stations"), "n0"));
        }
        for (Judgement judgement : judgements) {
            columns.add(new Column(judgement.announcement().id(), "n" + columns.size()));
        }
        race.byVotes()
                .forEach(candidate -> rows.add(
                        row(race.name(candidate), idOf(candidate), race.style(candidate), List.of(candidate))));
        groups();
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    List<Row> first() {
        return rows.size() <= ROWS + 2 ? List.copyOf(rows) : List.copyOf(rows.subList(0, ROWS));
    }

    List<Row> rest() {
        return rows.size() <= ROWS + 2 ? List.of() : List.copyOf(rows.subList(ROWS, rows.size()));
    }

    private String idOf(int candidate) {
        String id = race.contest().candidates().get(candidate).id().value();
        return id.equals(race.name(candidate)) ? "" : id;
    }

    private void groups() {
        Set<Set<Integer>> seen = new HashSet<>();
        for (Judgement judgement : judgements) {
            for (AnnouncedFigure figure : judgement.announcement().figures()) {
                if (figure.subject() instanceof Subject.OfGroup group
                        && seen.add(Set.copyOf(race.candidatesOf(group)))) {
                    rows.add(row(race.subject(words, group), "", "o", race.candidatesOf(group)));
                }
            }
        }
    }

    private Row row(String name, String id, String style, List<Integer> candidates) {
        List<Figure> announced = new ArrayList<>();
        if (stations != null) {
            announced.add(figure(stations, candidates));
        }
        judgements.forEach(judgement -> announced.add(figure(judgement, candidates)));
        Figure sheets = figure(race.result().totals(), candidates);
        List<Bar> bars =
                new ArrayList<>(List.of(new Bar("c-" + style, 0, style.equals("o") ? 7 : 14, sheets.length())));
        for (int i = 0; i < announced.size(); i++) {
            if (!announced.get(i).isNothing()) {
                Bar above = bars.getLast();
                bars.add(new Bar(
                        columns.get(i).style(),
                        above.top() + above.height() + 3,
                        style.equals("o") ? 4 : 6,
                        announced.get(i).length()));
            }
        }
        return new Row(name, id, style, sheets, List.copyOf(announced), List.copyOf(bars));
    }

    private Figure figure(Totals totals, List<Integer> candidates) {
        long votes = 0;
        boolean isCarried = false;
        for (int candidate : candidates) {
            votes += totals.candidate(candidate).orElse(0);
            isCarried |= totals.candidate(candidate).isPresent();
        }
        long valid = totals.valid().orElse(0);
        return isCarried
                ? new Figure(words.number(votes), words.share(votes, valid), length(votes, valid))
                : Figure.NOTHING;
    }

    private Figure figure(Judgement judgement, List<Integer> candidates) {
        List<AnnouncedFigure> figures = judgement.announcement().figures();
        for (AnnouncedFigure figure : figures) {
            if (Set.copyOf(race.candidatesOf(figure.subject())).equals(Set.copyOf(candidates))) {
                return figure(figure, counted(figures));
            }
        }
        return Figure.NOTHING;
    }

    private Figure figure(AnnouncedFigure figure, long counted) {
        Long count = figure.count();
        Percentage percentage = figure.percentage();
        String votes = count == null ? Words.NONE : words.number(count);
        if (percentage != null) {
            int length = percentage.printed().movePointRight(1).intValue();
            return new Figure(votes, words.printed(percentage), length);
        }
        return count == null || counted == 0
                ? new Figure(votes, "", 0)
                : new Figure(votes, words.share(count, counted), length(count, counted));
    }

    /** The announced votes of all candidates and groups; 0 if one of them has no count, so that no share is made up. */
    private static long counted(List<AnnouncedFigure> figures) {
        long sum = 0;
        for (AnnouncedFigure figure : figures) {
            boolean isOfCandidates = !(figure.subject() instanceof Subject.OfCount);
            Long count = figure.count();
            if (isOfCandidates && count == null) {
                return 0;
            }
            sum += isOfCandidates && count != null ? count : 0;
        }
        return sum;
    }

    private static int length(long votes, long whole) {
        return whole <= 0 ? 0 : (int) (votes * 1000 / whole);
    }
}
