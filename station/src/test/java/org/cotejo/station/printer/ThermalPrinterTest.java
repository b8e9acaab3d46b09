package org.cotejo.station.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.cotejo.station.paper.Document;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.EscPosReader;
import org.cotejo.station.paper.PaperExamples;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.printer.PrintOutcome.Failed;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.PrintOutcome.Printed;
import org.cotejo.station.printer.PrinterEmulator.Habit;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Against a printer behind a real socket, and against devices that every Linux has. */
class ThermalPrinterTest {
    private static final Drawing DRAWING = Drawing.load();
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Document SHEET = PaperExamples.tally(Language.SPANISH, 10, 0);
    private static final int SOME = 20_000;

    @TempDir
    private Path folder;

    private static Printer printer(String address) {
        return Printers.open(address, DRAWING, SHORT).orThrow();
    }

    private static byte[] sent(Document document) {
        return DRAWING.escPos(document, Language.SPANISH, PaperSize.ROLL_80);
    }

    private static PrintOutcome print(PrinterEmulator emulator, Document document) {
        try (Printer printer = printer(emulator.address())) {
            return printer.print(document, Language.SPANISH);
        }
    }

    private static void assertFailed(PrinterState state, OnPaper onPaper, String code, PrintOutcome outcome) {
        Failed failed = assertInstanceOf(Failed.class, outcome);
        assertEquals(code, failed.problem().code(), failed::toString);
        assertEquals(state, failed.state());
        assertEquals(onPaper, failed.onPaper());
    }

    @Test
    void aSheetComesOutWholeAndThePrinterSaysSo() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.PRINTS, 0)) {
            assertEquals(new Printed(sent(SHEET).length, true), print(emulator, SHEET));
            assertArrayEquals(sent(SHEET), emulator.paper());
            assertEquals(1, EscPosReader.read(emulator.paper(), 576).cuts());
        }
    }

    @Test
    void aPrinterThatNeverAnswersIsBelievedWhenItTookAll() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.SILENT, 0)) {
            assertEquals(new Printed(sent(SHEET).length, false), print(emulator, SHEET));
            assertEquals(PrinterState.SILENT, printer(emulator.address()).state());
        }
    }

    @Test
    void aPrinterThatDoesNotKnowTheLastQuestionIsBelievedWhileItIsWell() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.NEVER_DONE, 0)) {
            assertEquals(new Printed(sent(SHEET).length, false), print(emulator, SHEET));
        }
    }

    @Test
    void aPrinterThatFallsSilentMayHavePrintedAllOrNot() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.FALLS_SILENT, SOME)) {
            assertFailed(PrinterState.SILENT, OnPaper.PERHAPS_ALL, "PRINT-111", print(emulator, SHEET));
        }
    }

    @Test
    void nothingIsSentToAPrinterThatSaysThatItCantPrint() throws IOException {
        try (PrinterEmulator out = new PrinterEmulator(Habit.PRINTS, 0).outOfPaper();
                PrinterEmulator open = new PrinterEmulator(Habit.PRINTS, 0).coverOpen();
                PrinterEmulator jammed = new PrinterEmulator(Habit.PRINTS, 0).jammed()) {
            assertFailed(PrinterState.PAPER_OUT, OnPaper.NOTHING, "PRINT-104", print(out, SHEET));
            assertFailed(PrinterState.COVER_OPEN, OnPaper.NOTHING, "PRINT-105", print(open, SHEET));
            assertFailed(PrinterState.JAM, OnPaper.NOTHING, "PRINT-106", print(jammed, SHEET));
            assertEquals(0, jammed.paper().length);
            assertEquals(PrinterState.PAPER_OUT, printer(out.address()).state());
        }
    }

    @Test
    void aStripWhosePaperRanOutIsAPartAndTheRestIsForgotten() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.RUNS_OUT, SOME)) {
            assertFailed(PrinterState.PAPER_OUT, OnPaper.PART, "PRINT-104", print(emulator, SHEET));
            assertArrayEquals(Arrays.copyOf(sent(SHEET), SOME), emulator.paper());
            assertEquals(1, emulator.forgotten());
        }
    }

    @Test
    void aCoverThatIsOpenedInTheMiddleIsSaid() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.OPENS, SOME)) {
            assertFailed(PrinterState.COVER_OPEN, OnPaper.PART, "PRINT-105", print(emulator, SHEET));
        }
    }

    @Test
    void aPrinterThatStopsInTheMiddleIsNotWaitedForWithoutEnd() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.STOPS, SOME)) {
            Document longest = PaperExamples.tally(Language.SPANISH, 10, 1_000);
            PrintOutcome outcome = print(emulator, longest);
            Failed failed = assertInstanceOf(Failed.class, outcome);
            assertEquals("PRINT-108", failed.problem().code());
            assertEquals(OnPaper.PART, failed.onPaper());
            assertTrue(failed.problem().sentence().en().contains(" of " + sent(longest).length + " bytes"));
            assertEquals(SOME, emulator.paper().length);
        }
    }

    @Test
    void aPrinterThatDiesInTheMiddleIsLostWithAPartOnPaper() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.DIES, SOME)) {
            assertFailed(PrinterState.GONE, OnPaper.PART, "PRINT-109", print(emulator, SHEET));
        }
    }

    @Test
    void aPrinterThatIsNotThereGetsNothing() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (Printer printer = printer("tcp:127.0.0.1:" + port)) {
            assertFailed(PrinterState.GONE, OnPaper.NOTHING, "PRINT-103", printer.print(SHEET, Language.SPANISH));
            assertEquals(PrinterState.GONE, printer.state());
        }
    }

    @Test
    void eachDocumentHasItsOwnConnection() throws IOException {
        try (PrinterEmulator emulator = new PrinterEmulator(Habit.PRINTS, 0);
                Printer printer = printer(emulator.address() + "?paper=58")) {
            Document slip = PaperExamples.voided(Language.SPANISH);
            printer.print(slip, Language.SPANISH);
            printer.print(slip, Language.SPANISH);
            assertEquals(2, emulator.connections());
            assertEquals(2, EscPosReader.read(emulator.paper(), 384).cuts());
        }
    }

    static boolean isLinux() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("isLinux")
    void aDeviceThatTakesAllAndSaysNothingIsBelieved() {
        try (Printer printer = printer("device:/dev/null")) {
            assertEquals(new Printed(sent(SHEET).length, false), printer.print(SHEET, Language.SPANISH));
            assertEquals(PrinterState.SILENT, printer.state());
        }
    }

    @Test
    @EnabledIf("isLinux")
    void aDeviceThatBabblesAndTakesNothingIsSaidToFail() {
        try (Printer printer = printer("device:/dev/full")) {
            assertFailed(PrinterState.GONE, OnPaper.NOTHING, "PRINT-109", printer.print(SHEET, Language.SPANISH));
        }
    }

    @Test
    void anOrdinaryFileIsNoDeviceAndStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "as it is");
        for (String address : new String[] {"device:" + file, "serial:" + file, "device:" + folder}) {
            try (Printer printer = printer(address)) {
                assertFailed(PrinterState.GONE, OnPaper.NOTHING, "PRINT-103", printer.print(SHEET, Language.SPANISH));
            }
        }
        assertEquals("as it is", Files.readString(file));
        try (Printer printer = printer("device:" + folder.resolve("nothing"))) {
            assertEquals(PrinterState.GONE, printer.state());
        }
    }

    @Test
    @EnabledIf("isLinux")
    void aLineWhoseSpeedCantBeSetIsNotPrintedOn() {
        try (Printer printer = printer("serial:/dev/null?baud=19200")) {
            PrintOutcome outcome = printer.print(SHEET, Language.SPANISH);
            assertFailed(PrinterState.GONE, OnPaper.NOTHING, "PRINT-103", outcome);
        }
        assertEquals(
                java.util.List.of(
                        "stty",
                        "-F",
                        "/dev/x",
                        "9600",
                        "cs8",
                        "-parenb",
                        "-cstopb",
                        "raw",
                        "-echo",
                        "clocal",
                        "-crtscts"),
                new SerialLine(Path.of("/dev/x"), 9_600, false).command());
    }
}
