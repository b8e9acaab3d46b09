package org.cotejo.bulletin;

import java.time.Instant;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;

/**
 * A result announced for a contest as a whole.
 *
 * @param id short name, unique in the election, such as {@code bulletin-1}
 * @param announcedAt when, to the second, if known
 * @param isCalledIrreversible whether the announcer called it final although not all was counted
 */
public record Announcement(
        String id,
        CustodianId announcer,
        ContestId contest,
        @Nullable Instant announcedAt,
        Coverage coverage,
        boolean isCalledIrreversible,
        List<AnnouncedFigure> figures) {
    public static final int FIGURES_MOST = 600;

    public Announcement {
        figures = List.copyOf(figures);
        Check.that(id.matches("[A-Za-z0-9._-]{1,60}"), "announcement id '%s'", id);
        Check.that(!figures.isEmpty() && figures.size() <= FIGURES_MOST, "%d figures in %s", figures.size(), id);
        Check.that(
                figures.stream().map(Announcement::key).distinct().count() == figures.size(),
                "a figure of %s is announced twice",
                id);
        Check.that(
                announcedAt == null || announcedAt.getNano() == 0 && announcedAt.getEpochSecond() >= 0,
                "announced at %s",
                announcedAt);
    }

    /** A candidate may be called as a group or a count is; two groups of one name may not be. */
    private static String key(AnnouncedFigure figure) {
        return figure.subject().getClass().getSimpleName() + " " + figure.subject();
    }
}
