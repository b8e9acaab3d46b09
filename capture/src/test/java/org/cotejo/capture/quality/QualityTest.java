package org.cotejo.capture.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.Symbols;
import org.junit.jupiter.api.Test;

/** Each flaw of a code that was seen and not read, and where it is said to be. */
class QualityTest {
    private static final int MODULE = 6;
    private static final int SIDE = TestCodes.modules(TestElection.VENEZUELA) * MODULE;

    private static Quad square(double left, double top, double side) {
        return new Quad(
                new Point(left, top),
                new Point(left + side, top),
                new Point(left + side, top + side),
                new Point(left, top + side));
    }

    private static List<Remark> judged(Grey page, double left, double top, double side, double module) {
        Symbol unread = new Symbol("", square(left, top, side), module, Set.of());
        return Quality.judge(0, page, new Symbols(List.of(), List.of(unread), List.of()));
    }

    private static List<Flaw> flaws(List<Remark> remarks) {
        return remarks.stream().map(Remark::flaw).toList();
    }

    /** A page of a thousand pixels with a code whose quiet zone begins at 500, 500. */
    private static Grey page() {
        return TestCodes.draw(TestCodes.paper(1000, 1000), TestElection.VENEZUELA, 500, 500, MODULE);
    }

    private static Grey each(Grey plane, java.util.function.IntUnaryOperator change) {
        byte[] pixels = new byte[plane.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) change.applyAsInt(plane.pixels()[i] & 0xff);
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    /** Each pixel becomes the mean of the square around it: first of its row, then of its column. */
    private static Grey blurred(Grey plane, int radius) {
        return blurred(blurred(plane, radius, 0), 0, radius);
    }

    private static Grey blurred(Grey plane, int across, int down) {
        byte[] pixels = new byte[plane.pixels().length];
        int radius = Math.max(across, down);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int sum = 0;
                for (int d = -radius; d <= radius; d++) {
                    int column = Math.clamp((long) x + (across > 0 ? d : 0), 0, plane.width() - 1);
                    int row = Math.clamp((long) y + (down > 0 ? d : 0), 0, plane.height() - 1);
                    sum += plane.at(column, row);
                }
                pixels[y * plane.width() + x] = (byte) (sum / (2 * radius + 1));
            }
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    @Test
    void aCodeThatHasNoFlawWasCovered() {
        List<Remark> remarks = judged(page(), 524, 524, SIDE, MODULE);
        assertEquals(List.of(Flaw.COVERED), flaws(remarks));
        assertTrue(remarks.getFirst().problem().sentence().en().contains("in the middle"));
        assertTrue(remarks.getFirst().problem().sentence().es().contains("en el centro"));
    }

    @Test
    void aSmallCodeIsSmall() {
        List<Remark> remarks = judged(page(), 524, 524, SIDE, 2.5);
        assertEquals(List.of(Flaw.SMALL), flaws(remarks));
        assertTrue(remarks.getFirst().problem().sentence().en().contains("2.5 pixels"));
    }

    @Test
    void aBlurredCodeIsBlurred() {
        Grey soft = blurred(blurred(page(), 5), 5);
        assertEquals(List.of(Flaw.BLURRED), flaws(judged(soft, 524, 524, SIDE, MODULE)));
        assertEquals(List.of(Flaw.COVERED), flaws(judged(page(), 524, 524, SIDE, MODULE)));
    }

    @Test
    void aDarkCodeIsDark() {
        assertEquals(List.of(Flaw.DARK), flaws(judged(each(page(), v -> v / 4), 524, 524, SIDE, MODULE)));
    }

    @Test
    void aReflectionIsGlare() {
        Grey page = page();
        byte[] pixels = page.pixels().clone();
        for (int y = 600; y < 700; y++) {
            java.util.Arrays.fill(pixels, y * 1000 + 600, y * 1000 + 700, (byte) 255);
        }
        assertEquals(List.of(Flaw.GLARE), flaws(judged(new Grey(1000, 1000, pixels), 524, 524, SIDE, MODULE)));
    }

    @Test
    void aCodeAtTheEdgeReachesTheEdge() {
        Grey page = TestCodes.draw(TestCodes.paper(500, 500), TestElection.VENEZUELA, 0, 0, MODULE)
                .crop(24, 24, 400, 400);
        assertEquals(List.of(Flaw.EDGE), flaws(judged(page, 0, 0, SIDE, MODULE)));
    }

    @Test
    void aPageWithoutACodeHasNone() {
        Symbols none = new Symbols(List.of(), List.of(), List.of());
        assertEquals(List.of(Flaw.NO_CODE), flaws(Quality.judge(0, TestCodes.paper(400, 400), none)));
        Grey strip = TestCodes.paper(200, 900);
        byte[] pixels = strip.pixels().clone();
        for (int x = 0; x < 200; x += 4) {
            for (int y = 700; y < 900; y++) {
                pixels[y * 200 + x] = 10;
            }
        }
        assertEquals(List.of(Flaw.CUT_OFF, Flaw.NO_CODE), flaws(Quality.judge(0, new Grey(200, 900, pixels), none)));
    }

    @Test
    void whatWasReadHasNoFlaw() {
        Symbol read = new Symbol("text", square(524, 524, SIDE), 2, Set.of("zxing"));
        assertEquals(List.of(), Quality.judge(0, page(), new Symbols(List.of(read), List.of(), List.of())));
    }
}
