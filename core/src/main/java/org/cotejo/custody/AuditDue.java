package org.cotejo.custody;

import java.time.LocalDate;
import org.cotejo.base.Check;
import org.cotejo.base.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An audit that the law or the published calendar demands, and what became of it.
 *
 * @param id short name, such as {@code post-election-1}
 * @param title what it is called in the calendar; a public fact
 * @param law the article that demands it; empty if it stands only in the calendar
 * @param doneOn the day it was held; given exactly if it is done
 */
public record AuditDue(
        String id,
        String title,
        String law,
        LocalDate due,
        State state,
        @Nullable LocalDate doneOn) {
    /** What became of it; the order is part of the entries' format. */
    public enum State {
        PLANNED,
        DONE,
        CANCELLED
    }

    public AuditDue {
        Check.that(id.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", id);
        Check.that(!title.isEmpty() && title.length() <= 200 && Texts.isClean(title), "audit title '%s'", title);
        Check.that(law.length() <= 200 && Texts.isClean(law), "law '%s'", law);
        Check.that((state == State.DONE) == (doneOn != null), "audit %s is %s on %s", id, state, doneOn);
    }

    /** Whether it was held after the day it was due. */
    public boolean isLate() {
        return doneOn != null && doneOn.isAfter(due);
    }
}
