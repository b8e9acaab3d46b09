package org.cotejo.custody;

import java.time.Instant;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * One step in the custody of a station's paper: the box of receipts, or an original sheet.
 *
 * @param from who gave it, null where there was no hand-over
 * @param to who holds it afterwards, null where nobody does
 * @param seal number of the seal seen at this step; empty if none was noted
 * @param hour when, to the hour, if known
 */
public record CustodyEvent(
        StationCode station,
        Item item,
        Step step,
        @Nullable CustodianId from,
        @Nullable CustodianId to,
        String seal,
        @Nullable Instant hour) {
    public static final int SEAL_MOST = 40;

    private static final Pattern SEAL = Pattern.compile("[A-Za-z0-9-]{0," + SEAL_MOST + "}");

    /** What is held; the order is part of the entries' format. */
    public enum Item {
        BOX,
        ORIGINAL_SHEET,
        POLL_BOOK
    }

    /** What happened to it; the order is part of the entries' format. */
    public enum Step {
        SEALED,
        HANDED_OVER,
        /** Laid down in escrow. */
        DEPOSITED,
        OPENED,
        COUNTED,
        /** Looked for and not found. */
        MISSING,
        /** Access to it was denied. */
        DENIED,
        DESTROYED
    }

    public CustodyEvent {
        Hours.check(hour);
        Check.that(SEAL.matcher(seal).matches(), "seal '%s'", seal);
        Check.that(step != Step.HANDED_OVER || from != null && to != null, "a hand-over has two ends: %s", station);
    }
}
