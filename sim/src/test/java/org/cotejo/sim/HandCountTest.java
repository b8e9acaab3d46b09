package org.cotejo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotejo.base.Progress;
import org.cotejo.folder.ElectionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandCountTest {
    private static CountryPlan plan(String... lies) {
        return CountryPlan.asked(80, 3, 11, List.of(lies), false).orThrow();
    }

    private static List<Long> totals(Map<String, HandCount> boxes) {
        return IntStream.range(0, Ballot.CANDIDATES)
                .mapToObj(c -> boxes.values().stream()
                        .mapToLong(box -> box.votes().get(c))
                        .sum())
                .toList();
    }

    @Test
    void theBoxesTogetherHoldTheVotesThatWereCast(@TempDir Path folder) {
        Truth truth = Simulation.write(plan(), ElectionFolder.openOrCreate(folder.resolve("e")), Progress.NONE);
        Map<String, HandCount> boxes = HandCount.of(plan());
        assertEquals(truth.votes(), totals(boxes));
        assertEquals(
                truth.nullVotes(),
                boxes.values().stream().mapToLong(HandCount::nullVotes).sum());
        assertEquals(80, boxes.size());
    }

    @Test
    void liesAboutPaperDoNotChangeTheBoxes() {
        assertEquals(HandCount.of(plan()), HandCount.of(plan("altered-transmission", "one-side-twice")));
    }

    @Test
    void whereMachinesLiedTheWinnerIsAnother() {
        List<Long> honest = totals(HandCount.of(plan()));
        List<Long> boxes = totals(HandCount.ifMachinesLied(plan()));
        assertNotEquals(honest, boxes);
        assertEquals(honest.stream().sorted().toList(), boxes.stream().sorted().toList());
    }

    @Test
    void aBoxHoldsNoNegativeVotes() {
        assertThrows(IllegalArgumentException.class, () -> new HandCount(List.of(-1), 0, 0));
    }
}
