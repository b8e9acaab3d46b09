package org.cotejo.tally;

import java.util.HashSet;
import java.util.List;
import org.cotejo.base.Check;

/**
 * The cells of one station in one contest as one source gives them: which figures the source carries, and what stands in
 * each. A figure that is not carried is not in it at all, which is not the same as {@link Cell.Blank}.
 */
public record Tally(List<Figure> figures, Cells cells) {
    public Tally {
        figures = List.copyOf(figures);
        Check.that(figures.size() == cells.size(), "%d figures but %d cells", figures.size(), cells.size());
        Check.that(new HashSet<>(figures).size() == figures.size(), "a figure stands twice in %s", figures);
    }
}
