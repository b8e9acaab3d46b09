package org.cotejo.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.custody.HeldLog;
import org.cotejo.sheet.LogFacts;
import org.jspecify.annotations.Nullable;

/** The bytes of what is stated of a machine's log (docs/formats/entries.md, kind 24). */
final class MachineLogBytes {
    private static final int QUARTER_SECONDS = 15 * 60;
    private static final int QUARTERS_WEST = 48;
    private static final int QUARTERS = 105;
    private static final int MINUTE_SECONDS = 60;

    private MachineLogBytes() {}

    static void write(HeldLog held, CanonicalWriter to) {
        to.text(held.holder().value())
                .text(held.station().value())
                .text(held.machine().value());
        EntryWriter.hash(held.file(), to);
        LogFacts facts = held.facts();
        to.number(facts.lines()).number(facts.proven()).number(held.parting());
        minute(facts.opened(), to);
        LogFacts.Closing closing = facts.closing();
        minute(closing == null ? null : closing.at(), to);
        if (closing != null) {
            to.number(closing.pollBook()).number(closing.counted()).number(closing.copies());
            to.number(closing.printed()).octet(closing.isComplete() ? 1 : 0);
        }
        to.number(facts.counted()).number(facts.again()).number(facts.spoiled());
        to.number(facts.withdrawn()).number(facts.started());
    }

    static HeldLog read(CanonicalReader from) {
        var holder = EntryReader.custodian(from);
        var station = EntryReader.station(from);
        var machine = EntryReader.machine(from);
        var file = EntryReader.hash(from);
        int lines = from.count(LogFacts.LINES_MOST, "lines");
        int proven = from.count(LogFacts.LINES_MOST, "proven lines");
        int parting = from.count(LogFacts.LINES_MOST, "line of parting");
        @Nullable OffsetDateTime opened = minute(from);
        @Nullable OffsetDateTime closed = minute(from);
        LogFacts.Closing closing = closed == null
                ? null
                : new LogFacts.Closing(
                        closed,
                        count(from),
                        count(from),
                        count(from),
                        from.count(LogFacts.LINES_MOST, "copies printed"),
                        from.octetBelow(2, "flag") == 1);
        LogFacts facts = new LogFacts(
                lines, proven, opened, closing, event(from), event(from), event(from), event(from), event(from));
        return new HeldLog(holder, station, machine, file, facts, parting);
    }

    private static int count(CanonicalReader from) {
        return from.count(LogFacts.Closing.COUNT_MOST, "a number of the closing");
    }

    private static int event(CanonicalReader from) {
        return from.count(LogFacts.LINES_MOST, "how often something happened");
    }

    private static void minute(@Nullable OffsetDateTime at, CanonicalWriter to) {
        to.number(EntryWriter.seconds(at == null ? null : at.toInstant()));
        if (at != null) {
            to.number(at.getOffset().getTotalSeconds() / QUARTER_SECONDS + QUARTERS_WEST);
        }
    }

    private static @Nullable OffsetDateTime minute(CanonicalReader from) {
        @Nullable Instant at = EntryReader.time(from);
        if (at == null) {
            return null;
        }
        if (at.getEpochSecond() % MINUTE_SECONDS != 0) {
            throw new CanonicalReader.Malformed("a full minute was expected");
        }
        int quarters = from.octetBelow(QUARTERS, "offset") - QUARTERS_WEST;
        return at.atOffset(ZoneOffset.ofTotalSeconds(quarters * QUARTER_SECONDS));
    }
}
