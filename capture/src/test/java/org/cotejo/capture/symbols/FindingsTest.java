package org.cotejo.capture.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.cotejo.capture.TestCodes;
import org.junit.jupiter.api.Test;

/** What becomes of what two decoders, a and b, say of a page. */
class FindingsTest {
    private static final View VIEW = View.whole(TestCodes.paper(100, 100));

    private static Quad at(double x, double y, double side) {
        return new Quad(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side));
    }

    private static Decoder.Answer read(String text, Quad place) {
        return new Decoder.Answer(List.of(new Decoder.Seen(text, place, 4)), List.of(), false);
    }

    private static Decoder.Answer failed(Quad place) {
        return new Decoder.Answer(List.of(), List.of(new Decoder.Seen("", place, 4)), false);
    }

    @Test
    void twoDecodersThatReadTheSameConfirm() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take("a", read("text", at(10, 10, 40)), VIEW);
        assertFalse(findings.read().getFirst().isConfirmed());
        findings.take("a", read("text", at(10, 10, 40)), VIEW);
        assertFalse(findings.read().getFirst().isConfirmed(), "one decoder twice is one");
        findings.take("b", read("text", at(12, 9, 40)), VIEW);
        assertEquals(1, findings.read().size());
        assertTrue(findings.read().getFirst().isConfirmed());
        assertEquals(Set.of("a", "b"), findings.read().getFirst().decoders());
    }

    @Test
    void twoDecodersThatReadOtherwiseContradict() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take("a", read("text", at(10, 10, 40)), VIEW);
        findings.take("b", read("test", at(10, 10, 40)), VIEW);
        assertEquals(1, findings.read().size());
        assertFalse(findings.read().getFirst().isConfirmed());
        assertEquals("test", findings.result().contradicted().getFirst().text());
    }

    @Test
    void theSameTextAtTwoPlacesIsTwoSymbols() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take("a", read("text", at(10, 10, 20)), VIEW);
        findings.take("b", read("text", at(60, 10, 20)), VIEW);
        assertEquals(2, findings.read().size());
        assertFalse(findings.read().getFirst().isConfirmed());
    }

    @Test
    void aPlaceThatFailedIsUnreadUntilItIsRead() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take("a", read("text", at(60, 60, 20)), VIEW);
        findings.take("a", failed(at(10, 10, 40)), VIEW);
        assertFalse(findings.isEnough());
        assertEquals(1, findings.unread().size());
        findings.take("b", read("other", at(11, 11, 38)), VIEW);
        assertTrue(findings.isEnough());
        assertEquals(List.of(), findings.result().unread());
    }

    @Test
    void aPlaceIsLookedAtCloselyOnceAndThenItIsEnough() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take("a", read("text", at(60, 60, 20)), VIEW);
        findings.take("a", failed(at(10, 10, 40)), VIEW);
        assertEquals(1, findings.nextUnread(4).size());
        assertEquals(List.of(), findings.nextUnread(4));
        assertTrue(findings.isEnough());
        assertEquals(1, findings.result().unread().size(), "it stays unread");
        findings.take("b", failed(at(70, 10, 40)), VIEW);
        assertFalse(findings.isEnough(), "another place calls for another look");
    }

    @Test
    void marksLeftOverCallForAnotherLook() {
        Findings findings = new Findings(Sought.ANYTHING);
        findings.take(
                "a", new Decoder.Answer(List.of(new Decoder.Seen("text", at(10, 10, 20), 4)), List.of(), true), VIEW);
        assertFalse(findings.isEnough());
        findings.take("b", read("text", at(10, 10, 20)), VIEW);
        assertTrue(findings.isEnough());
    }

    @Test
    void aTextThatIsNotSoughtIsNotEnough() {
        Findings findings = new Findings(new Sought() {
            @Override
            public boolean isSought(String text) {
                return text.startsWith("sheet");
            }

            @Override
            public boolean needsSecond(String text) {
                return true;
            }
        });
        findings.take("a", read("https://example.org/", at(10, 10, 20)), VIEW);
        assertFalse(findings.isEnough());
        findings.take("a", read("sheet", at(60, 10, 20)), VIEW);
        assertTrue(findings.isEnough());
    }

    @Test
    void noMoreThanTheLimitAreKept() {
        Findings findings = new Findings(Sought.ANYTHING);
        for (int i = 0; i < 2 * Symbols.MOST; i++) {
            findings.take("a", read("text " + i, at(i * 50.0, 10, 20)), VIEW);
        }
        assertEquals(Symbols.MOST, findings.read().size());
    }
}
