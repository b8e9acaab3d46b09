package org.cotejo.bench;

import java.util.Locale;

/** The eight states of a station, in the order of the contract of the command line. */
enum State {
    CONFIRMED,
    CONTRADICTED,
    AGREED,
    ONE_SIDE,
    CONFLICTING,
    ANNOUNCED_ONLY,
    SET_ASIDE,
    MISSING;

    /** The name that the contract and the peer's SQL use. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** True where the copies are counted in the totals. */
    boolean counts() {
        return this == CONFIRMED || this == CONTRADICTED || this == AGREED || this == ONE_SIDE;
    }

    /** True where the copies are counted even if one side alone, or one against the announcement, proves nothing. */
    boolean countsStrictly() {
        return this == CONFIRMED || this == AGREED;
    }

    /** True where at least one copy is countable. */
    boolean hasCopies() {
        return counts() || this == CONFLICTING;
    }
}
