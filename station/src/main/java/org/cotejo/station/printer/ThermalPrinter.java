package org.cotejo.station.printer;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.cotejo.base.Problem;
import org.cotejo.station.paper.Document;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.printer.Connection.Written;
import org.cotejo.station.printer.PrintOutcome.Failed;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.PrintOutcome.Printed;
import org.cotejo.station.words.Language;

/**
 * A thermal printer that speaks ESC/POS. Before a document it is asked how it is, and nothing is sent to one that can't print;
 * afterwards it is asked to say when the last dot is on paper. Printers that never answer are believed when they took all bytes.
 */
final class ThermalPrinter implements Printer {
    /** Slowest head that is waited for, in bytes of strip a second: 50 mm a second of a full strip of 80 mm. */
    private static final int SLOWEST_BYTES_A_SECOND = 28_800;
    /** Times that a printer must say that it is well, without saying that it is done, to be believed. */
    private static final int WELL_ENOUGH = 3;

    private final String address;
    private final Line line;
    private final PaperSize roll;
    private final Drawing drawing;
    private final Patience patience;

    ThermalPrinter(String address, Line line, PaperSize roll, Drawing drawing, Patience patience) {
        this.address = address;
        this.line = line;
        this.roll = roll;
        this.drawing = drawing;
        this.patience = patience;
    }

    @Override
    public PrintOutcome print(Document document, Language language) {
        byte[] bytes = drawing.escPos(document, language, roll);
        try (Connection connection = line.open(patience.connect())) {
            PrinterState before = Status.ask(connection, patience.answer());
            if (!before.canPrint()) {
                return failed(before, OnPaper.NOTHING);
            }
            return switch (connection.write(bytes, patience.stall())) {
                case Written.All() ->
                    before == PrinterState.SILENT
                            ? new Printed(bytes.length, false)
                            : confirmed(connection, bytes.length);
                case Written.Stalled(int taken) -> stalled(connection, taken, bytes.length);
                case Written.Broken(int taken, String why) ->
                    new Failed(
                            PrinterState.GONE,
                            taken == 0 ? OnPaper.NOTHING : OnPaper.PART,
                            PrintProblem.BROKEN.at(address, taken, bytes.length, why));
            };
        } catch (IOException e) {
            return new Failed(PrinterState.GONE, OnPaper.NOTHING, PrintProblem.GONE.at(address, LineFault.of(e)));
        }
    }

    /** It takes no more: its own word why, if it gives one, and the rest is to be forgotten. */
    private PrintOutcome stalled(Connection connection, int taken, int of) {
        PrinterState state = Status.ask(connection, patience.answer());
        connection.write(Status.forgetRest(), patience.answer());
        OnPaper onPaper = taken == 0 ? OnPaper.NOTHING : OnPaper.PART;
        return state.canPrint()
                ? new Failed(
                        state,
                        onPaper,
                        PrintProblem.STOPPED.at(
                                address, taken, of, patience.stall().toSeconds()))
                : failed(state, onPaper);
    }

    /** Waits until the printer says that it is done, or how it is instead. */
    private PrintOutcome confirmed(Connection connection, int bytes) {
        connection.forget();
        if (!(connection.write(Status.whenDone(), patience.stall()) instanceof Written.All)) {
            return unconfirmed(PrinterState.GONE);
        }
        Duration wait = patience.confirm().plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
        int turns = (int) Math.max(1, wait.toMillis() / patience.answer().toMillis());
        int well = 0;
        PrinterState state = PrinterState.SILENT;
        for (int turn = 0; turn < turns; turn++) {
            OptionalInt answer = connection.read(patience.answer());
            while (answer.isPresent()) {
                if (Status.isDone(answer.getAsInt())) {
                    return Status.isOutOfPaper(answer.getAsInt())
                            ? failed(PrinterState.PAPER_OUT, OnPaper.PERHAPS_ALL)
                            : new Printed(bytes, true);
                }
                answer = connection.read(Duration.ZERO);
            }
            state = Status.peek(connection, patience.answer());
            if (!state.canPrint()) {
                connection.write(Status.forgetRest(), patience.answer());
                return failed(state, OnPaper.PART);
            }
            well += state == PrinterState.SILENT ? 0 : 1;
        }
        // It answers how it is but never that it is done: some printers don't know that question.
        return well >= WELL_ENOUGH && state != PrinterState.SILENT ? new Printed(bytes, false) : unconfirmed(state);
    }

    private PrintOutcome unconfirmed(PrinterState state) {
        return new Failed(state, OnPaper.PERHAPS_ALL, PrintProblem.UNCONFIRMED.at(address, state));
    }

    private PrintOutcome failed(PrinterState state, OnPaper onPaper) {
        return new Failed(state, onPaper, problem(state));
    }

    private Problem problem(PrinterState state) {
        return switch (state) {
            case PAPER_OUT -> PrintProblem.PAPER_OUT.at(address);
            case COVER_OPEN -> PrintProblem.COVER_OPEN.at(address);
            case JAM -> PrintProblem.JAM.at(address);
            case FAULT, READY, PAPER_LOW -> PrintProblem.FAULT.at(address);
            case SILENT, GONE -> PrintProblem.GONE.at(address, state);
        };
    }

    @Override
    public PrinterState state() {
        try (Connection connection = line.open(patience.connect())) {
            return Status.ask(connection, patience.answer());
        } catch (IOException e) {
            return PrinterState.GONE;
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        // A connection is opened for each document and closed after it: nothing is held in between.
    }
}
