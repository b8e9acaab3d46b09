package org.cotejo.capture.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Problem;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.formats.venezuela.QrText;
import org.junit.jupiter.api.Test;

/** Print counts only where each number was read twice alike and everything else bears it out. */
class PrintCheckTest {
    private static final Quad PLACE = new Quad(new Point(0, 0), new Point(9, 0), new Point(9, 4), new Point(0, 4));
    private static final int[] VOTES =
            QrText.read(TestElection.VENEZUELA).orThrow().cells();
    private static final int CAST = 345;

    private final Checker checker = new Checker(TestElection.known());

    private static PrintedCell cell(String row, int number) {
        return new PrintedCell(row, row, OptionalInt.of(number), OptionalInt.of(number), 0.95, 0, PLACE);
    }

    private static PrintedFact fact(String what, String text, boolean isTwice) {
        return new PrintedFact(what, text, isTwice, 0.9, 0, PLACE);
    }

    /** The sheet of the station as it was read without a fault. */
    private static List<PrintedCell> cells() {
        List<PrintedCell> cells = new ArrayList<>();
        cells.add(cell("voters_machine", CAST));
        for (int i = 0; i < QrText.CARDS; i++) {
            cells.add(cell("votes " + (i + 1), VOTES[i]));
        }
        cells.add(cell("total", CAST));
        cells.add(cell("valid", CAST));
        cells.add(cell("null", 0));
        cells.add(cell("blank", 0));
        return cells;
    }

    private static List<PrintedFact> facts() {
        return List.of(
                fact("code", "010111043.01.1.0001", true),
                fact("centre", "010111043", true),
                fact("registered", Integer.toString(TestElection.REGISTERED), true));
    }

    private static PrintedForm form(List<PrintedFact> facts, List<PrintedCell> cells) {
        return new PrintedForm(FormKind.VENEZUELA_2024, facts, cells);
    }

    private Checked check(PrintedForm form) {
        return checker.check(List.of(), List.of(form)).getFirst();
    }

    private List<String> doubts(PrintedForm form) {
        return assertInstanceOf(Checked.Doubtful.class, check(form)).reasons().stream()
                .map(Problem::code)
                .toList();
    }

    private static List<PrintedCell> with(String row, PrintedCell other) {
        return cells().stream()
                .map(cell -> cell.row().equals(row) ? other : cell)
                .toList();
    }

    private static List<PrintedFact> with(PrintedFact other) {
        return facts().stream()
                .map(fact -> fact.what().equals(other.what()) ? other : fact)
                .toList();
    }

    @Test
    void aSheetWhoseNumbersAllStandThereTwiceIsTakenAsItsCodeWouldBe() {
        Checked.Taken taken = assertInstanceOf(Checked.Taken.class, check(form(facts(), cells())));
        assertEquals(Checked.Proof.FIGURES_AND_WORDS, taken.proof());
        Checked.Taken byCode = assertInstanceOf(
                Checked.Taken.class,
                checker.check(List.of(new ReadText(TestElection.VENEZUELA, true, false)))
                        .getFirst());
        assertEquals(byCode.reading().contests(), taken.reading().contests());
        assertEquals(byCode.reading().texts(), taken.reading().texts());
    }

    @Test
    void aNumberThatDigitsOrWordsAloneSayIsForPeople() {
        for (PrintedCell open : List.of(
                new PrintedCell("votes 36", "MUD", OptionalInt.of(160), OptionalInt.empty(), 0.99, 0, PLACE),
                new PrintedCell("votes 36", "MUD", OptionalInt.empty(), OptionalInt.of(160), 0.99, 0, PLACE),
                new PrintedCell("votes 36", "MUD", OptionalInt.of(180), OptionalInt.of(160), 0.99, 0, PLACE),
                new PrintedCell("votes 36", "MUD", OptionalInt.of(160), OptionalInt.of(160), 0.3, 0, PLACE))) {
            assertEquals(List.of("READ-218"), doubts(form(facts(), with("votes 36", open))));
            assertEquals(OptionalInt.empty(), open.agreed(), open.state().toString());
        }
        List<PrintedCell> twice = new ArrayList<>(cells());
        twice.add(cell("votes 36", 160));
        assertEquals(List.of("READ-218"), doubts(form(facts(), twice)), "a row that stands there twice");
    }

    @Test
    void aSumIsHeldAgainstItsWordsAndItsDigitsAloneWillNotDo() {
        PrintedCell misreadDigits =
                new PrintedCell("valid", "Votos validos", OptionalInt.of(346), OptionalInt.of(345), 0.9, 0, PLACE);
        assertInstanceOf(Checked.Taken.class, check(form(facts(), with("valid", misreadDigits))));
        PrintedCell digitsAlone =
                new PrintedCell("valid", "Votos validos", OptionalInt.of(345), OptionalInt.empty(), 0.9, 0, PLACE);
        assertEquals(List.of("READ-219"), doubts(form(facts(), with("valid", digitsAlone))));
        assertEquals(List.of("READ-219"), doubts(form(facts(), with("total", cell("total", 344)))));
        assertEquals(List.of("READ-219"), doubts(form(facts(), with("voters_machine", cell("voters_machine", 354)))));
    }

    @Test
    void theStationMustBeReadTwiceAndHaveAsManyVotersAsTheSheetSays() {
        assertEquals(List.of("READ-220"), doubts(form(with(fact("code", "010111043.01.1.0001", false)), cells())));
        assertEquals(List.of("READ-220"), doubts(form(with(fact("code", "010111048.01.1.0001", true)), cells())));
        assertEquals(List.of("READ-220"), doubts(form(List.of(), cells())));
        assertEquals(List.of("READ-202"), doubts(form(with(fact("code", "010111043.09.1.0001", true)), cells())));
        assertEquals(List.of("READ-222"), doubts(form(with(fact("registered", "595", true)), cells())));
        assertEquals(List.of("READ-221"), doubts(form(with(fact("registered", "559", false)), cells())));
        assertEquals(List.of("READ-221"), doubts(form(facts().subList(0, 2), cells())));
    }

    @Test
    void withoutADefinitionNothingIsTaken() {
        Checked checked = new Checker(null)
                .check(List.of(), List.of(form(facts(), cells())))
                .getFirst();
        assertEquals(
                TestElection.STATION,
                assertInstanceOf(Checked.Unchecked.class, checked).reading().station());
    }

    @Test
    void aCodeAndAPrintThatStateDifferentNumbersAreBothForPeople() {
        String other = TestElection.VENEZUELA.replace("!112,", "!113,");
        List<Checked> checked =
                checker.check(List.of(new ReadText(other, true, false)), List.of(form(facts(), cells())));
        assertEquals(2, checked.size());
        checked.forEach(one -> assertInstanceOf(Checked.Doubtful.class, one));
        assertTrue(checked.stream()
                .flatMap(one -> ((Checked.Doubtful) one).reasons().stream())
                .anyMatch(problem ->
                        problem.code().equals("READ-215") || problem.code().equals("READ-224")));
        PrintedForm partly = form(facts(), cells().subList(0, 4));
        assertEquals(
                "READ-224",
                assertInstanceOf(
                                Checked.Doubtful.class,
                                checker.check(List.of(new ReadText(other, true, false)), List.of(partly))
                                        .getFirst())
                        .reasons()
                        .getFirst()
                        .code());
    }

    @Test
    void aCodeThatItsPrintBearsOutIsTakenOnce() {
        List<Checked> checked = checker.check(
                List.of(new ReadText(TestElection.VENEZUELA, true, false)), List.of(form(facts(), cells())));
        checked.forEach(one -> assertInstanceOf(Checked.Taken.class, one));
    }

    /** Whatever one digit or one word is misread as, and even both, alike or not: no other votes are taken. */
    @Property(tries = 500)
    void noMisreadingOfOneRowIsTakenAsOtherVotes(@ForAll long seed) {
        Random random = new Random(seed);
        String row = "votes " + (1 + random.nextInt(QrText.CARDS));
        OptionalInt figure = random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(400));
        OptionalInt words = random.nextInt(3) == 0 ? figure : OptionalInt.of(random.nextInt(400));
        Checked checked = check(form(facts(), with(row, new PrintedCell(row, row, figure, words, 0.9, 0, PLACE))));
        if (checked instanceof Checked.Taken taken) {
            assertEquals(List.of(TestElection.VENEZUELA), taken.reading().texts());
        }
    }
}
