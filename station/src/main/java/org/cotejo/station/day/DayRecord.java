package org.cotejo.station.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.sheet.LogLine;
import org.cotejo.station.box.VoteBox;
import org.jspecify.annotations.Nullable;

/**
 * What a machine keeps beside its votes, in the same step of the same box, so that a power cut never parts them.
 *
 * @param printing how often the printer was asked for the present strip or copy
 * @param isAsked whether it was asked for a copy and has not answered
 * @param later copies of the sheets that were asked for after closing
 * @param last when the last event was, to the second
 * @param opening when the opening report was begun, and later when the vote was opened; null before
 * @param closing when the closing was begun; null before
 * @param pollBook voters in the poll book, once it is closing
 * @param lines lines of the log
 * @param logSize bytes of the log with all of its lines
 * @param head hash of its last line
 * @param tail the lines of the last step, which the log on the disk may still lack
 * @param voter the word of the last event of a voter; empty if there was none
 * @param definition hash of the file of the definition; null before it is loaded
 */
record DayRecord(
        MachineState state,
        Figures figures,
        int printing,
        boolean isAsked,
        int later,
        Instant last,
        @Nullable Instant opening,
        @Nullable Instant closing,
        int pollBook,
        long lines,
        long logSize,
        Hash head,
        List<String> tail,
        String voter,
        @Nullable Hash definition) {
    private static final int VERSION = 1;
    private static final int LINES_MOST = 100;
    private static final int LINE_BYTES = 1_000;

    DayRecord {
        tail = List.copyOf(tail);
    }

    /** After the first line of the log and nothing else. */
    static DayRecord first(Instant now, LogLine line) {
        List<String> tail = List.of(line.text());
        return new DayRecord(
                new MachineState.Initialised(),
                Figures.NONE,
                0,
                false,
                0,
                now,
                null,
                null,
                0,
                1,
                Daybook.bytes(tail).length,
                line.hash(),
                tail,
                "",
                null);
    }

    byte[] bytes() {
        CanonicalWriter to = new CanonicalWriter().octet(VERSION);
        write(state, to);
        to.number(figures.released()).number(figures.cancelled()).number(figures.confirmed());
        to.number(figures.strips()).number(figures.voidStrips()).number(figures.counted());
        to.number(figures.spoiled()).number(figures.withdrawn()).number(figures.unanswered());
        to.number(figures.restarts());
        to.number(printing).octet(isAsked ? 1 : 0).number(later);
        to.number(last.getEpochSecond());
        time(opening, to);
        time(closing, to);
        to.number(pollBook).number(lines).number(logSize).raw(head.bytes(), 0, Hash.SIZE);
        to.number(tail.size());
        tail.forEach(to::text);
        to.text(voter);
        to.octet(definition == null ? 0 : 1);
        if (definition != null) {
            to.raw(definition.bytes(), 0, Hash.SIZE);
        }
        byte[] bytes = to.toBytes();
        Check.that(bytes.length <= VoteBox.DAY_MOST, "the day's record has %d bytes", bytes.length);
        return bytes;
    }

    private static void time(@Nullable Instant time, CanonicalWriter to) {
        to.number(time == null ? 0 : time.getEpochSecond() + 1);
    }

    private static void write(MachineState state, CanonicalWriter to) {
        switch (state) {
            case MachineState.Initialised() -> to.octet(0);
            case MachineState.Ready() -> to.octet(1);
            case MachineState.Opening(int printed, int copies) ->
                to.octet(2).number(printed).number(copies);
            case MachineState.Open(Booth.Idle()) -> to.octet(3);
            case MachineState.Open(Booth.Released()) -> to.octet(4);
            case MachineState.Open(Booth.Checking(Booth.Strip strip)) ->
                to.octet(5).text(strip.name());
            case MachineState.Closing(int printed, int copies) ->
                to.octet(6).number(printed).number(copies);
            case MachineState.Closed() -> to.octet(7);
        }
    }

    /** Reads what {@link #bytes} wrote; anything else is thrown as {@link CanonicalReader.Malformed}. */
    static DayRecord read(byte[] bytes) {
        CanonicalReader from = new CanonicalReader().over(bytes);
        from.octetBelow(VERSION + 1, "version");
        MachineState state = state(from);
        Figures figures = new Figures(
                count(from),
                count(from),
                count(from),
                count(from),
                count(from),
                count(from),
                count(from),
                count(from),
                count(from),
                count(from));
        int printing = count(from);
        boolean isAsked = from.octetBelow(2, "flag") == 1;
        int later = count(from);
        Instant last = Instant.ofEpochSecond(from.number());
        @Nullable Instant opening = time(from);
        @Nullable Instant closing = time(from);
        int pollBook = count(from);
        long lines = from.number();
        long logSize = from.number();
        Hash head = new Hash(from.raw(Hash.SIZE));
        List<String> tail = new ArrayList<>();
        for (int left = from.count(LINES_MOST, "lines"); left > 0; left--) {
            tail.add(from.text(LINE_BYTES));
        }
        String voter = from.text(LINE_BYTES);
        @Nullable Hash definition = from.octetBelow(2, "flag") == 1 ? new Hash(from.raw(Hash.SIZE)) : null;
        from.atEnd();
        return new DayRecord(
                state,
                figures,
                printing,
                isAsked,
                later,
                last,
                opening,
                closing,
                pollBook,
                lines,
                logSize,
                head,
                tail,
                voter,
                definition);
    }

    private static int count(CanonicalReader from) {
        return from.count(Integer.MAX_VALUE, "count");
    }

    private static @Nullable Instant time(CanonicalReader from) {
        long time = from.number();
        return time == 0 ? null : Instant.ofEpochSecond(time - 1);
    }

    private static MachineState state(CanonicalReader from) {
        return switch (from.octetBelow(8, "state")) {
            case 0 -> new MachineState.Initialised();
            case 1 -> new MachineState.Ready();
            case 2 -> new MachineState.Opening(count(from), count(from));
            case 3 -> new MachineState.Open(new Booth.Idle());
            case 4 -> new MachineState.Open(new Booth.Released());
            case 5 -> new MachineState.Open(new Booth.Checking(Booth.Strip.valueOf(from.text(LINE_BYTES))));
            case 6 -> new MachineState.Closing(count(from), count(from));
            default -> new MachineState.Closed();
        };
    }
}
