package org.cotejo.station.day;

import static org.cotejo.station.day.Polling.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.sheet.LogLine;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Choice;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

class MachineTest {
    private final Polling polling = new Polling(1);

    private static MachineState open(Booth booth) {
        return new MachineState.Open(booth);
    }

    private static MachineState checking(Booth.Strip strip) {
        return open(new Booth.Checking(strip));
    }

    @Test
    void aWholeDayGivesTheSheetsOfItsVotes() {
        Machine machine = polling.open();
        polling.clock.move(3_600);
        int[][] votes = {{1, 1}, {5, 2}, {0, 2}, {3, 0}, {1, 2}};
        for (int[] vote : votes) {
            Polling.vote(machine, Election.ballot(vote[0], vote[1]));
        }
        polling.clock.move(36_000);
        assertEquals(new MachineState.Closed(), machine.closeStation(5, 3).orThrow());
        List<SignedSheet> sheets = machine.sheets().orThrow();
        assertEquals(2, sheets.size());
        Sheet president = sheets.getFirst().sheet();
        assertEquals(List.of(2, 0, 1, 0, 1), president.votes());
        assertEquals(List.of(1, 3), sheets.getLast().sheet().votes());
        assertEquals(1, president.counts().get(Figure.Count.BLANK));
        assertEquals(5, president.counts().get(Figure.Count.VOTERS));
        assertEquals(5, president.counts().get(Figure.Count.BALLOTS));
        assertEquals(400, president.counts().get(Figure.Count.REGISTERED));
        assertEquals("2027-07-25T06:00", president.hours().opening().toString());
        assertEquals("2027-07-25T17:00", president.hours().closing().toString());
        for (SignedSheet sheet : sheets) {
            assertTrue(sheet.isSignedBy(machine.identity().key()));
            assertEquals(sheet, SheetReader.read(sheet.text()).orThrow());
        }
    }

    @Test
    void theOpeningReportIsSignedAndAllZerosAndPrintedBeforeAnybodyVotes() {
        Machine machine = polling.ready();
        assertEquals("STATION-201", code(machine.release()));
        assertEquals(open(new Booth.Idle()), machine.openStation(2).orThrow());
        assertEquals(2, polling.tray.reports().size());
        for (SignedSheet sheet : polling.tray.reports().getFirst().sheets()) {
            assertEquals(Sheet.Paper.OPENING, sheet.sheet().paper());
            assertTrue(sheet.sheet().votes().stream().allMatch(vote -> vote == 0));
            assertTrue(sheet.isSignedBy(machine.identity().key()));
        }
    }

    @Test
    void theReceiptSaysWhatWasChosenAndItsCodeIsNeverTheSame() {
        Machine machine = polling.open();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Polling.vote(machine, Election.ballot(3, 0));
            Receipt receipt = polling.tray.receipts().get(i);
            assertEquals(new Choice.Picked(3), receipt.lines().get(0).choice());
            assertEquals(new Choice.Blank(), receipt.lines().get(1).choice());
            assertEquals(Election.STATION, receipt.station());
            assertTrue(codes.add(receipt.code()));
        }
    }

    @Test
    void aReceiptsCodeIsStoredNowhere() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(3, 0));
        machine.closeStation(1, 1).orThrow();
        String code = polling.tray.receipts().getFirst().code();
        polling.disk
                .everything()
                .forEach(left -> assertFalse(
                        new String(left.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains(code),
                        left.file().toString()));
    }

    @Test
    void aWrongReceiptSpoilsTheVoteAndTheSameVoterVotesAgain() {
        Machine machine = polling.open();
        machine.confirm(machine.release().orThrow(), Election.ballot(1, 1)).orThrow();
        assertEquals(open(new Booth.Released()), machine.receiptWrong().orThrow());
        BallotPass fresh = Objects.requireNonNull(machine.view().pass());
        machine.confirm(fresh, Election.ballot(4, 2)).orThrow();
        machine.receiptRight().orThrow();
        Figures figures = machine.view().figures();
        assertEquals(
                List.of(1, 2, 1, 1, 2, 1),
                List.of(
                        figures.released(),
                        figures.confirmed(),
                        figures.spoiled(),
                        figures.counted(),
                        figures.strips(),
                        figures.voidStrips()));
        machine.closeStation(1, 1).orThrow();
        assertEquals(
                List.of(0, 0, 0, 1, 0),
                machine.sheets().orThrow().getFirst().sheet().votes());
    }

    @Test
    void withoutAReceiptNoVoteCounts() {
        Machine machine = polling.open();
        polling.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.NO_PAPER));
        assertEquals("STATION-301", code(machine.confirm(machine.release().orThrow(), Election.ballot(1, 1))));
        assertEquals(checking(Booth.Strip.FAILED), machine.view().state());
        assertEquals("STATION-201", code(machine.receiptRight()));
        assertEquals("STATION-201", code(machine.voterLeft()));
        assertEquals("STATION-201", code(machine.closeStation(1, 1)));
        Receipt again = machine.printReceiptAgain().orThrow();
        assertEquals(2, again.printing());
        assertEquals(open(new Booth.Idle()), machine.receiptRight().orThrow());
        assertEquals(1, machine.view().figures().counted());
    }

    @Test
    void aPrinterThatBreaksIsAPrinterThatFailed() {
        Machine machine = polling.open();
        polling.tray.before(() -> {
            throw new IllegalStateException("the driver fell over");
        });
        assertEquals("STATION-301", code(machine.confirm(machine.release().orThrow(), Election.ballot(1, 1))));
        polling.tray.before(() -> {});
        assertEquals(open(new Booth.Released()), machine.withdraw().orThrow());
        assertEquals(1, machine.view().figures().withdrawn());
        machine.cancelRelease().orThrow();
        machine.closeStation(0, 1).orThrow();
        assertEquals(
                List.of(0, 0, 0, 0, 0),
                machine.sheets().orThrow().getFirst().sheet().votes());
    }

    @Test
    void aPageThatWasLeftOpenOrSentTwiceVotesForNobody() {
        Machine machine = polling.open();
        BallotPass pass = machine.release().orThrow();
        machine.confirm(pass, Election.ballot(1, 1)).orThrow();
        assertEquals("STATION-201", code(machine.confirm(pass, Election.ballot(1, 1))));
        machine.receiptRight().orThrow();
        BallotPass next = machine.release().orThrow();
        assertEquals("STATION-202", code(machine.confirm(pass, Election.ballot(1, 1))));
        assertNotEquals(pass, next);
        assertEquals(open(new Booth.Released()), machine.view().state());
    }

    @Test
    void aBallotThatDoesNotFitIsNotConfirmed() {
        Machine machine = polling.open();
        BallotPass pass = machine.release().orThrow();
        assertEquals("BOX-102", code(machine.confirm(pass, Election.ballot(6, 1))));
        assertEquals(open(new Booth.Released()), machine.view().state());
        machine.confirm(pass, Election.ballot(5, 1)).orThrow();
    }

    @Test
    void whoLeavesWithoutAWordHasVoted() {
        Machine machine = polling.open();
        machine.confirm(machine.release().orThrow(), Election.ballot(2, 1)).orThrow();
        machine.voterLeft().orThrow();
        assertEquals(1, machine.view().figures().counted());
        assertEquals(1, machine.view().figures().unanswered());
    }

    @Test
    void noSheetLeavesBeforeEveryCopyIsPrinted() {
        Machine machine = polling.open();
        assertEquals("STATION-401", code(machine.sheets()));
        polling.tray.next(new PrintOutcome.Printed(), new PrintOutcome.Failed(PrintOutcome.Reason.JAM));
        Result<MachineState> closing = machine.closeStation(0, 3);
        assertEquals("STATION-302", code(closing));
        assertTrue(closing instanceof Result.Refused<MachineState>(Problem problem)
                && problem.sentence().en().contains("copy 2 of 3"));
        assertEquals("STATION-401", code(machine.sheets()));
        assertEquals("STATION-401", code(machine.transmit()));
        assertEquals(new MachineState.Closed(), machine.goOnPrinting().orThrow());
        List<Document.OfStation> copies =
                polling.tray.reports().stream().skip(2).toList();
        assertEquals(
                List.of(1, 2, 3), copies.stream().map(Document.OfStation::copy).toList());
        assertEquals(
                List.of(1, 2, 1),
                copies.stream().map(Document.OfStation::printing).toList());
        assertEquals(
                1, copies.stream().map(Document.OfStation::sheets).distinct().count());
        machine.transmit().orThrow();
    }

    @Test
    void aSecondClosingIsRefusedAndASecondOpeningToo() {
        Machine machine = polling.open();
        assertEquals("STATION-201", code(machine.openStation(1)));
        machine.closeStation(0, 1).orThrow();
        assertEquals("STATION-201", code(machine.closeStation(0, 1)));
        assertEquals("STATION-201", code(machine.release()));
        assertEquals("STATION-201", code(machine.openStation(1)));
        assertEquals("STATION-201", code(machine.goOnPrinting()));
    }

    @Test
    void moreCopiesAfterClosingHaveFurtherNumbers() {
        Machine machine = polling.open();
        machine.closeStation(0, 2).orThrow();
        machine.printAnotherCopy().orThrow();
        polling.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.JAM));
        assertEquals("STATION-302", code(machine.printAnotherCopy()));
        machine.printAnotherCopy().orThrow();
        List<Integer> numbers = polling.tray.reports().stream()
                .skip(2)
                .map(Document.OfStation::copy)
                .toList();
        assertEquals(List.of(1, 2, 3, 4), numbers);
        assertEquals(2, polling.tray.reports().getLast().printing());
    }

    @Test
    void aDifferenceFromThePollBookStandsOnTheSheet() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        machine.closeStation(3, 1).orThrow();
        Sheet sheet = machine.sheets().orThrow().getFirst().sheet();
        assertEquals(3, sheet.counts().get(Figure.Count.VOTERS));
        assertEquals(1, sheet.counts().get(Figure.Count.BALLOTS));
    }

    @Test
    void whileThePrinterIsAtItEverythingElseIsRefused() throws InterruptedException {
        Machine machine = polling.open();
        BallotPass pass = machine.release().orThrow();
        String[] meanwhile = new String[2];
        polling.tray.before(() -> {
            Thread officer = new Thread(() -> {
                meanwhile[0] = code(machine.printReceiptAgain());
                meanwhile[1] = machine.view().state().toString();
            });
            officer.start();
            try {
                officer.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        machine.confirm(pass, Election.ballot(1, 1)).orThrow();
        assertEquals("STATION-203", meanwhile[0]);
        assertEquals(checking(Booth.Strip.PRINTING).toString(), meanwhile[1]);
        assertEquals(checking(Booth.Strip.PRINTED), machine.view().state());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        Machine machine = polling.ready();
        assertEquals("STATION-204", code(machine.openStation(0)));
        assertEquals("STATION-204", code(machine.openStation(Machine.COPIES_MOST + 1)));
        machine.openStation(1).orThrow();
        assertEquals("STATION-204", code(machine.closeStation(-1, 1)));
        assertEquals("STATION-204", code(machine.closeStation(1, 0)));
    }

    @Test
    void everyRefusalHasBothLanguages() {
        Machine machine = polling.ready();
        if (machine.release() instanceof Result.Refused<BallotPass>(Problem problem)) {
            assertTrue(problem.sentence().en().contains("open it"), problem.line("en"));
            assertTrue(problem.sentence().es().contains("ábrala"), problem.line("es"));
        }
        assertEquals("STATION-201", code(machine.release()));
    }

    @Test
    void theLogTellsTheDayAndNoChoice() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        machine.closeStation(1, 1).orThrow();
        MachineLog log = MachineLog.read(machine.identity(), machine.log()).orThrow();
        List<String> words =
                log.lines().stream().map(line -> line.what().split(" ", -1)[0]).toList();
        assertEquals(
                List.of(
                        "initialised",
                        "started",
                        "loaded",
                        "opening-begun",
                        "copy-begun",
                        "copy-printed",
                        "copy-begun",
                        "copy-printed",
                        "opened",
                        "released",
                        "confirmed",
                        "receipt-printed",
                        "counted",
                        "closing-begun",
                        "copy-begun",
                        "copy-printed",
                        "closed"),
                words);
        LogLine counted = log.lines().get(12);
        assertEquals("2027-07-25T06-04:00", counted.time(), "of a voter the hour alone");
        assertEquals("2027-07-25T06:00-04:00", log.lines().getFirst().time());
    }

    @Test
    void aLogWithALineChangedTakenOutOrMovedIsFoundOut() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        MachineIdentity of = machine.identity();
        List<String> lines = machine.log().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new java.util.ArrayList<>(lines);
            String taken = without.remove(i);
            boolean isLast = i == lines.size() - 1;
            assertEquals(isLast ? "ok" : "STATION-403", code(MachineLog.read(of, text(without))), "without " + i);
            without.add(i, taken.replace("T06", "T07"));
            assertEquals("STATION-403", code(MachineLog.read(of, text(without))), "changed " + i);
            without.set(i, taken);
            java.util.Collections.swap(without, i, isLast ? 0 : i + 1);
            assertEquals("STATION-403", code(MachineLog.read(of, text(without))), "moved " + i);
        }
        assertEquals("STATION-403", code(MachineLog.read(of, "nonsense\n")));
        assertEquals("STATION-403", code(MachineLog.read(of, machine.log().stripTrailing())));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
