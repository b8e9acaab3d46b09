package org.cotejo.site;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Judgement;
import org.cotejo.dossier.Finding;

/** Every finding as a line of a CSV file. */
final class FindingsCsv {
    /** From the root of the site. */
    static final String PATH = "data/findings.csv";

    static final List<String> COLUMNS =
            List.of("code", "weight", "contest", "station", "announcement", "en", "es", "in_committed_definition");

    private final Election election;

    FindingsCsv(Election election) {
        this.election = election;
    }

    void write(Writer to) throws IOException {
        CsvLine line = new CsvLine();
        COLUMNS.forEach(line::text);
        to.write(line.take());
        for (Finding finding : election.reconciliation().findings()) {
            to.write(line(line, finding, ""));
        }
        for (ContestReport contest : election.input().contests()) {
            for (Judgement judgement : contest.announcements()) {
                for (Finding finding : judgement.findings()) {
                    to.write(line(line, finding, judgement.announcement().id()));
                }
            }
        }
    }

    private String line(CsvLine line, Finding finding, String announcement) {
        Sentence sentence = finding.sentence();
        line.text(finding.kind().code())
                .text(finding.kind().weight().name().toLowerCase(Locale.ROOT))
                .text(
                        finding.contest() == Finding.NOWHERE
                                ? ""
                                : election.definition()
                                        .contests()
                                        .get(finding.contest())
                                        .id()
                                        .value())
                .text(
                        finding.station() == Finding.NOWHERE
                                ? ""
                                : election.dossier().frame().register().codeText(finding.station()))
                .text(announcement)
                .text(sentence.in("en"))
                .text(sentence.in("es"))
                .made(
                        finding.station() == Finding.NOWHERE
                                ? StationsCsv.NEITHER
                                : StationsCsv.isCommitted(election.dossier().frame(), finding.station()));
        return line.take();
    }
}
