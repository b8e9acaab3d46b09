package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.TestSheets;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.definition.Candidate;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Sheets are read from their print, with the networks themselves; few and small, since each takes seconds. */
class FormReaderTest {
    private static final FormReader READER = new FormReader(PrintReader.open().orThrow());

    private static PrintedForm read(Grey page) {
        return READER.read(page, 0).orElseThrow(() -> new AssertionError("no sheet was seen"));
    }

    private static String shown(PrintedForm form) {
        return form.facts() + "\n"
                + String.join("\n", form.cells().stream().map(Object::toString).toList());
    }

    @Test
    void aStripOfTheMachineIsReadWithoutItsCode() {
        Grey strip = TestSheets.strip(Language.SPANISH, TestElection.STATION, 287, 134, 61);
        PrintedForm form = read(strip);
        assertEquals(FormKind.COTEJO, form.kind());
        assertEquals(TestElection.STATION, form.fact("code").orElseThrow().text(), shown(form));
        for (String row : List.of(
                "votes 1=287", "votes 2=134", "votes 3=61", "valid=482", "null=4", "blank=3", "registered=559")) {
            String[] expected = row.split("=", -1);
            assertEquals(
                    OptionalInt.of(Integer.parseInt(expected[1])),
                    form.cell(expected[0]).map(PrintedCell::agreed).orElse(OptionalInt.empty()),
                    row + " in\n" + shown(form));
        }
        Checked checked = new Checker(TestElection.known())
                .check(List.of(), List.of(form))
                .getFirst();
        assertEquals(
                List.of(287, 134, 61),
                List.copyOf(assertInstanceOf(Checked.Taken.class, checked, () -> checked + shown(form))
                        .reading()
                        .contests()
                        .getFirst()
                        .byCandidate()
                        .values()));
    }

    @Test
    void aStripThatLiesOnItsHeadIsReadAndItsPlacesAreThoseOfThePicture() {
        Grey strip = TestSheets.strip(Language.ENGLISH, TestElection.STATION, 12, 305, 7);
        PrintedForm form = read(strip.turned(2));
        PrintedCell cell = form.cell("votes 1").orElseThrow(() -> new AssertionError(shown(form)));
        assertEquals(OptionalInt.of(12), cell.agreed(), shown(form));
        assertTrue(cell.place().centre().y() > strip.height() / 2.0, "the first line stands at the end of the picture");
    }

    /** As a hand holds a phone: aslant, and bowed. */
    @Test
    void aPageThatLiesAslantIsReadAndItsPlacesAreThoseOfThePicture() {
        Grey flat = TestSheets.pages(Language.SPANISH, TestElection.STATION, 287, 134, 8)
                .getFirst();
        for (int degrees : new int[] {-9, 12}) {
            Grey page = TestCodes.turned(TestCodes.bent(flat, 14, 0), Math.toRadians(degrees));
            PrintedForm form = read(page);
            for (String row : List.of("votes 1=287", "votes 2=134", "votes 3=8", "valid=429", "null=4", "blank=3")) {
                String[] expected = row.split("=", -1);
                assertEquals(
                        OptionalInt.of(Integer.parseInt(expected[1])),
                        form.cell(expected[0]).map(PrintedCell::agreed).orElse(OptionalInt.empty()),
                        row + " at " + degrees + " in\n" + shown(form));
            }
            double first = form.cell("votes 1").orElseThrow().digits().centre().x();
            double last = form.cell("null").orElseThrow().digits().centre().x();
            assertEquals(degrees > 0, last < first, "what stands below lies to the left of a page turned right");
        }
    }

    /** The first has positions alone, the second goes on with them and has the sums of candidates. */
    @Test
    void whatStandsOnASecondPageIsNamedRightOrNotAtAll() {
        int[] votes = new int[QrText.CARDS];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = 20 + 3 * i;
        }
        List<Grey> pages = TestSheets.pagesFor38(Language.SPANISH, TestElection.STATION, votes);
        PrintedForm first = read(pages.getFirst());
        PrintedForm second = read(pages.get(1));
        for (PrintedForm form : List.of(first, second)) {
            for (PrintedCell cell : form.cells()) {
                if (cell.row().startsWith("votes ")) {
                    int position = Integer.parseInt(cell.row().substring(6));
                    assertTrue(cell.agreed().isEmpty() || cell.agreed().getAsInt() == votes[position - 1], shown(form));
                }
            }
        }
        assertTrue(first.cell("votes 20").isPresent(), shown(first));
        List<Candidate> candidates = QrText.contest().candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int sum = 0;
            for (int position = 0; position < votes.length; position++) {
                boolean isHis = QrText.contest()
                        .options()
                        .get(position)
                        .candidate()
                        .equals(candidates.get(i).id());
                sum += isHis ? votes[position] : 0;
            }
            PrintedCell cell = second.cell("candidate " + (i + 1)).orElseThrow(() -> new AssertionError(shown(second)));
            assertEquals(OptionalInt.of(sum), cell.agreed(), shown(second));
        }
    }

    @Test
    void aSheetOfManySmallNumbersIsNotTakenForThatOf2024() {
        PrintedForm form = read(TestSheets.strip(Language.SPANISH, TestElection.STATION, 0, 5, 8));
        assertEquals(FormKind.COTEJO, form.kind(), shown(form));
        assertEquals(OptionalInt.of(8), form.cell("votes 3").orElseThrow().agreed(), shown(form));
    }

    @Test
    void paperWithoutASheetIsNone() {
        assertTrue(READER.read(TestCodes.paper(400, 400), 0).isEmpty());
        assertTrue(READER.read(TestCodes.code(TestElection.VENEZUELA, 6), 0).isEmpty());
    }

    @Test
    void theRealSheetOf2024IsReadFromItsPrint() throws IOException {
        Path sheet = Path.of(System.getProperty("cotejo.shared", "../../shared"))
                .resolve("data/venezuela-2024/sheet-010111043-01.jpg");
        Assumptions.assumeTrue(Files.exists(sheet), "no shared data");
        PrintedForm form = read(PictureDecoder.decode(Files.readAllBytes(sheet))
                .orThrow()
                .pages()
                .getFirst());
        List<String> facts = new ArrayList<>();
        form.facts().forEach(fact -> facts.add(fact.what() + ' ' + fact.text() + ' ' + fact.isTwice()));
        assertTrue(
                facts.containsAll(List.of(
                        "code 010111043.01.1.0001 true",
                        "centre 010111043 true",
                        "registered 513 true",
                        "time 28/07/2024 07:33:46 PM true",
                        "id c2ff150d-54b1-4e43-a4bb-fd17d6039243 true",
                        "hash 996F7E01982F869374B5595E0FE6F31950A8D3E1D58B9A00B8A7A77C98331143 true")),
                facts.toString());
        int[] truth = QrText.read(TestElection.VENEZUELA).orThrow().cells();
        for (int i = 0; i < QrText.CARDS; i++) {
            PrintedCell cell = form.cell("votes " + (i + 1)).orElseThrow();
            assertEquals(OptionalInt.of(truth[i]), cell.agreed(), cell.toString());
        }
        Checked checked = new Checker(null).check(List.of(), List.of(form)).getFirst();
        assertEquals(
                List.of(TestElection.VENEZUELA),
                assertInstanceOf(Checked.Unchecked.class, checked, checked::toString)
                        .reading()
                        .texts());
    }
}
