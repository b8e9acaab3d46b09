package org.cotejo.custody;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;

/**
 * Papers that were asked for at the drawn stations, as they were recorded together (docs/formats/audit.md, section 13). Of a paper that several
 * such files name the newest counts; the older ones stay.
 *
 * @param draw hash of the {@link AuditDraw} that drew the stations
 * @param figures the ballot positions of the contest, then null and blank ballots; a produced paper carries all ballot positions
 * @param papers in the order of station code, custodian and paper, each once
 */
public record EvidencePapers(String audit, Hash draw, List<Figure> figures, List<EvidencePaper> papers) {
    private static final String FIRST = "cotejo evidence papers 1";
    private static final List<String> HEADER = List.of("station", "custodian", "paper", "state");

    public EvidencePapers {
        figures = List.copyOf(figures);
        papers = List.copyOf(papers);
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Check.that(!papers.isEmpty(), "no papers");
        Check.that(new HashSet<>(figures).size() == figures.size(), "a figure stands twice");
        for (int i = 0; i < papers.size(); i++) {
            EvidencePaper paper = papers.get(i);
            Check.that(
                    i == 0 || EvidencePaper.ORDER.compare(papers.get(i - 1), paper) < 0,
                    "%s of %s is out of order",
                    paper.ask(),
                    paper.station());
            check(paper, figures);
        }
    }

    private static void check(EvidencePaper paper, List<Figure> figures) {
        Check.that(
                paper.counts().isEmpty() || paper.counts().size() == figures.size(),
                "%d counts at %s",
                paper.counts().size(),
                paper.station());
        for (int i = 0; i < paper.counts().size(); i++) {
            Check.that(
                    paper.counts().get(i) instanceof Cell.Written || figures.get(i) instanceof Figure.Count,
                    "no count of %s at %s",
                    figures.get(i),
                    paper.station());
        }
    }

    /** Papers in any order. */
    public static EvidencePapers of(String audit, Hash draw, List<Figure> figures, List<EvidencePaper> papers) {
        return new EvidencePapers(
                audit,
                draw,
                figures,
                papers.stream().sorted(EvidencePaper.ORDER).toList());
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append("\naudit ").append(audit);
        text.append("\ndraw ").append(draw.hex()).append('\n');
        List<String> header = new ArrayList<>(HEADER);
        figures.forEach(figure -> header.add(figure.toString()));
        AuditLines.row(text, header);
        for (EvidencePaper paper : papers) {
            List<String> fields = new ArrayList<>(List.of(
                    paper.station().value(),
                    paper.ask().custodian().value(),
                    paper.ask().paper().key(),
                    paper.state().key()));
            for (int i = 0; i < figures.size(); i++) {
                fields.add(
                        !paper.counts().isEmpty() && paper.counts().get(i) instanceof Cell.Written(int number)
                                ? Integer.toString(number)
                                : "");
            }
            AuditLines.row(text, fields);
        }
        return AuditLines.bytes(text);
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<EvidencePapers> read(byte[] bytes) {
        return AuditLines.read(bytes, EvidencePapers::parse, EvidencePapers::bytes);
    }

    private static EvidencePapers parse(AuditLines lines) {
        lines.line(FIRST);
        String audit = lines.after("audit");
        Hash draw = lines.hash("draw");
        List<String> header = lines.row();
        int fixed = HEADER.size();
        if (header.size() < fixed + 3 || !header.subList(0, fixed).equals(HEADER)) {
            throw AuditLines.bad(
                    "'" + String.join(",", HEADER) + "' and the figures",
                    "'" + String.join(",", HEADER) + "' y las cifras");
        }
        List<Figure> figures = BoxCounts.figures(header.subList(fixed, header.size()));
        List<EvidencePaper> papers = new ArrayList<>();
        while (lines.hasMore()) {
            papers.add(paper(lines.row(header.size())));
        }
        return new EvidencePapers(audit, draw, figures, papers);
    }

    private static EvidencePaper paper(List<String> fields) {
        EvidenceAsk.Paper kind = EvidenceAsk.Paper.named(fields.get(2))
                .orElseThrow(() -> AuditLines.bad("original or certificate", "original o certificate"));
        EvidencePaper.State state = EvidencePaper.State.named(fields.get(3))
                .orElseThrow(() -> AuditLines.bad("the state of a paper", "el estado de un papel"));
        List<String> figures = fields.subList(HEADER.size(), fields.size());
        List<Cell> counts = figures.stream().allMatch(String::isEmpty)
                ? List.of()
                : figures.stream().map(EvidencePapers::cell).toList();
        return new EvidencePaper(
                new StationCode(fields.getFirst()),
                new EvidenceAsk(new CustodianId(fields.get(1)), kind),
                state,
                counts);
    }

    private static Cell cell(String field) {
        return field.isEmpty()
                ? new Cell.Blank()
                : new Cell.Written((int) AuditLines.number("count", field, Cell.MOST));
    }
}
