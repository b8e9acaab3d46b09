package org.cotejo.station.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.PrintOutcome.Failed;
import org.cotejo.station.day.PrintOutcome.Printed;
import org.cotejo.station.day.PrintOutcome.Reason;
import org.cotejo.station.day.Receipt;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.paper.Document;
import org.cotejo.station.paper.VoidSlip;
import org.cotejo.station.printer.PrintOutcome;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.Printer;
import org.cotejo.station.printer.PrinterState;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;

/** What comes out of a printer that fails, and in which order. */
class PaperPrintingTest {
    private static final StationCode STATION = new StationCode("01.001.1");

    private final Roll roll = new Roll();
    private final List<Problem> told = new ArrayList<>();
    private PaperPrinting desk = desk();

    /** A printer that does what it is told to do, one paper after the other, and then prints. */
    private static final class Roll implements Printer {
        private final Queue<PrintOutcome> next = new ArrayDeque<>();
        private final List<Document> out = new ArrayList<>();

        void fails(PrinterState state, OnPaper onPaper) {
            Problem problem = new Problem("PRINT-104", Where.file("roll"), new Sentence("no paper", "sin papel"));
            next.add(new PrintOutcome.Failed(state, onPaper, problem));
        }

        @Override
        public PrintOutcome print(Document document, Language language) {
            PrintOutcome outcome = next.isEmpty() ? new PrintOutcome.Printed(1, true) : next.remove();
            if (outcome instanceof PrintOutcome.Printed) {
                out.add(document);
            }
            return outcome;
        }

        @Override
        public PrinterState state() {
            return PrinterState.READY;
        }

        @Override
        public String address() {
            return "roll";
        }

        @Override
        public void close() {
            next.clear();
        }
    }

    private PaperPrinting desk() {
        StationKey key = new StationKey(
                STATION,
                new MachineId("M-1"),
                KeyAlgorithm.ED25519_DEMO,
                Ed25519Secret.ofSeed(new byte[32]).verifyKey());
        SoftwareHash software = new SoftwareHash(Sha256.of("program".getBytes(StandardCharsets.UTF_8)));
        return new PaperPrinting(
                roll, Language.SPANISH, new MachineIdentity("demo-2027", key, ""), software, told::add);
    }

    private static org.cotejo.station.day.Document receipt(int printing) {
        Contest mayor = new Contest(
                new ContestId("mayor"),
                "Mayor",
                List.of(new Candidate(new CandidateId("rosa"), "Rosa"), new Candidate(new CandidateId("juan"), "Juan")),
                List.of());
        return new org.cotejo.station.day.Document.OfVoter(new Receipt(
                "An election",
                STATION,
                "01AB-CDEF-GHJK-MNPZ",
                printing,
                List.of(new Receipt.Line(mayor, new Choice.Picked(2)))));
    }

    private List<Document.Kind> kinds() {
        return roll.out.stream().map(Document::kind).toList();
    }

    @Test
    void aReceiptSaysTheChoiceAndItsCode() {
        assertEquals(new Printed(), desk.print(receipt(1)));
        org.cotejo.station.paper.Receipt printed = (org.cotejo.station.paper.Receipt) roll.out.getFirst();
        assertEquals("01AB-CDEF-GHJK-MNPZ", printed.code().value());
        assertEquals(
                List.of(new org.cotejo.station.paper.Receipt.Chosen.Position(2, "Juan", null)),
                printed.choices().getFirst().chosen());
        assertTrue(printed.head().rehearsal());
    }

    @Test
    void aStripThatMayLieThereHasItsVoidSlipInFrontOfTheNextAndOneThatNeverBeganHasNone() {
        roll.fails(PrinterState.PAPER_OUT, OnPaper.NOTHING);
        assertEquals(new Failed(Reason.NO_PAPER), desk.print(receipt(1)));
        roll.fails(PrinterState.COVER_OPEN, OnPaper.PART);
        assertEquals(new Failed(Reason.COVER_OPEN), desk.print(receipt(2)));
        assertEquals(new Printed(), desk.print(receipt(3)));
        assertEquals(List.of(Document.Kind.VOID_SLIP, Document.Kind.RECEIPT), kinds());
        assertEquals(VoidSlip.Reason.COVER_OPEN, ((VoidSlip) roll.out.getFirst()).reason());
    }

    @Test
    void whatNobodyKnowsIsSaidToBeUnknown() {
        roll.fails(PrinterState.READY, OnPaper.PERHAPS_ALL);
        assertEquals(new Failed(Reason.UNKNOWN), desk.print(receipt(1)));
        roll.fails(PrinterState.GONE, OnPaper.PART);
        assertEquals(
                new Failed(Reason.OFFLINE), desk.print(receipt(2)), "the slip did not come out, nor did the receipt");
    }

    @Test
    void aWholeReceiptThatIsPrintedAgainIsVoidAndSoIsOneOfAnEarlierProcess() {
        desk.print(receipt(1));
        desk.print(receipt(2));
        assertEquals(VoidSlip.Reason.UNREADABLE, ((VoidSlip) roll.out.get(1)).reason());
        roll.out.clear();
        desk = desk();
        desk.print(receipt(2));
        assertEquals(VoidSlip.Reason.RESTARTED, ((VoidSlip) roll.out.getFirst()).reason());
        assertEquals(List.of(Document.Kind.VOID_SLIP, Document.Kind.RECEIPT), kinds());
    }

    @Test
    void nobodyIsToldHowLongAReceiptWas() {
        roll.fails(PrinterState.GONE, OnPaper.PART);
        assertEquals(new Failed(Reason.HALF_PRINTED), desk.print(receipt(1)));
        assertEquals(List.of(), told);
    }
}
