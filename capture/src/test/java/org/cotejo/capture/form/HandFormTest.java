package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.capture.TestDigits;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.WrittenDigit;
import org.junit.jupiter.api.Test;

/** Figures in boxes, drawn by no hand: read, left to people where not sure, and never counted. */
class HandFormTest {
    private static final PrintReader READER = PrintReader.open().orThrow();
    private static final int SIDE = 56;
    private static final int BOXES = 3;
    private static final List<String> ROWS = List.of(
            "1  Lista Amarilla",
            "2  Lista Verde",
            "3  Lista Morada",
            "Votos nulos",
            "Votos en blanco",
            "Votos válidos");

    private static Graphics2D onWhite(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(226, 226, 226));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(new Color(40, 40, 40));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        graphics.setStroke(new BasicStroke(3));
        return graphics;
    }

    private static Grey plane(BufferedImage image) {
        return new Grey(image.getWidth(), image.getHeight(), (byte[])
                image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null));
    }

    /** A sheet with these figures; a blank leaves a box empty. */
    private static Grey sheet(String... figures) {
        BufferedImage image = new BufferedImage(1000, 260 + ROWS.size() * 110, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = onWhite(image);
        graphics.drawString("Acta de escrutinio", 360, 60);
        graphics.drawString("Escriba una cifra en cada casilla.", 60, 120);
        graphics.drawString("Votos de cada lista", 60, 170);
        for (int row = 0; row < ROWS.size(); row++) {
            int top = 200 + row * 110;
            graphics.drawString(ROWS.get(row), 60, top + 40);
            for (int box = 0; box < BOXES; box++) {
                graphics.drawRect(640 + box * SIDE, top, SIDE, SIDE);
            }
            String figure = figures[row];
            for (int i = 0; i < figure.length(); i++) {
                int box = BOXES - figure.length() + i;
                if (figure.charAt(i) != ' ') {
                    TestDigits.draw(
                            graphics, figure.charAt(i) - '0', 640 + box * SIDE, top, SIDE, 31L * row + 7L * i + 5);
                }
            }
        }
        graphics.dispose();
        return TestScribbles.noisy(plane(image), 4, 3);
    }

    private static WrittenDigit digit(int digit, long seed) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = onWhite(image);
        graphics.drawRect(1, 1, SIDE - 3, SIDE - 3);
        TestDigits.draw(graphics, digit, 0, 0, SIDE, seed);
        graphics.dispose();
        return READER.readDigit(TestScribbles.noisy(plane(image), seed, 4));
    }

    @Test
    void drawnDigitsAreReadAndWhatIsSureIsRarelyWrong() {
        int right = 0;
        int sure = 0;
        int sureAndWrong = 0;
        int all = 400;
        for (int i = 0; i < all; i++) {
            WrittenDigit read = digit(i % 10, 1000L + i);
            boolean isRight = read.hasInk() && read.digit() == i % 10;
            right += isRight ? 1 : 0;
            boolean isSure = read.hasInk() && read.sure() >= HandForm.SURE_LEAST;
            sure += isSure ? 1 : 0;
            sureAndWrong += isSure && !isRight ? 1 : 0;
        }
        assertTrue(right >= 0.93 * all, right + " of " + all + " right");
        assertTrue(sure >= 0.5 * all, sure + " of " + all + " sure");
        assertTrue(sureAndWrong <= 0.01 * all, sureAndWrong + " sure and wrong");
    }

    @Test
    void anEmptyBoxHasNoDigitAndAScribbleIsNotSure() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = onWhite(image);
        graphics.drawRect(1, 1, SIDE - 3, SIDE - 3);
        graphics.dispose();
        Grey box = TestScribbles.noisy(plane(image), 1, 4);
        assertTrue(!READER.readDigit(box).hasInk());
        Grey dash = TestScribbles.filled(box, 14, 27, 28, 4, 50);
        assertTrue(READER.readDigit(dash).sure() < HandForm.SURE_LEAST, "a dash is no digit");
    }

    @Test
    void figuresInBoxesAreProposalsAndNeverCount() {
        PrintedForm form = new FormReader(READER)
                .read(sheet("127", "94", "8", "5", "0", "229"), 0)
                .orElseThrow();
        assertEquals(FormKind.HANDWRITTEN, form.kind());
        assertEquals(
                List.of("votes 1", "votes 2", "votes 3", "null", "blank", "valid"),
                form.cells().stream().map(PrintedCell::row).toList());
        List<Integer> truth = List.of(127, 94, 8, 5, 0, 229);
        int proposed = 0;
        for (int i = 0; i < truth.size(); i++) {
            PrintedCell cell = form.cells().get(i);
            if (cell.figure().isPresent()) {
                assertEquals(OptionalInt.of(truth.get(i)), cell.figure(), cell.toString());
                proposed++;
            }
            assertEquals(OptionalInt.empty(), cell.agreed(), "no second reading bears it out");
        }
        assertTrue(proposed >= 3, form.cells()::toString);
        Checked checked = new Checker(TestElection.known())
                .check(List.of(), List.of(form))
                .getFirst();
        Checked.Doubtful doubtful = assertInstanceOf(Checked.Doubtful.class, checked);
        assertEquals("READ-225", doubtful.reasons().getFirst().code());
        assertTrue(doubtful.reading().isEmpty());
    }

    @Test
    void aGapBetweenDigitsAndEmptyBoxesProposeNothing() {
        PrintedForm form = new FormReader(READER)
                .read(sheet("1 7", "94", "", "5", "9  ", "229"), 0)
                .orElseThrow();
        for (int row : new int[] {0, 2, 4}) {
            assertEquals(PrintedCell.State.UNREAD, form.cells().get(row).state(), form.cells()::toString);
        }
    }
}
