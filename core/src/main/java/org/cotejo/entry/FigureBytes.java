package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.definition.CandidateId;
import org.cotejo.tally.Figure;

/** The bytes of a figure's name: 0 and a candidate, 1 and an option's position, 2 and a count. */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
final class FigureBytes {
    private static final Figure.Count[] COUNTS = Figure.Count.values();

    private FigureBytes() {}

    static void write(Figure figure, CanonicalWriter to) {
        if (figure instanceof Figure.OfCandidate(CandidateId candidate)) {
            to.octet(0).text(candidate.value());
        } else if (figure instanceof Figure.OfOption(int position)) {
            to.octet(1).number(position);
        } else {
            to.octet(2).octet(((Figure.Count) figure).ordinal());
        }
    }

    static Figure read(CanonicalReader from) {
        return switch (from.octetBelow(3, "figure")) {
            case 0 -> new Figure.OfCandidate(new CandidateId(from.text(240)));
            case 1 -> new Figure.OfOption(from.count(1000, "option position"));
            default -> COUNTS[from.octetBelow(COUNTS.length, "count")];
        };
    }
}
