package org.cotejo.station.printer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Asks a printer how it is: DLE EOT 1 to 4, which it answers at once even if it is busy, and GS r, which it answers in its turn. */
final class Status {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;

    private static final int OFFLINE = 1;
    private static final int CAUSE = 2;
    private static final int ERROR = 3;
    private static final int PAPER = 4;

    // Bits of an answer to DLE EOT that are always the same.
    private static final int FIXED = 0x93;
    private static final int FIXED_VALUE = 0x12;
    // Bits of an answer to GS r that are always zero, one of which an answer to DLE EOT never has so.
    private static final int TURN_FIXED = 0x90;

    private static final int IS_OFFLINE = 0x08;
    private static final int IS_COVER_OPEN = 0x04;
    private static final int IS_STOPPED_BY_PAPER = 0x20;
    private static final int IS_ERROR = 0x40;
    private static final int IS_CUTTER = 0x08;
    private static final int IS_JAM = 0x04;
    private static final int IS_PAPER_LOW = 0x0c;
    private static final int IS_PAPER_OUT = 0x60;
    private static final int IS_TURN_PAPER_OUT = 0x0c;

    /** Bytes that are no answer up to which one is looked for: a printer that babbles says nothing. */
    private static final int OTHERS_MOST = 16;

    private Status() {}

    /** How the printer is, by its own word. */
    static PrinterState ask(Connection line, Duration patience) {
        line.forget();
        return peek(line, patience);
    }

    /** The same without forgetting what it said before, so that the word that it is done is not lost. */
    static PrinterState peek(Connection line, Duration patience) {
        OptionalInt offline = ask(line, OFFLINE, patience);
        if (offline.isEmpty()) {
            return PrinterState.SILENT;
        }
        int paper = ask(line, PAPER, patience).orElse(0);
        int cause = ask(line, CAUSE, patience).orElse(0);
        if ((cause & IS_COVER_OPEN) != 0) {
            return PrinterState.COVER_OPEN;
        }
        if ((paper & IS_PAPER_OUT) != 0 || (cause & IS_STOPPED_BY_PAPER) != 0) {
            return PrinterState.PAPER_OUT;
        }
        if ((cause & IS_ERROR) != 0) {
            int error = ask(line, ERROR, patience).orElse(0);
            return (error & (IS_CUTTER | IS_JAM)) != 0 ? PrinterState.JAM : PrinterState.FAULT;
        }
        if ((offline.getAsInt() & IS_OFFLINE) != 0) {
            return PrinterState.FAULT;
        }
        return (paper & IS_PAPER_LOW) != 0 ? PrinterState.PAPER_LOW : PrinterState.READY;
    }

    private static OptionalInt ask(Connection line, int what, Duration patience) {
        byte[] question = {DLE, EOT, (byte) what};
        if (!(line.write(question, patience) instanceof Connection.Written.All)) {
            return OptionalInt.empty();
        }
        List<Integer> others = new ArrayList<>();
        OptionalInt answer = line.read(patience);
        while (answer.isPresent() && (answer.getAsInt() & FIXED) != FIXED_VALUE && others.size() < OTHERS_MOST) {
            others.add(answer.getAsInt());
            answer = line.read(patience);
        }
        others.forEach(line::putBack);
        return others.size() == OTHERS_MOST ? OptionalInt.empty() : answer;
    }

    /** Asks to be told when all before this is printed. */
    static byte[] whenDone() {
        return new byte[] {GS, 'r', 1};
    }

    /** Whether a byte is the answer to {@link #whenDone}. */
    static boolean isDone(int answer) {
        return (answer & TURN_FIXED) == 0;
    }

    /** Whether that answer says that there is no paper. */
    static boolean isOutOfPaper(int done) {
        return (done & IS_TURN_PAPER_OUT) == IS_TURN_PAPER_OUT;
    }

    /** Makes a printer that stands still forget what it did not print, so that a new roll does not bring out the rest of a void strip. */
    static byte[] forgetRest() {
        return new byte[] {DLE, 0x05, 2, DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
    }
}
