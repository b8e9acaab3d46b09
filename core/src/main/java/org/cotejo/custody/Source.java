package org.cotejo.custody;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.ContestId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a custodian, as a rule one file: what it is, which figures it carries and which bytes it was read from.
 *
 * @param contest the contest of the figures; null for a register
 * @param figures the figures that the delivery carries, in the order of the cells of its stations; empty for a register
 * @param publishedAt when the custodian made it public, to the second, if known: decides which version is newer
 * @param isPart whether it is only a part of what the custodian holds, so that stations it lacks have not vanished
 * @param file hash of the bytes that were imported; the bytes stay in the private part of the folder
 */
public record Source(
        SourceId id,
        Kind kind,
        @Nullable ContestId contest,
        Provenance provenance,
        List<Figure> figures,
        @Nullable Instant publishedAt,
        boolean isPart,
        Hash file) {

    /** What is delivered; the order is part of the entries' format. */
    public enum Kind {
        /** Figures of copies of tally sheets. */
        COPIES,
        /** Results of stations as announced. */
        ANNOUNCED,
        /** The register of stations. */
        REGISTER
    }

    public static final int FIGURES_MOST = 1_600;

    public Source {
        figures = List.copyOf(figures);
        Check.that((contest == null) == (kind == Kind.REGISTER), "a %s of contest %s", kind, contest);
        Check.that(kind != Kind.REGISTER || figures.isEmpty(), "a register carries %d figures", figures.size());
        Check.that(figures.size() <= FIGURES_MOST, "%d figures", figures.size());
        Check.that(new HashSet<>(figures).size() == figures.size(), "a figure stands twice in %s", figures);
        Check.that(
                publishedAt == null || publishedAt.getNano() == 0 && publishedAt.getEpochSecond() >= 0,
                "published at %s",
                publishedAt);
    }
}
