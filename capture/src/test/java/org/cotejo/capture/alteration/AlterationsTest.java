package org.cotejo.capture.alteration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;
import org.junit.jupiter.api.Test;

/** A column of printed numbers on paper that is not quite white; one of them is changed, or none. */
class AlterationsTest {
    private static final int ROWS = 12;
    private static final int STEP = 60;
    private static final int PAPER = 205;

    private static Quad place(int row) {
        return TestScribbles.box(200, 40 + row * STEP, 262, 68 + row * STEP);
    }

    private static PrintedForm form(int rows) {
        List<PrintedCell> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            cells.add(new PrintedCell(
                    "votes " + (row + 1), "", OptionalInt.of(1), OptionalInt.of(1), 0.9, 0, place(row)));
        }
        return new PrintedForm(FormKind.COTEJO, List.of(), cells);
    }

    private static Grey sheet(long seed, double noise) {
        BufferedImage image = new BufferedImage(480, 40 + ROWS * STEP, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(PAPER, PAPER, PAPER));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(new Color(40, 40, 40));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        for (int row = 0; row < ROWS; row++) {
            String number = Long.toString(10 + (seed * 31 + row * 17L) % 880);
            graphics.drawString(number, 262 - graphics.getFontMetrics().stringWidth(number), 66 + row * STEP);
        }
        graphics.dispose();
        Grey plane = new Grey(image.getWidth(), image.getHeight(), (byte[])
                image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null));
        return TestScribbles.noisy(plane, seed, noise);
    }

    private static List<String> hints(Grey sheet) {
        return Alterations.of(sheet, 0, form(ROWS)).stream()
                .map(hint -> hint.kind() + " " + hint.row())
                .toList();
    }

    @Test
    void untouchedNumbersGiveNoHint() {
        for (int seed = 1; seed <= 30; seed++) {
            assertEquals(List.of(), hints(sheet(seed, seed % 4 * 4)), "seed " + seed);
        }
    }

    @Test
    void aLightPatchAroundANumberIsAHint() {
        Grey sheet = sheet(3, 3);
        byte[] pixels = sheet.pixels().clone();
        for (int y = 32 + 4 * STEP; y < 76 + 4 * STEP; y++) {
            for (int x = 180; x < 280; x++) {
                int at = y * sheet.width() + x;
                pixels[at] = (byte) ((pixels[at] & 0xff) > 150 ? 246 : pixels[at] & 0xff);
            }
        }
        assertEquals(List.of("CORRECTION_FLUID votes 5"), hints(new Grey(sheet.width(), sheet.height(), pixels)));
    }

    @Test
    void aNumberThatWasWrittenOverIsAHint() {
        Grey sheet = sheet(5, 3);
        Grey over = TestScribbles.in(sheet, TestScribbles.box(196, 22 + 6 * STEP, 266, 84 + 6 * STEP), 4, 30, 7);
        assertEquals(List.of("OVERWRITTEN votes 7"), hints(over));
    }

    @Test
    void lightThatFallsOffAndAShadowOverHalfTheSheetAreNone() {
        Grey sheet = sheet(8, 3);
        byte[] pixels = sheet.pixels().clone();
        for (int at = 0; at < pixels.length; at++) {
            int x = at % sheet.width();
            int y = at / sheet.width();
            double light = (1 - 0.4 * y / sheet.height()) * (1 - 0.2 * x / sheet.width()) * (y > 300 ? 0.7 : 1);
            pixels[at] = (byte) ((pixels[at] & 0xff) * light);
        }
        assertEquals(List.of(), hints(new Grey(sheet.width(), sheet.height(), pixels)));
    }

    @Test
    void fewNumbersHaveNoNeighboursToBeUnlike() {
        Grey over = TestScribbles.in(sheet(5, 3), TestScribbles.box(196, 22, 266, 84), 4, 30, 7);
        assertEquals(List.of(), Alterations.of(over, 0, form(5)));
        assertFalse(Alterations.of(over, 0, form(ROWS)).isEmpty());
        assertEquals(List.of(), Alterations.of(over, 1, form(ROWS)), "another page");
    }

    @Test
    void aHintSaysThatItIsNoProofInBothLanguages() {
        for (Hint.Kind kind : Hint.Kind.values()) {
            Hint hint = new Hint(kind, "votes 3", 0, place(0));
            assertTrue(hint.problem().sentence().en().contains("A hint, not proof"));
            assertTrue(hint.problem().sentence().es().contains("no una prueba"));
            assertTrue(hint.problem().sentence().en().startsWith("votes 3"));
        }
    }
}
