package org.cotejo.station.trial;

import java.util.List;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.ContestCount;
import org.cotejo.station.day.Figures;

/**
 * What came of a parallel test.
 *
 * @param expected what the script gives, added up without the machine
 * @param sheets what the machine printed at closing
 * @param figures of the machine
 * @param differences one line for each figure that is not as expected, in both languages; none where the test passed
 */
public record TrialResult(
        List<ContestCount> expected,
        List<SignedSheet> sheets,
        Figures figures,
        List<org.cotejo.base.Sentence> differences) {
    public TrialResult {
        expected = List.copyOf(expected);
        sheets = List.copyOf(sheets);
        differences = List.copyOf(differences);
    }

    /** Whether the machine gave the answer that was known before. */
    public boolean isPassed() {
        return differences.isEmpty();
    }
}
