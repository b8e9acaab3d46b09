package org.cotejo.capture.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.capture.TestElection;
import org.junit.jupiter.api.Test;

/**
 * No misreading is taken: texts in which characters were changed as a decoder, a bent paper or a liar would.
 */
class MutatedTextsTest {
    private static final String SIGNED = TestElection.signed(TestElection.STATION, 210, 101, 0);
    private static final String KEYLESS = TestElection.signed(TestElection.KEYLESS, 210, 101, 0);

    private final Checker checker = new Checker(TestElection.known());

    private static String mutated(String text, long seed) {
        Random random = new Random(seed);
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0, times = 1 + random.nextInt(3); i < times; i++) {
            int at = random.nextInt(changed.length());
            char digit = (char) ('0' + random.nextInt(10));
            switch (random.nextInt(5)) {
                case 0 -> changed.setCharAt(at, digit);
                case 1 -> changed.insert(at, digit);
                case 2 -> changed.deleteCharAt(at);
                case 3 -> changed.setCharAt(at, changed.charAt(random.nextInt(changed.length())));
                default -> {
                    int other = random.nextInt(changed.length());
                    char swapped = changed.charAt(at);
                    changed.setCharAt(at, changed.charAt(other));
                    changed.setCharAt(other, swapped);
                }
            }
        }
        return changed.toString();
    }

    private void neverTaken(String text, boolean isConfirmed) {
        for (Checked checked : checker.check(List.of(new ReadText(text, isConfirmed, false)))) {
            if (checked instanceof Checked.Taken taken) {
                throw new AssertionError("taken: " + taken.reading().texts());
            }
        }
    }

    /** Whether the text names the station that has no key; it is then what stands on the paper, and proves nothing. */
    private static boolean isPaperOfTheKeyless(Checked checked) {
        return checked instanceof Checked.Taken taken
                && taken.proof() == Checked.Proof.TWO_DECODERS
                && taken.reading().station().equals(TestElection.KEYLESS);
    }

    @Property(tries = 1000)
    void aChangedSignedSheetIsNeverTakenForAStationWithAKeyEvenIfTwoDecodersReadIt(@ForAll long seed) {
        String text = mutated(SIGNED, seed);
        if (!text.equals(SIGNED)) {
            neverTaken(text, false);
            for (Checked checked : checker.check(List.of(new ReadText(text, true, false)))) {
                assertTrue(isPaperOfTheKeyless(checked) || !(checked instanceof Checked.Taken), text);
            }
        }
    }

    @Test
    void aSignedSheetUnderTheNameOfAStationWithoutAKeyIsPaperAndNoProof() {
        String moved = SIGNED.replace(TestElection.STATION, TestElection.KEYLESS);
        neverTaken(moved, false);
        List<Checked> checked = checker.check(List.of(new ReadText(moved, true, false)));
        assertEquals(1, checked.size());
        assertTrue(isPaperOfTheKeyless(checked.getFirst()));
        neverTaken(SIGNED.replace(TestElection.STATION, TestElection.OTHER_STATION), true);
    }

    @Property(tries = 1000)
    void whatOneDecoderReadOfATextWithoutProofIsNeverTaken(@ForAll long seed) {
        neverTaken(mutated(TestElection.VENEZUELA, seed), false);
        neverTaken(mutated(KEYLESS, seed), false);
    }

    @Property(tries = 500)
    void aSecondDecoderThatReadsOtherwiseStopsBoth(@ForAll long seed) {
        String text = mutated(TestElection.VENEZUELA, seed);
        if (!text.equals(TestElection.VENEZUELA)) {
            List<Checked> checked = checker.check(
                    List.of(new ReadText(TestElection.VENEZUELA, true, true), new ReadText(text, true, true)));
            assertEquals(
                    0, checked.stream().filter(Checked.Taken.class::isInstance).count());
        }
    }

    @Property(tries = 500)
    void aBrokenChainOfPartsIsNeverTaken(@ForAll long seed) {
        List<String> parts = org.cotejo.sheet.SheetParts.split(SIGNED, part -> part.length() <= 200);
        int broken = (int) Math.floorMod(seed, (long) parts.size());
        String text = mutated(parts.get(broken), seed);
        if (!text.equals(parts.get(broken))) {
            List<ReadText> read = new java.util.ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                read.add(new ReadText(i == broken ? text : parts.get(i), true, false));
            }
            assertEquals(
                    0,
                    checker.check(read).stream()
                            .filter(Checked.Taken.class::isInstance)
                            .count());
        }
    }

    @Property(tries = 300)
    void garbageIsNeverTakenAndNeverThrows(@ForAll String text) {
        neverTaken(text, true);
        neverTaken("COTEJO1/" + text, true);
        neverTaken("COTEJO1*" + text, true);
        neverTaken("QRBU:1:1 VRQR:1.5 " + text, true);
        assertInstanceOf(
                Checked.class,
                checker.check(List.of(new ReadText(TestElection.STATION + ".1.0001!" + text, true, false)))
                        .getFirst());
    }
}
