package org.cotejo.audit.plot;

import java.util.Locale;

/**
 * What a mark's colour means; each has a light and a dark form, those of the report's style sheet. Marks that share a colour are
 * told apart by dashes, shapes and the legend.
 */
public enum Colour {
    /** The first candidate, or the estimate itself. */
    A("#23468c", "#7fa5f0"),
    /** The second candidate, or what the estimate is compared with. */
    B("#c2762b", "#eda65f"),
    /** Everybody else. */
    OTHER("#6b717b", "#9aa2ad"),
    /** Proven, passed. */
    GOOD("#14704c", "#3fb583"),
    /** Refuted, a limit that must not be crossed. */
    BAD("#b3201a", "#f0695c"),
    /** Open, not decided yet. */
    OPEN("#7a5200", "#f0c066"),
    /** Lines of reference. */
    INK("#16191f", "#edebe5");

    private final String light;
    private final String dark;

    Colour(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }
}
