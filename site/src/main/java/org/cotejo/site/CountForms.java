package org.cotejo.site;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.custody.AuditDraw;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.tally.Figure;

/**
 * The papers of a draw, to print: how the ceremony goes, which boxes to pull, and a form for each box with a line for every ballot
 * position and boxes for two tellers to sign. No name of a person stands on them. Beside them lies the file to fill in.
 */
public final class CountForms {
    private final String election;
    private final Contest contest;
    private final List<Figure> figures;
    private final AuditReport audit;

    private CountForms(String election, Contest contest, List<Figure> figures, AuditReport audit) {
        this.election = election;
        this.contest = contest;
        this.figures = figures;
        this.audit = audit;
    }

    /** Writes everything in both languages; {@code figures} are those that are counted, in the order of the lines. */
    public static void write(String election, Contest contest, List<Figure> figures, AuditReport audit, PageSink sink) {
        new CountForms(election, contest, figures, audit).write(new PageWriter(sink));
    }

    private void write(PageWriter writer) {
        writer.carried("forms.css", "forms.css");
        for (Language language : Language.values()) {
            Shown shown = new Shown(this, Words.of(language));
            writer.page(
                    "ceremony-" + language.code() + ".html",
                    "ceremony",
                    new Ceremony(election, contest.title(), audit, audit.seed(), shown.words()));
            for (String page : List.of("pulllist", "countforms")) {
                writer.page(page + "-" + language.code() + ".html", page, shown);
            }
        }
        writer.text("counts.csv", this::csv);
    }

    private void csv(Writer out) throws IOException {
        List<String> header = new ArrayList<>(List.of("audit", "station", "state"));
        figures.forEach(figure -> header.add(figure.toString()));
        CsvLine line = new CsvLine();
        header.forEach(line::text);
        out.write(line.take());
        for (BoxReport box : audit.boxes()) {
            if (box.count() == null) {
                line.text(audit.id()).text(box.box().station().value());
                for (int i = 0; i <= figures.size(); i++) {
                    line.empty();
                }
                out.write(line.take());
            }
        }
    }

    /** What the papers show in one language. */
    record Shown(CountForms forms, Words words) {
        /** Boxes of one place. */
        record Place(String name, List<BoxReport> boxes) {}

        String say(String key, Object... values) {
            return words.say(key, values);
        }

        String election() {
            return forms.election;
        }

        String contest() {
            return forms.contest.title();
        }

        AuditReport audit() {
            return forms.audit;
        }

        int draws() {
            AuditDraw draw = forms.audit.draw();
            return draw == null ? 0 : draw.draws().size();
        }

        List<Place> places() {
            Map<String, List<BoxReport>> byPlace = new TreeMap<>();
            for (BoxReport box : forms.audit.boxes()) {
                byPlace.computeIfAbsent(box.box().place(), _ -> new ArrayList<>())
                        .add(box);
            }
            return byPlace.entrySet().stream()
                    .map(place -> new Place(place.getKey(), place.getValue()))
                    .toList();
        }

        /** Boxes of which nothing is on record, by place. */
        List<BoxReport> toCount() {
            return places().stream()
                    .flatMap(place -> place.boxes().stream())
                    .filter(box -> box.count() == null)
                    .toList();
        }

        List<Line> lines() {
            return CountForms.lines(forms.contest, forms.figures, words);
        }
    }

    /** One line of a form. */
    record Line(String number, String name) {}

    /** A line for each figure. */
    static List<Line> lines(Contest contest, List<Figure> figures, Words words) {
        return figures.stream()
                .map(figure -> switch (figure) {
                    case Figure.OfCandidate(CandidateId id) -> new Line(id.value(), name(contest, id));
                    case Figure.OfOption(int position) -> {
                        BallotOption option = contest.options().get(position - 1);
                        yield new Line(
                                String.valueOf(position), option.party() + " — " + name(contest, option.candidate()));
                    }
                    case Figure.Count count -> new Line("", words.say("figure." + count.name()));
                })
                .toList();
    }

    private static String name(Contest contest, CandidateId id) {
        return contest.candidates().stream()
                .filter(candidate -> candidate.id().equals(id))
                .map(Candidate::name)
                .findFirst()
                .orElse(id.value());
    }
}
