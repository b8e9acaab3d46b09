package org.cotejo.capture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestScribbles;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;
import org.junit.jupiter.api.Test;

/** What is written is seen, what is empty is seen, and everything else is doubt. */
class HandwritingTest {
    private static final int WIDE = 440;
    private static final Quad ALL = TestScribbles.box(0, 0, WIDE, Handwriting.HIGH);
    private static final double PRINT = 190;

    private static Grey paper(double noise) {
        return TestScribbles.noisy(TestCodes.paper(WIDE, Handwriting.HIGH), 5, noise);
    }

    private static Handwriting.Verdict of(Grey piece, double noise) {
        return Handwriting.of(piece, PRINT, noise);
    }

    @Test
    void scribblesOfManyHandsAreWriting() {
        for (int seed = 0; seed < 60; seed++) {
            int ink = 30 + seed % 4 * 40;
            Grey piece = TestScribbles.noisy(
                    TestScribbles.in(TestCodes.paper(WIDE, Handwriting.HIGH), ALL, seed, ink, 2 + seed % 3),
                    seed,
                    seed % 5 * 2);
            assertEquals(Handwriting.Verdict.WRITTEN, of(piece, seed % 5 * 2), "seed " + seed);
        }
    }

    @Test
    void barePaperIsBlankAlsoWithNoiseSpecksAndUnevenLight() {
        for (double noise : new double[] {0, 2, 6, 10}) {
            assertEquals(Handwriting.Verdict.BLANK, of(paper(noise), noise), "noise " + noise);
        }
        Grey specks = TestScribbles.filled(paper(2), 100, 40, 2, 2, 60);
        assertEquals(Handwriting.Verdict.BLANK, of(specks, 2));
        byte[] light = paper(2).pixels().clone();
        for (int i = 0; i < light.length; i++) {
            light[i] = (byte) ((light[i] & 0xff) * (1 - 0.4 * (i % WIDE) / WIDE));
        }
        assertEquals(Handwriting.Verdict.BLANK, of(new Grey(WIDE, Handwriting.HIGH, light), 2));
    }

    @Test
    void aPicturesFlawIsNeitherWritingNorEmptyPaper() {
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(TestScribbles.filled(paper(2), 0, 48, WIDE, 4, 90), 2), "a fold");
        assertEquals(
                Handwriting.Verdict.DOUBTFUL, of(TestScribbles.filled(paper(2), 200, 30, 60, 40, 70), 2), "a stain");
        assertEquals(
                Handwriting.Verdict.DOUBTFUL, of(TestScribbles.filled(paper(2), 40, 30, 25, 2, 60), 2), "a short dash");
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(TestScribbles.filled(paper(2), 0, 0, WIDE, 60, 255), 2), "glare");
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(paper(30), 30), "more noise than ink has contrast");
        assertEquals(
                Handwriting.Verdict.DOUBTFUL,
                of(TestScribbles.filled(paper(4), 0, 0, WIDE, Handwriting.HIGH, 236), 4),
                "covered afterwards by one colour");
    }

    @Test
    void printThatGotIntoThePlaceIsNoWriting() {
        Quad below = TestScribbles.box(0, 76, WIDE, 96);
        Quad above = TestScribbles.box(0, -12, WIDE, 16);
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(TestScribbles.in(paper(2), below, 4, 40, 2), 2));
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(TestScribbles.in(paper(2), above, 4, 40, 2), 2));
    }

    @Test
    void aStrokeAcrossThePlaceIsNoSignatureAndOneThatHangsOverIs() {
        Grey crossed = paper(2);
        for (int y = 0; y < 70; y++) {
            crossed = TestScribbles.filled(crossed, 150 + y / 2, y, 4, 1, 50);
        }
        assertEquals(Handwriting.Verdict.DOUBTFUL, of(crossed, 2));
        for (long seed = 1; seed <= 20; seed++) {
            Grey over = TestScribbles.in(paper(2), TestScribbles.box(0, -60, WIDE, 120), seed, 50, 3);
            assertEquals(Handwriting.Verdict.WRITTEN, of(over, 2), "seed " + seed);
        }
    }

    @Test
    void aShadowsEdgeIsNotEmptyPaper() {
        Grey shadow = TestScribbles.filled(paper(2), 150, 0, 300, Handwriting.HIGH, 120);
        assertNotEquals(Handwriting.Verdict.WRITTEN, of(shadow, 2));
    }

    @Test
    void noiseIsMeasuredWithoutWhatIsWritten() {
        for (double noise : new double[] {2, 5, 10}) {
            Grey piece = TestScribbles.in(paper(noise), ALL, 3, 40, 3);
            double measured = Handwriting.noise(piece);
            assertTrue(measured > 0.7 * noise && measured < 1.4 * noise, noise + " measured as " + measured);
        }
        assertEquals(0, Handwriting.noise(TestCodes.paper(50, 50)));
    }
}
