package org.cotejo.custody;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Figure;

/**
 * Hand counts of boxes as they were recorded together (docs/formats/audit.md, section 8). Of a station that several such files name
 * the newest counts; the older ones stay.
 *
 * @param draw hash of the {@link AuditDraw} by which the boxes were pulled
 * @param figures the ballot positions of the contest, then null and blank ballots
 * @param boxes in the order of their station codes, each once
 */
public record BoxCounts(String audit, Hash draw, List<Figure> figures, List<BoxCount> boxes) {
    private static final String FIRST = "cotejo audit counts 1";
    private static final String OPTION = "option ";

    public BoxCounts {
        figures = List.copyOf(figures);
        boxes = List.copyOf(boxes);
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Check.that(!boxes.isEmpty(), "no boxes");
        Check.that(new HashSet<>(figures).size() == figures.size(), "a figure stands twice");
        for (int i = 0; i < boxes.size(); i++) {
            BoxCount box = boxes.get(i);
            Check.that(
                    i == 0 || boxes.get(i - 1).station().compareTo(box.station()) < 0,
                    "station %s is out of order",
                    box.station());
            Check.that(
                    box.counts().isEmpty() || box.counts().size() == figures.size(),
                    "%d counts at %s",
                    box.counts().size(),
                    box.station());
        }
    }

    /** Counts of boxes in any order. */
    public static BoxCounts of(String audit, Hash draw, List<Figure> figures, List<BoxCount> boxes) {
        return new BoxCounts(
                audit,
                draw,
                figures,
                boxes.stream().sorted(Comparator.comparing(BoxCount::station)).toList());
    }

    /** The figures of a hand count in a contest: its ballot positions, then null and blank. */
    public static List<Figure> figuresOf(Contest contest) {
        List<Figure> figures = new ArrayList<>(Figure.positions(contest));
        figures.add(Figure.Count.NULL);
        figures.add(Figure.Count.BLANK);
        return figures;
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append("\naudit ").append(audit);
        text.append("\ndraw ").append(draw.hex()).append('\n');
        List<String> header = new ArrayList<>(List.of("station", "state"));
        figures.forEach(figure -> header.add(figure.toString()));
        AuditLines.row(text, header);
        for (BoxCount box : boxes) {
            List<String> fields =
                    new ArrayList<>(List.of(box.station().value(), box.state().key()));
            for (int i = 0; i < figures.size(); i++) {
                fields.add(box.counts().isEmpty() ? "" : box.counts().get(i).toString());
            }
            AuditLines.row(text, fields);
        }
        return AuditLines.bytes(text);
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<BoxCounts> read(byte[] bytes) {
        return AuditLines.read(bytes, BoxCounts::parse, BoxCounts::bytes);
    }

    private static BoxCounts parse(AuditLines lines) {
        lines.line(FIRST);
        String audit = lines.after("audit");
        Hash draw = lines.hash("draw");
        List<String> header = lines.row();
        if (header.size() < 4 || !header.subList(0, 2).equals(List.of("station", "state"))) {
            throw AuditLines.bad("'station,state' and the figures", "'station,state' y las cifras");
        }
        List<Figure> figures = figures(header.subList(2, header.size()));
        List<BoxCount> boxes = new ArrayList<>();
        while (lines.hasMore()) {
            boxes.add(box(lines.row(header.size())));
        }
        return new BoxCounts(audit, draw, figures, boxes);
    }

    /** The figures of a header: ballot positions, then null and blank. */
    static List<Figure> figures(List<String> names) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            figures.add(figure(names.get(i), i - names.size()));
        }
        return figures;
    }

    private static Figure figure(String name, int fromEnd) {
        return switch (fromEnd) {
            case -2 -> Figure.Count.NULL;
            case -1 -> Figure.Count.BLANK;
            default ->
                name.startsWith(OPTION)
                        ? new Figure.OfOption((int)
                                AuditLines.number("option", name.substring(OPTION.length()), Contest.OPTIONS_MOST))
                        : new Figure.OfCandidate(new CandidateId(name));
        };
    }

    private static BoxCount box(List<String> fields) {
        BoxCount.State state = null;
        for (BoxCount.State known : BoxCount.State.values()) {
            state = known.key().equals(fields.get(1)) ? known : state;
        }
        if (state == null) {
            throw AuditLines.bad("the state of a box", "el estado de una caja");
        }
        boolean isEmpty = fields.stream().skip(2).allMatch(String::isEmpty);
        List<Integer> counts = isEmpty
                ? List.of()
                : fields.stream()
                        .skip(2)
                        .map(field -> (int) AuditLines.number("count", field, Cell.MOST))
                        .toList();
        return new BoxCount(new StationCode(fields.getFirst()), state, counts);
    }
}
