package org.cotejo.capture.form;

import java.util.List;
import java.util.Optional;

/**
 * A printed sheet as it was read.
 *
 * @param facts what it says of itself, each kind at most once
 * @param cells its numbers, from the top
 */
public record PrintedForm(FormKind kind, List<PrintedFact> facts, List<PrintedCell> cells) {
    public PrintedForm {
        facts = List.copyOf(facts);
        cells = List.copyOf(cells);
    }

    /** A fact, if it was found. */
    public Optional<PrintedFact> fact(String what) {
        return facts.stream().filter(fact -> fact.what().equals(what)).findFirst();
    }

    /** The only cell of a row; empty where there is none or more than one. */
    public Optional<PrintedCell> cell(String row) {
        List<PrintedCell> found =
                cells.stream().filter(cell -> cell.row().equals(row)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
