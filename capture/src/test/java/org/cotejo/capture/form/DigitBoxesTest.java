package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.cotejo.capture.TestDigits;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.print.Way;
import org.junit.jupiter.api.Test;

/** Rows of boxes are found as they lie, and nothing else is taken for one. */
class DigitBoxesTest {
    private static final int SIDE = 50;

    private static PrintedPage page(double degrees, int boxes, String digits, boolean isFramed) {
        BufferedImage image = new BufferedImage(700, 300, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(220, 220, 220));
        graphics.fillRect(0, 0, 700, 300);
        graphics.rotate(Math.toRadians(degrees), 350, 150);
        graphics.setColor(new Color(50, 50, 50));
        graphics.setStroke(new BasicStroke(3));
        for (int box = 0; box < boxes && isFramed; box++) {
            graphics.drawRect(200 + box * SIDE, 120, SIDE, SIDE);
        }
        for (int i = 0; i < digits.length(); i++) {
            TestDigits.draw(graphics, digits.charAt(i) - '0', 200 + i * SIDE, 120, SIDE, 9L + i);
        }
        graphics.dispose();
        Grey plane = new Grey(700, 300, (byte[]) image.getRaster().getDataElements(0, 0, 700, 300, null));
        return new PrintedPage(TestScribbles.noisy(plane, 2, 4), Way.asItIs(plane), List.of());
    }

    @Test
    void asManyBoxesAsThereAreAreFoundAlsoAslant() {
        for (int boxes = 2; boxes <= 6; boxes++) {
            for (double degrees : new double[] {0, 2, -3}) {
                List<DigitBoxes.Comb> combs = DigitBoxes.find(page(degrees, boxes, "", true));
                assertEquals(1, combs.size(), boxes + " boxes at " + degrees);
                assertEquals(boxes, combs.getFirst().boxes().size(), boxes + " boxes at " + degrees);
            }
        }
    }

    @Test
    void whatIsWrittenInThemChangesNothing() {
        DigitBoxes.Comb comb = DigitBoxes.find(page(1, 3, "407", true)).getFirst();
        assertEquals(3, comb.boxes().size());
        assertTrue(Math.abs(comb.place().centre().x() - 276) < 4, comb.place().toString());
        assertTrue(Math.abs(comb.place().centre().y() - 145) < 4, comb.place().toString());
    }

    @Test
    void digitsWithoutBoxesABoxAloneAndBarePaperAreNone() {
        assertEquals(List.of(), DigitBoxes.find(page(0, 3, "407", false)));
        assertEquals(List.of(), DigitBoxes.find(page(0, 1, "", true)));
        assertEquals(List.of(), DigitBoxes.find(page(0, 0, "", true)));
    }
}
