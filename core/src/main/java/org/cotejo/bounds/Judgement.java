package org.cotejo.bounds;

import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.Announcement;
import org.cotejo.dossier.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an announced total.
 *
 * @param headline the verdict with its reason, for people; says so where it rests on one side's copies
 * @param readings the ways to understand its coverage, at least one
 * @param checks for each figure in the announcement's order, one for each reading
 * @param roundingBack the test that fired; null if the counts are not those of rounded percentages
 * @param findings about the announcement, by code
 */
public record Judgement(
        Announcement announcement,
        Verdict verdict,
        Sentence headline,
        List<Reading> readings,
        List<FigureCheck> checks,
        @Nullable RoundingBack roundingBack,
        List<Finding> findings) {

    /** The first that fits. */
    public enum Verdict {
        /** Under every reading of its coverage, one of its figures can't come about. */
        IMPOSSIBLE,
        /** It covers a contradicted station, or is not the sum of the announcer's own station results. */
        CONTRADICTED,
        /** It covers all, every station is confirmed or agreed, and it equals the totals. */
        CONSISTENT,
        /** None of these: neither excluded nor shown to be right. */
        UNPROVEN;

        /** The name in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Judgement {
        readings = List.copyOf(readings);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }
}
