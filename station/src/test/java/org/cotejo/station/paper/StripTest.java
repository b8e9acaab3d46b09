package org.cotejo.station.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of the printer is the strip that was drawn, with nothing cut off and codes that can be read. */
class StripTest {
    private static final Drawing DRAWING = Drawing.load();
    private static final Typeface TYPEFACE = Typeface.load();

    private static Stream<Arguments> languagesAndRolls() {
        return Stream.of(Language.values())
                .flatMap(language ->
                        Stream.of(PaperSize.ROLL_80, PaperSize.ROLL_58).map(roll -> Arguments.of(language, roll)));
    }

    @ParameterizedTest
    @MethodSource("languagesAndRolls")
    void theBytesPrintTheStripDotByDot(Language language, PaperSize roll) {
        for (Document document : PaperExamples.all(language)) {
            Strip strip = DRAWING.strip(document, language, roll);
            EscPosReader.Paper paper = EscPosReader.read(DRAWING.escPos(document, language, roll), roll.dots());
            assertEquals(1, paper.cuts());
            assertEquals(
                    0, questions(DRAWING.escPos(document, language, roll)), "a picture that looks like a question");
            assertTrue(paper.rows().size() > strip.height(), "the strip is fed to the cutter");
            for (int y = 0; y < strip.height(); y++) {
                for (int x = 0; x < strip.width(); x++) {
                    assertEquals(strip.isBlack(x, y), paper.isBlack(x, y), document.kind() + " at " + x + "," + y);
                }
            }
        }
    }

    /** Bytes that a printer takes for DLE EOT, ENQ or DC4 wherever they stand; it would answer without being asked. */
    private static int questions(byte[] bytes) {
        int questions = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            boolean isEot = bytes[i + 1] == 0x04 && bytes[i + 2] >= 1 && bytes[i + 2] <= 4;
            boolean isEnq = bytes[i + 1] == 0x05 && bytes[i + 2] >= 1 && bytes[i + 2] <= 2;
            boolean isDc4 = bytes[i + 1] == 0x14 && (bytes[i + 2] == 1 || bytes[i + 2] == 2 || bytes[i + 2] == 8);
            questions += bytes[i] == 0x10 && (isEot || isEnq || isDc4) ? 1 : 0;
        }
        return questions;
    }

    @ParameterizedTest
    @MethodSource("languagesAndRolls")
    void noLetterIsCutOffAtTheEdge(Language language, PaperSize roll) {
        Composer composer = new Composer(language);
        for (Document document : PaperExamples.all(language)) {
            int clipped =
                    StripDrawer.clipped(TYPEFACE, roll.dots(), language.isRightToLeft(), composer.blocks(document));
            assertEquals(0, clipped, document.kind() + " in " + language + " on " + roll);
        }
    }

    @ParameterizedTest
    @MethodSource("languagesAndRolls")
    void theCodeOnTheStripIsTheSignedSheet(Language language, PaperSize roll) {
        TallySheet tally = PaperExamples.tally(language, 10, 38);
        EscPosReader.Paper paper = EscPosReader.read(DRAWING.escPos(tally, language, roll), roll.dots());
        List<String> codes = CodeReader.texts(CodeReader.picture(paper, roll.dots()));
        assertEquals(List.of(tally.sheet().text()), codes);
        SignedSheet read = SheetReader.read(codes.getFirst()).orThrow();
        assertTrue(read.isSignedBy(PaperExamples.key(language).key()));
    }

    @ParameterizedTest
    @CsvSource({"ROLL_80, 1000", "ROLL_80, 250", "ROLL_58, 400"})
    void aLongSheetIsPutTogetherFromTheCodesOfItsStrip(PaperSize roll, int options) {
        TallySheet tally = PaperExamples.tally(Language.SPANISH, 10, options);
        EscPosReader.Paper paper = EscPosReader.read(DRAWING.escPos(tally, Language.SPANISH, roll), roll.dots());
        List<String> codes = CodeReader.texts(CodeReader.picture(paper, roll.dots()));
        assertTrue(codes.size() > 1);
        assertEquals(tally.sheet().text(), CodeReader.sheet(codes));
    }

    @Test
    void theCodeOfAKeyIsALineForTheRegistry() {
        KeySlip slip = PaperExamples.key(Language.SPANISH);
        EscPosReader.Paper paper =
                EscPosReader.read(DRAWING.escPos(slip, Language.SPANISH, PaperSize.ROLL_80), PaperSize.ROLL_80.dots());
        assertEquals(
                List.of("10101001.01.0001,M-0417,ed25519,"
                        + "ff84107363f0967c80fc856cd2ac8482d125c62bd13900cd7dac41186c842985"),
                CodeReader.texts(CodeReader.picture(paper, PaperSize.ROLL_80.dots())));
    }

    @ParameterizedTest
    @EnumSource
    void theSameValuesGiveTheSameBytes(Language language) {
        Drawing another = Drawing.load();
        for (Document document : PaperExamples.all(language)) {
            assertArrayEquals(
                    DRAWING.escPos(document, language, PaperSize.ROLL_80),
                    another.escPos(document, language, PaperSize.ROLL_80));
        }
    }

    @Test
    void anotherChoiceAnotherFigureAndAnotherPrintingAreOtherStrips() {
        TallySheet tally = PaperExamples.tally(Language.ENGLISH, 10, 0);
        TallySheet again = new TallySheet(
                tally.head(),
                tally.contest(),
                tally.sheet(),
                tally.software(),
                tally.receipts(),
                tally.copy().again(),
                tally.signatories());
        assertNotEquals(bytes(tally), bytes(again));
        assertNotEquals(bytes(tally), bytes(PaperExamples.tally(Language.ENGLISH, 11, 0)));
    }

    private static String bytes(Document document) {
        return java.util.HexFormat.of().formatHex(DRAWING.escPos(document, Language.ENGLISH, PaperSize.ROLL_80));
    }

    @Test
    void aWordLongerThanTheStripIsBrokenAndNotCutOff() {
        StationHead head = new StationHead(
                "W".repeat(200),
                PaperExamples.head(Language.ENGLISH, false).station(),
                List.of("i".repeat(200)),
                false);
        HashSlip slip = PaperExamples.hashes(Language.ENGLISH);
        Document wide = new HashSlip(head, slip.machine(), slip.software(), slip.definition());
        List<Block> blocks = new Composer(Language.ENGLISH).blocks(wide);
        assertEquals(0, StripDrawer.clipped(TYPEFACE, PaperSize.ROLL_58.dots(), false, blocks));
    }

    @Test
    void lettersThatNoFontHasAreNamedBeforeTheDay() {
        assertEquals("", DRAWING.undrawable("Íñigo Ŵ Жук № حسن التلمساني 1.234"));
        assertEquals("選挙", DRAWING.undrawable("a選挙b選"));
    }

    @Test
    void arabicLettersAreJoinedAndStandFromTheRight() {
        assertEquals("\ufeb3\ufee0\ufee4\ufef0", Script.joined("سلمى"));
        assertEquals("\ufef0\ufee4\ufee0\ufeb3", Script.leftToRight(Script.joined("سلمى"), true));
        assertEquals("12 \ufe8d\ufe8f", Script.leftToRight("\ufe8f\ufe8d 12", true));
        assertEquals("M-0417", Script.leftToRight(Script.joined("M-0417"), false));
    }

    @Test
    void a4IsNoRoll() {
        HashSlip slip = PaperExamples.hashes(Language.ENGLISH);
        assertThrows(IllegalArgumentException.class, () -> DRAWING.strip(slip, Language.ENGLISH, PaperSize.A4));
    }

    @Test
    void anOpeningReportCarriesItsOwnCode() {
        OpeningReport report = PaperExamples.opening(Language.FRENCH);
        EscPosReader.Paper paper =
                EscPosReader.read(DRAWING.escPos(report, Language.FRENCH, PaperSize.ROLL_80), PaperSize.ROLL_80.dots());
        String text = CodeReader.sheet(CodeReader.texts(CodeReader.picture(paper, PaperSize.ROLL_80.dots())));
        Sheet sheet = SheetReader.read(text).orThrow().sheet();
        assertEquals(Sheet.Paper.OPENING, sheet.paper());
        Contest contest = report.contest();
        assertEquals(contest.candidates().size(), sheet.votes().size());
    }
}
