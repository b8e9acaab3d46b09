package org.cotejo.station.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperExamples;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.paper.Receipt;
import org.cotejo.station.printer.PrintOutcome.Failed;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.PrintOutcome.Printed;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of printers, and the folder that stands for one. */
class PrintersTest {
    private static final Drawing DRAWING = Drawing.load();

    @TempDir
    private Path folder;

    private static Problem refusal(String address) {
        return assertInstanceOf(Result.Refused.class, Printers.open(address, DRAWING, Patience.USUAL))
                .problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp:10.0.0.7:9100",
                "tcp:[::1]:9100?paper=58",
                "device:/dev/usb/lp0?paper=80",
                "serial:/dev/ttyUSB0?baud=9600&handshake=no&paper=58",
                "folder:out?paper=58&as=escpos",
                "folder:out?paper=a4"
            })
    void addressesAreUnderstoodAndKept(String address) {
        assertEquals(
                address,
                Printers.open(address, DRAWING, Patience.USUAL).orThrow().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lp0",
                "usb:1",
                "tcp:",
                "tcp:host",
                "tcp::9100",
                "tcp:host:0",
                "tcp:host:70000",
                "tcp:host:999999999999",
                "device:",
                "folder: ",
                "folder:\0",
                "http://host"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertEquals("PRINT-101", refusal(address).code());
    }

    @ParameterizedTest
    @CsvSource({
        "tcp:host:9100?paper=a4, paper=a4",
        "tcp:host:9100?speed=1, speed",
        "tcp:host:9100?paper=58&paper=80, paper=80",
        "serial:/dev/ttyS0?baud=300, baud=300",
        "serial:/dev/ttyS0?handshake, handshake=",
        "folder:x?as=docx, as=docx",
        "folder:x?as=escpos&paper=a4, paper=a4",
        "device:/dev/usb/lp0?baud=9600, baud"
    })
    void optionsThatDoNotBelongThereAreRefused(String address, String named) {
        Problem problem = refusal(address);
        assertEquals("PRINT-102", problem.code());
        assertTrue(problem.sentence().en().startsWith("'" + named + "'"), problem.sentence()::en);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderGetsOneWholeFileForEachPrinting() throws IOException {
        try (Printer printer =
                Printers.open("folder:" + folder, DRAWING, Patience.USUAL).orThrow()) {
            assertInstanceOf(
                    Printed.class, printer.print(PaperExamples.tally(Language.SPANISH, 3, 0), Language.SPANISH));
            assertInstanceOf(Printed.class, printer.print(PaperExamples.hashes(Language.SPANISH), Language.SPANISH));
            assertInstanceOf(Printed.class, printer.print(PaperExamples.hashes(Language.SPANISH), Language.SPANISH));
            assertEquals(PrinterState.READY, printer.state());
        }
        assertEquals(
                List.of("hash_slip-1.pdf", "hash_slip-2.pdf", "tally_sheet-copy-2-of-6-printing-2-1.pdf"), files());
        assertArrayEquals(
                DRAWING.pdf(PaperExamples.hashes(Language.SPANISH), Language.SPANISH, PaperSize.A4),
                Files.readAllBytes(folder.resolve("hash_slip-1.pdf")));
    }

    @Test
    void aFolderTakesWhatAThermalPrinterWouldGet() throws IOException {
        try (Printer printer = Printers.open("folder:" + folder + "?as=escpos&paper=58", DRAWING, Patience.USUAL)
                .orThrow()) {
            printer.print(PaperExamples.voided(Language.ARABIC), Language.ARABIC);
        }
        assertArrayEquals(
                DRAWING.escPos(PaperExamples.voided(Language.ARABIC), Language.ARABIC, PaperSize.ROLL_58),
                Files.readAllBytes(folder.resolve("void_slip-copy-2-of-6-1.escpos")));
    }

    @Test
    void aFolderKeepsNoReceiptOfARealVote() throws IOException {
        Receipt receipt = PaperExamples.receipt(Language.SPANISH);
        Receipt rehearsed = new Receipt(PaperExamples.head(Language.SPANISH, true), receipt.choices(), receipt.code());
        try (Printer printer =
                Printers.open("folder:" + folder, DRAWING, Patience.USUAL).orThrow()) {
            Failed failed = assertInstanceOf(Failed.class, printer.print(receipt, Language.SPANISH));
            assertEquals("PRINT-112", failed.problem().code());
            assertEquals(List.of(), files());
            assertInstanceOf(Printed.class, printer.print(rehearsed, Language.SPANISH));
            assertEquals(List.of("receipt-1.pdf"), files());
        }
    }

    @Test
    void aFolderThatCantBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Printer printer = Printers.open("folder:" + file.resolve("in"), DRAWING, Patience.USUAL)
                .orThrow()) {
            Failed failed = assertInstanceOf(
                    Failed.class, printer.print(PaperExamples.hashes(Language.SPANISH), Language.SPANISH));
            assertEquals("PRINT-110", failed.problem().code());
            assertEquals(OnPaper.NOTHING, failed.onPaper());
        }
    }

    @Test
    void everyFailureHasASentenceInBothLanguages() {
        for (PrintProblem problem : PrintProblem.values()) {
            Problem said = problem.at("tcp:host:9100", "a", "b", "c");
            assertTrue(said.line("en").startsWith("tcp:host:9100: PRINT-1"), said.line("en"));
            assertTrue(!said.sentence().en().equals(said.sentence().es()));
            assertTrue(!said.line("es").contains("{"), said.line("es"));
        }
    }
}
