package org.cotejo.capture.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.picture.Grey;
import org.junit.jupiter.api.Test;

/** Codes as they lie in a picture: at any angle, several, at the end of a strip, and none. */
class SymbolReaderTest {
    private final SymbolReader reader = new SymbolReader();

    private List<String> texts(Grey page) {
        return reader.read(page, Sought.ANYTHING).read().stream()
                .map(Symbol::text)
                .sorted()
                .toList();
    }

    @Test
    void aCodeIsReadByTwoDecodersAtItsPlace() {
        Grey page = TestCodes.draw(TestCodes.paper(600, 700), TestElection.VENEZUELA, 100, 180, 6);
        List<Symbol> read = reader.read(page, Sought.ANYTHING).read();
        assertEquals(1, read.size());
        Symbol symbol = read.getFirst();
        assertEquals(TestElection.VENEZUELA, symbol.text());
        assertTrue(symbol.isConfirmed(), symbol.toString());
        double middle = (TestCodes.modules(TestElection.VENEZUELA) / 2.0 + 4) * 6;
        assertEquals(100 + middle, symbol.place().centre().x(), 6);
        assertEquals(180 + middle, symbol.place().centre().y(), 6);
        assertEquals(6, symbol.module(), 0.5);
    }

    @Test
    void theAngleDoesNotMatter() {
        Grey code = TestCodes.code(TestElection.VENEZUELA, 6);
        for (int degrees = 0; degrees < 360; degrees += 40) {
            Grey page = TestCodes.turned(code, Math.toRadians(degrees));
            assertEquals(List.of(TestElection.VENEZUELA), texts(page), degrees + " degrees");
        }
    }

    @Test
    void everyCodeOfAPageIsRead() {
        Grey page = TestCodes.paper(900, 900);
        page = TestCodes.draw(page, "first sheet of three, long enough to be a code of some size", 20, 20, 6);
        page = TestCodes.draw(page, "second sheet of three, long enough to be a code of some size", 480, 60, 6);
        page = TestCodes.draw(page, "third sheet of three, long enough to be a code of some size", 200, 480, 6);
        assertEquals(3, texts(page).size(), texts(page).toString());
    }

    @Test
    void manyCodesAreReadUpToTheLimit() {
        Grey page = TestCodes.paper(2000, 2000);
        for (int i = 0; i < 100; i++) {
            page = TestCodes.draw(page, "code " + (100 + i), i % 10 * 195, i / 10 * 195, 5);
        }
        assertTrue(texts(page).size() <= Symbols.MOST);
        assertTrue(texts(page).size() >= 20, "read: " + texts(page).size());
    }

    @Test
    void aSmallCodeAtTheEndOfALongStripIsRead() {
        Grey strip = TestCodes.draw(TestCodes.paper(620, 6800), TestElection.VENEZUELA, 100, 6300, 4);
        assertEquals(List.of(TestElection.VENEZUELA), texts(strip));
        Grey lying = TestCodes.draw(TestCodes.paper(6800, 620), TestElection.VENEZUELA, 40, 100, 4);
        assertEquals(List.of(TestElection.VENEZUELA), texts(lying));
    }

    @Test
    void aFaintCodeInShadowIsRead() {
        Grey page = TestCodes.draw(TestCodes.paper(600, 600), TestElection.VENEZUELA, 60, 60, 6);
        Random random = new Random(7);
        byte[] pixels = page.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            double light = 0.15 + 0.6 * (i % 600) / 600.0;
            int faint = 150 + (pixels[i] & 0xff) * 90 / 255;
            pixels[i] = (byte) Math.clamp(Math.round(faint * light + random.nextGaussian() * 2), 0, 255);
        }
        assertEquals(List.of(TestElection.VENEZUELA), texts(new Grey(600, 600, pixels)));
    }

    @Test
    void aCodeThatCannotBeReadIsAPlace() {
        Grey page = TestCodes.draw(TestCodes.paper(600, 600), TestElection.VENEZUELA, 60, 60, 8);
        byte[] pixels = page.pixels().clone();
        Random random = new Random(3);
        int modules = TestCodes.modules(TestElection.VENEZUELA);
        for (int i = 0; i < 900; i++) {
            int x = 60 + (4 + 8 + random.nextInt(modules - 9)) * 8;
            int y = 60 + (4 + 8 + random.nextInt(modules - 9)) * 8;
            byte value = (byte) (random.nextBoolean() ? 20 : 240);
            for (int at = 0; at < 64; at++) {
                pixels[(y + at / 8) * 600 + x + at % 8] = value;
            }
        }
        Symbols symbols = reader.read(new Grey(600, 600, pixels), Sought.ANYTHING);
        assertEquals(List.of(), symbols.read());
        assertEquals(1, symbols.unread().size());
        assertEquals(
                60 + (modules / 2.0 + 4) * 8,
                symbols.unread().getFirst().place().centre().x(),
                20);
    }

    @Test
    void aPageWithoutACodeGivesNothing() {
        Random random = new Random(5);
        byte[] noise = new byte[500 * 400];
        random.nextBytes(noise);
        assertEquals(List.of(), texts(new Grey(500, 400, noise)));
        assertEquals(List.of(), texts(TestCodes.paper(500, 400)));
        assertEquals(List.of(), texts(TestCodes.paper(1, 1)));
    }
}
