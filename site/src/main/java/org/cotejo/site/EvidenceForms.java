package org.cotejo.site;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.EvidenceStation;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.definition.Contest;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.tally.Figure;

/**
 * The papers of an audit of the evidence, to print: the seed's ceremony, which papers to ask of whom, and a form for each paper on which
 * two readers write what it says. The published figures are not on it, and no name of a person. Beside them lies the file to fill in.
 */
public final class EvidenceForms {
    private final ElectionDefinition definition;
    private final List<Figure> figures;
    private final EvidenceReport audit;
    private final Contest contest;

    private EvidenceForms(ElectionDefinition definition, List<Figure> figures, EvidenceReport audit) {
        this.definition = definition;
        this.figures = figures;
        this.audit = audit;
        this.contest = audit.auditedContest();
    }

    /** Writes everything in both languages; {@code figures} are those that papers carry, in the order of the lines. */
    public static void write(ElectionDefinition definition, List<Figure> figures, EvidenceReport audit, PageSink sink) {
        new EvidenceForms(definition, figures, audit).write(new PageWriter(sink));
    }

    private void write(PageWriter writer) {
        writer.carried("forms.css", "forms.css");
        for (Language language : Language.values()) {
            Words words = Words.of(language);
            Shown shown = new Shown(this, words);
            String end = "-" + language.code() + ".html";
            writer.page(
                    "ceremony" + end,
                    "ceremony",
                    new Ceremony(definition.title(), contest.title(), audit, audit.seed(), words));
            writer.page("papers" + end, "evidencelist", shown);
            writer.page("paperforms" + end, "evidenceforms", shown);
        }
        writer.text("papers.csv", this::csv);
    }

    private void csv(Writer out) throws IOException {
        List<String> header = new ArrayList<>(List.of("audit", "station", "custodian", "paper", "state"));
        figures.forEach(figure -> header.add(figure.toString()));
        CsvLine line = new CsvLine();
        header.forEach(line::text);
        out.write(line.take());
        for (EvidenceStation station : audit.stations()) {
            for (EvidenceStation.Held held : station.papers()) {
                if (held.paper() == null) {
                    line.text(audit.id())
                            .text(station.station().value())
                            .text(held.ask().custodian().value())
                            .text(held.ask().paper().key());
                    for (int i = 0; i <= figures.size(); i++) {
                        line.empty();
                    }
                    out.write(line.take());
                }
            }
        }
    }

    /** A paper that is asked for, with the letter that stands for it in the list. */
    record Asked(String letter, String body, String paper) {}

    /** Stations of one place. */
    record Place(String name, List<EvidenceStation> stations) {}

    /** The form of one paper of one station. */
    record Form(EvidenceStation station, Asked asked, String most) {}

    /** What the papers show in one language. */
    record Shown(EvidenceForms of, Words words) {
        String say(String key, Object... values) {
            return words.say(key, values);
        }

        String election() {
            return of.definition.title();
        }

        String contest() {
            return of.contest.title();
        }

        EvidenceReport audit() {
            return of.audit;
        }

        int stations() {
            return of.audit.stations().size();
        }

        List<Asked> asked() {
            List<Asked> all = new ArrayList<>();
            for (EvidenceAsk ask :
                    java.util.Objects.requireNonNull(of.audit.plan()).asked()) {
                all.add(new Asked(
                        letter(all.size()),
                        body(ask.custodian()),
                        words.in(ask.paper().sentence())));
            }
            return all;
        }

        private static String letter(int place) {
            return place < 26 ? String.valueOf((char) ('A' + place)) : "A" + (place - 25);
        }

        private String body(CustodianId id) {
            return of.definition.custodian(id).map(Custodian::name).orElse(id.value());
        }

        List<Place> places() {
            Map<String, List<EvidenceStation>> byPlace = new TreeMap<>();
            for (EvidenceStation station : of.audit.stations()) {
                byPlace.computeIfAbsent(station.place(), _ -> new ArrayList<>()).add(station);
            }
            return byPlace.entrySet().stream()
                    .map(place -> new Place(place.getKey(), place.getValue()))
                    .toList();
        }

        /** A form for each paper of which nothing is on record. */
        List<Form> forms() {
            List<Asked> asked = asked();
            List<Form> forms = new ArrayList<>();
            for (Place place : places()) {
                for (EvidenceStation station : place.stations()) {
                    for (int i = 0; i < station.papers().size(); i++) {
                        if (station.papers().get(i).paper() == null) {
                            forms.add(new Form(station, asked.get(i), most(station)));
                        }
                    }
                }
            }
            return forms;
        }

        private String most(EvidenceStation station) {
            int box = of.audit.audited().bounds().find(station.station());
            return box < 0
                    ? ""
                    : words.number(of.audit.audited().bounds().boxes().get(box).ballotsAtMost());
        }

        List<CountForms.Line> lines() {
            return CountForms.lines(of.contest, of.figures, words);
        }
    }
}
