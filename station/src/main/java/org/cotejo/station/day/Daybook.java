package org.cotejo.station.day;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.Check;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.sheet.LogLine;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.VoteBox;
import org.jspecify.annotations.Nullable;

/**
 * Brings events about: works out the state after them, signs their lines, makes both and the step of the box durable at once, and writes
 * the lines into the log afterwards. The box keeps the lines of its last step, so that a power cut takes none of them.
 */
final class Daybook {
    private static final int LOG_MOST = 1 << 26;

    private final MachineFiles files;
    private final MachineIdentity identity;
    private final Ed25519Secret secret;
    private final Surroundings around;
    private final VoteBox box;
    private DayRecord record;
    private boolean isBroken;

    private Daybook(
            MachineFiles files, MachineIdentity identity, Ed25519Secret secret, Surroundings around, VoteBox box) {
        this.files = files;
        this.identity = identity;
        this.secret = secret;
        this.around = around;
        this.box = box;
        try {
            this.record = DayRecord.read(box.day());
        } catch (CanonicalReader.Malformed | IllegalArgumentException e) {
            throw StationProblem.DAMAGED.refusal(files.folder());
        }
    }

    /** Opens the day of a machine whose box is open: brings the log to where the box is, or refuses where that can't be. */
    static Daybook open(
            MachineFiles files, MachineIdentity identity, Ed25519Secret secret, Surroundings around, VoteBox box) {
        Daybook book = new Daybook(files, identity, secret, around, box);
        book.repairLog();
        return book;
    }

    private void repairLog() {
        Disk disk = around.disk();
        Path log = files.log();
        byte[] there = disk.read(log, LOG_MOST).orElseThrow(() -> StationProblem.DAMAGED.refusal(log));
        byte[] tail = bytes(record.tail());
        long before = record.logSize() - tail.length;
        if (there.length > record.logSize()) {
            long lines = new String(there, StandardCharsets.UTF_8).lines().count();
            throw StationProblem.OLD_BOX.refusal(log, lines, record.lines());
        }
        if (there.length < before) {
            throw StationProblem.DAMAGED.refusal(log);
        }
        String whole = MachineFiles.utf8(Arrays.copyOf(there, Math.toIntExact(before)))
                + new String(tail, StandardCharsets.UTF_8);
        MachineLog read = switch (MachineLog.read(identity, whole)) {
            case org.cotejo.base.Result.Ok<MachineLog>(MachineLog ok) -> ok;
            case org.cotejo.base.Result.Refused<MachineLog>(var problem) ->
                throw new RefusedException(problem.in(log.toString()));
        };
        if (read.lines().size() != record.lines() || !read.head().equals(record.head())) {
            throw StationProblem.DAMAGED.refusal(log);
        }
        writeTail();
    }

    /** Lines as the log holds them. */
    static byte[] bytes(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeTail() {
        byte[] tail = bytes(record.tail());
        around.disk().write(files.log(), record.logSize() - tail.length, tail);
        around.disk().truncate(files.log(), record.logSize());
        around.disk().force(files.log());
    }

    DayRecord record() {
        return record;
    }

    VoteBox box() {
        return box;
    }

    boolean isBroken() {
        return isBroken;
    }

    /** Whether these events, one after the other, can happen now. */
    boolean canHappen(Event... events) {
        Optional<MachineState> state = Optional.of(record.state());
        for (Event event : events) {
            state = state.flatMap(at -> Steps.after(at, event));
        }
        return state.isPresent();
    }

    /** Now, or the time of the last event where the clock says less. */
    Instant now() {
        Instant now = around.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return now.isBefore(record.last()) ? record.last() : now;
    }

    /** Events that change the day alone. */
    void happen(Event... events) {
        happen(VoteBox::note, events);
    }

    /** Events that can happen now, with the step that they are in the box; durable when this returns. */
    void happen(BiConsumer<VoteBox, byte[]> step, Event... events) {
        Check.that(!isBroken, "the disk failed; the machine must be started anew");
        DayRecord next = after(events);
        isBroken = true;
        step.accept(box, next.bytes());
        record = next;
        writeTail();
        isBroken = false;
    }

    /** The definition is loaded with an event of its own: the record must name its file. */
    void load(Hash definition, BiConsumer<VoteBox, byte[]> step) {
        Check.that(!isBroken, "the disk failed; the machine must be started anew");
        DayRecord next = with(after(new Event.Loaded()), definition);
        isBroken = true;
        step.accept(box, next.bytes());
        record = next;
        writeTail();
        isBroken = false;
    }

    private DayRecord after(Event... events) {
        MachineState state = record.state();
        Figures figures = record.figures();
        Instant now = now();
        List<String> tail = new ArrayList<>();
        Hash head = record.head();
        Tries tries = new Tries(record);
        String voter = record.voter();
        for (Event event : events) {
            MachineState before = state;
            state = Steps.after(before, event)
                    .orElseThrow(() -> new IllegalStateException(event.word() + " can't happen in " + before));
            figures = Steps.after(figures, before, event);
            tries.after(event, now);
            LogLine line = line(identity, secret, around, record.lines() + tail.size() + 1, now, event, head);
            head = line.hash();
            tail.add(line.text());
            voter = event instanceof Event.OfVoter ? event.word() : voter;
        }
        return new DayRecord(
                state,
                figures,
                tries.printing,
                tries.isAsked,
                tries.later,
                now,
                tries.opening,
                tries.closing,
                tries.pollBook,
                record.lines() + tail.size(),
                record.logSize() + bytes(tail).length,
                head,
                tail,
                voter,
                record.definition());
    }

    private static DayRecord with(DayRecord r, Hash definition) {
        return new DayRecord(
                r.state(),
                r.figures(),
                r.printing(),
                r.isAsked(),
                r.later(),
                r.last(),
                r.opening(),
                r.closing(),
                r.pollBook(),
                r.lines(),
                r.logSize(),
                r.head(),
                r.tail(),
                r.voter(),
                definition);
    }

    /** What the record remembers of papers and hours. */
    private static final class Tries {
        private int printing;
        private boolean isAsked;
        private int later;
        private @Nullable Instant opening;
        private @Nullable Instant closing;
        private int pollBook;

        Tries(DayRecord from) {
            printing = from.printing();
            isAsked = from.isAsked();
            later = from.later();
            opening = from.opening();
            closing = from.closing();
            pollBook = from.pollBook();
        }

        void after(Event event, Instant now) {
            switch (event) {
                case Event.OpeningBegun _, Event.Opened _ -> opening = now;
                case Event.ClosingBegun(int counted, int _, int _) -> {
                    closing = now;
                    pollBook = counted;
                }
                case Event.CopyBegun(int _, int tried) -> {
                    printing = tried;
                    isAsked = true;
                }
                case Event.CopyFailed _ -> isAsked = false;
                case Event.CopyPrinted(int copy) -> {
                    isAsked = false;
                    printing = 0;
                    later = closing == null ? 0 : copy;
                }
                case Event.Confirmed _ -> printing = 1;
                case Event.ReceiptAgain _ -> printing++;
                case Event.Counted _, Event.CountedUnanswered _, Event.Spoiled _, Event.Withdrawn _ -> printing = 0;
                case Event.Initialised _,
                        Event.Loaded _,
                        Event.Started _,
                        Event.Released _,
                        Event.ReleaseCancelled _,
                        Event.ReceiptPrinted _,
                        Event.ReceiptFailed _,
                        Event.Closed _,
                        Event.Transmitted _,
                        Event.BoxCounted _ -> {}
            }
        }
    }

    /** The record of a machine that was just made; its tail is its log. */
    static DayRecord first(MachineIdentity identity, Ed25519Secret secret, Surroundings around) {
        Instant now = around.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return DayRecord.first(now, line(identity, secret, around, 1, now, new Event.Initialised(), LogLine.NONE));
    }

    private static LogLine line(
            MachineIdentity of,
            Ed25519Secret secret,
            Surroundings around,
            long number,
            Instant now,
            Event event,
            Hash before) {
        StringBuilder what = new StringBuilder(event.word());
        event.details()
                .forEach((name, value) ->
                        what.append(' ').append(name).append('=').append(value));
        OffsetDateTime at = OffsetDateTime.ofInstant(now, around.clock().getZone());
        return LogLine.signed(
                of.election(), of.key(), secret, number, at, event instanceof Event.OfVoter, what.toString(), before);
    }

    /** The text of the log as it stands. */
    String log() {
        return around.disk()
                .read(files.log(), LOG_MOST)
                .map(MachineFiles::utf8)
                .orElseThrow(() ->
                        new UncheckedIOException("reading " + files.log(), new java.io.IOException("it is gone")));
    }
}
