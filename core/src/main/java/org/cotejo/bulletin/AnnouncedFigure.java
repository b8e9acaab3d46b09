package org.cotejo.bulletin;

import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an announcement: a count, a percentage (of the valid votes announced), or both as printed side by side.
 */
public record AnnouncedFigure(
        Subject subject, @Nullable Long count, @Nullable Percentage percentage) {
    public AnnouncedFigure {
        Check.that(count != null || percentage != null, "%s is announced without a figure", subject);
        Check.that(count == null || count >= 0, "%s is announced with %s", subject, count);
    }
}
