package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A register against an earlier election's. */
class RegisterDifferenceTest {
    private static Frame frame(String... rows) {
        return Frame.of(new ElectionInBytes()
                .contest("president", "A")
                .side("authority", "cne")
                .register("cne", rows)
                .blocks());
    }

    private static List<String> differences(Frame earlier, Frame later, int percent) {
        return RegisterDifference.between(earlier, later, percent).stream()
                .map(each -> each.code() + " " + each.kind().key())
                .toList();
    }

    @Test
    void newGoneMovedAndGrownStationsAreNamedInTheOrderOfTheirCodes() {
        Frame earlier = frame("S1=100 in Zulia", "S2=100 in Lara", "S3=100", "S4=100", "S5");
        Frame later = frame("S9=1", "S1=100 in Zulia/Maracaibo", "S2=111 in Lara", "S3=110", "S5=900");
        assertEquals(List.of("S1 moved", "S2 grown", "S4 gone", "S9 new"), differences(earlier, later, 10));
        assertEquals(List.of(), differences(earlier, earlier, 0));
    }

    @Test
    void aStationMayBothMoveAndGrow() {
        Frame earlier = frame("S1=100 in Zulia");
        Frame later = frame("S1=200 in Lara");
        assertEquals(List.of("S1 moved", "S1 grown"), differences(earlier, later, 99));
        assertEquals(List.of("S1 moved"), differences(earlier, later, 100));
        String sentence = RegisterDifference.between(earlier, later, 0)
                .getFirst()
                .sentence()
                .en();
        assertTrue(sentence.contains("Zulia") && sentence.contains("Lara"), sentence);
    }
}
