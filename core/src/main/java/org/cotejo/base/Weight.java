package org.cotejo.base;

/** How much a finding says. */
public enum Weight {
    /** Something that should exist does not; it has a reason or none, and an upper bound on what it could hide. */
    ABSENCE,
    /** Worth knowing; nothing follows from it. */
    NOTE,
    /** Looks odd and has innocent causes: a hint, not proof. */
    HINT,
    /** Two records that can't both be true, or figures that can't be right. */
    CONTRADICTION
}
