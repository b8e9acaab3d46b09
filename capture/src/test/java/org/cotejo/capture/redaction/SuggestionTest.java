package org.cotejo.capture.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.picture.Grey;
import org.cotejo.covered.Area;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** Blocks on a drawn sheet: a code, a table of figures, a line to sign on, a box to sign in, a name. */
class SuggestionTest {
    private static final Hash FILE = Sha256.of(new byte[] {1});
    private static final Area LINE = new Area(100, 1010, 300, 4);
    private static final Area BOX = new Area(550, 900, 350, 130);
    private static final Grey SHEET = sheet();

    private static Grey sheet() {
        BufferedImage image = new BufferedImage(1000, 1200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(240, 240, 240));
        graphics.fillRect(0, 0, 1000, 1200);
        graphics.setColor(new Color(30, 30, 30));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        graphics.setStroke(new BasicStroke(3));
        for (int row = 0; row < 5; row++) {
            graphics.drawRect(80, 420 + row * 45, 840, 45);
            graphics.drawLine(700, 420, 700, 645);
            graphics.drawString("Option " + row, 100, 452 + row * 45);
            graphics.drawString("12" + row, 750, 452 + row * 45);
        }
        graphics.fillRect(LINE.x(), LINE.y(), LINE.width(), LINE.height());
        graphics.drawString("Nadie Ninguno", 110, 1045);
        graphics.drawArc(120, 950, 100, 50, 20, 300);
        graphics.drawRect(BOX.x(), BOX.y(), BOX.width(), BOX.height());
        graphics.drawString("V-4711", 400, 800);
        graphics.dispose();
        byte[] pixels = (byte[]) image.getRaster().getDataElements(0, 0, 1000, 1200, null);
        return TestCodes.draw(new Grey(1000, 1200, pixels), "https://example.org/a/sheet", 60, 40, 7);
    }

    private static boolean isIn(Area inner, Area outer) {
        return inner.x() >= outer.x() - 6
                && inner.y() >= outer.y() - 6
                && inner.right() <= outer.right() + 6
                && inner.bottom() <= outer.bottom() + 6;
    }

    @Test
    void linesAndBoxesToSignAreFoundAndACodeNever() {
        List<Area> codes = Suggestion.codes(SHEET);
        assertEquals(1, codes.size());
        List<Block> blocks = Suggestion.of(FILE, 1, SHEET, codes).blocks();
        List<Block> signing = blocks.stream().filter(Block::isForSigning).toList();
        assertEquals(2, signing.size(), blocks::toString);
        assertTrue(signing.stream().anyMatch(block -> isIn(LINE, block.area())), blocks::toString);
        assertTrue(signing.stream().anyMatch(block -> isIn(BOX, block.area())), blocks::toString);
        // The drawn signature lies in the block of its line.
        assertTrue(signing.stream().anyMatch(block -> isIn(new Area(120, 950, 100, 50), block.area())));
        assertTrue(
                blocks.stream()
                        .anyMatch(block -> !block.isForSigning() && block.area().touches(new Area(400, 780, 60, 20))),
                blocks::toString);
        for (Block block : blocks) {
            assertFalse(block.area().touches(codes.getFirst()), block.toString());
        }
        for (int i = 0; i < blocks.size(); i++) {
            assertEquals(i + 1, blocks.get(i).number());
        }
    }

    @Test
    void aBlankPageHasNoBlocks() {
        assertEquals(
                List.of(),
                Suggestion.of(FILE, 1, TestCodes.paper(700, 900), List.of()).blocks());
        assertEquals(
                List.of(),
                Suggestion.of(FILE, 1, TestCodes.paper(1, 1), List.of()).blocks());
    }

    @Test
    void coveringACodeIsWarnedOf() {
        List<Area> codes = Suggestion.codes(SHEET);
        Area code = codes.getFirst();
        List<Problem> warned = Suggestion.touched(SHEET, codes, List.of(new Area(code.x() + 20, code.y() + 20, 5, 5)));
        assertEquals("REDACT-117", warned.getFirst().code());
        assertEquals(1, warned.size());
        assertEquals(List.of(), Suggestion.touched(SHEET, codes, List.of(new Area(400, 1000, 100, 50))));
        // Its tile reaches into the code although the area itself lies beside it.
        assertEquals(
                1,
                Suggestion.touched(SHEET, codes, List.of(new Area(code.right() + 1, code.y(), 3, 3)))
                        .size());
    }

    @Test
    void itsTextComesBackAndOnlyNumbersOnItAreConfirmed() {
        Suggestion made = new Suggestion(
                FILE, 3, List.of(new Block(1, new Area(1, 2, 3, 4), true), new Block(2, new Area(5, 6, 7, 8), false)));
        Suggestion read = Suggestion.parse(made.bytes()).orThrow();
        assertEquals(made, read);
        assertArrayEquals(made.bytes(), read.bytes());
        assertEquals(List.of(new Area(5, 6, 7, 8)), read.confirmed(Set.of(2)).orThrow());
        for (int number : List.of(0, 3, -1, 99)) {
            assertEquals(
                    "REDACT-116",
                    assertInstanceOf(Result.Refused.class, read.confirmed(Set.of(number)))
                            .problem()
                            .code());
        }
        String text = new String(made.bytes(), StandardCharsets.US_ASCII);
        for (String bad : List.of(
                "", text.substring(1), text.replace("2 5,", "3 5,"), text.replace("sign", "seen"), text + "\nx")) {
            assertEquals(
                    "REDACT-114",
                    assertInstanceOf(Result.Refused.class, Suggestion.parse(bad.getBytes(StandardCharsets.US_ASCII)))
                            .problem()
                            .code(),
                    bad);
        }
    }

    @Test
    void aPreviewShowsThePageUnderItsBoxes() throws IOException {
        byte[] png = Suggestion.of(FILE, 1, SHEET, Suggestion.codes(SHEET)).preview(SHEET);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1000, image.getWidth());
        int red = 0;
        int blue = 0;
        for (int y = 100; y < image.getHeight(); y++) {
            for (int x = 0; x < 1000; x++) {
                red += (image.getRGB(x, y) & 0xffffff) == 0xb00020 ? 1 : 0;
                blue += (image.getRGB(x, y) & 0xffffff) == 0x0b57a4 ? 1 : 0;
            }
        }
        assertTrue(red > 1000 && blue > 500, red + " " + blue);
    }
}
