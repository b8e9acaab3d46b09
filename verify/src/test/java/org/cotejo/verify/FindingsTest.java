package org.cotejo.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Sentence WHY = new Sentence("it is so", "es así");

    private final Findings findings = new Findings();

    private void refuting(int file) {
        findings.add(Level.BYTES, PublicationProblem.BLOB.because(Spot.file("blob/" + file), WHY));
    }

    private void unchecked(int file) {
        findings.add(Level.BYTES, PublicationProblem.OTHER_RENDERER.because(Spot.file("page/" + file), WHY));
    }

    @Test
    void theKindsUsedHereAreOnesThatRefuteAndOnesThatDoNot() {
        assertEquals(Answer.REFUTED, PublicationProblem.BLOB.answer());
        assertEquals(Answer.UNCHECKED, PublicationProblem.OTHER_RENDERER.answer());
    }

    @Test
    void whatRefutesIsKeptThoughAThousandOthersCameBefore() {
        IntStream.range(0, Findings.KEPT_MOST).forEach(this::unchecked);
        refuting(1);
        assertEquals(Findings.KEPT_MOST, findings.troubles().size());
        assertEquals(PublicationProblem.BLOB, findings.troubles().getFirst().kind());
        assertEquals(Answer.REFUTED, findings.of(Level.BYTES));
        assertEquals(Findings.KEPT_MOST + 1, findings.found());
    }

    @Test
    void aThousandThatRefuteAreNotCrowdedOutByMore() {
        IntStream.range(0, Findings.KEPT_MOST).forEach(this::refuting);
        unchecked(1);
        refuting(Findings.KEPT_MOST);
        assertEquals(Findings.KEPT_MOST, findings.troubles().size());
        assertTrue(findings.troubles().stream().allMatch(trouble -> trouble.kind() == PublicationProblem.BLOB));
        assertEquals(Findings.KEPT_MOST + 2, findings.found());
    }

    @Test
    void theOrderDoesNotDependOnWhatWasCheckedFirst() {
        unchecked(2);
        refuting(2);
        unchecked(1);
        refuting(1);
        Findings other = new Findings();
        other.add(Level.BYTES, PublicationProblem.BLOB.because(Spot.file("blob/1"), WHY));
        other.add(Level.BYTES, PublicationProblem.OTHER_RENDERER.because(Spot.file("page/1"), WHY));
        other.add(Level.BYTES, PublicationProblem.OTHER_RENDERER.because(Spot.file("page/2"), WHY));
        other.add(Level.BYTES, PublicationProblem.BLOB.because(Spot.file("blob/2"), WHY));
        assertEquals(other.troubles(), findings.troubles());
        assertEquals("blob/1", findings.troubles().getFirst().spot().file());
    }
}
