package org.cotejo.node.mirror;

import org.jspecify.annotations.Nullable;

/** Ends a pull with what was seen; the bytes that were found instead of those expected come along, if there were any. */
final class SeenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sighting sighting;
    private final transient byte @Nullable [] found;

    SeenException(Sighting sighting, byte @Nullable [] found) {
        super(sighting.line("en"), null, false, false);
        this.sighting = sighting;
        this.found = found;
    }

    SeenException(Sighting sighting) {
        this(sighting, null);
    }

    Sighting sighting() {
        return sighting;
    }

    byte @Nullable [] found() {
        return found;
    }
}
