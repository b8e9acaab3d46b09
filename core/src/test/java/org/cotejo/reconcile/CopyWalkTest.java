package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.dossier.Dossier;
import org.junit.jupiter.api.Test;

/** Going through all copies without making an object tells of each what the views of its station tell. */
class CopyWalkTest {
    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aWalkMeetsTheCopiesOfTheViewsInTheirOrder(@ForAll long seed) {
        assertSame(RandomElection.of(seed).inBytes().dossier());
        assertSame(SignedAgainstNaiveTest.election(new Random(seed)).dossier());
    }

    /** A property that never meets a station with several copies proves nothing about their order. */
    @Test
    void theRandomElectionsHaveStationsWithManyCopies() {
        int many = 0;
        for (long seed = 0; seed < 100; seed++) {
            Reconciliation result =
                    Reconciler.reconcile(RandomElection.of(seed).inBytes().dossier());
            for (int station = 0; station < result.contests().getFirst().listed(); station++) {
                many += result.station(0, station).copies().size() > 3 ? 1 : 0;
            }
        }
        assertTrue(many > 50, many + " stations with more than three copies");
    }

    static void assertSame(Dossier dossier) {
        Reconciliation result = Reconciler.reconcile(dossier);
        for (ContestResult contest : result.contests()) {
            int stations = contest.listed();
            List<String> viewed = new ArrayList<>();
            for (int station = 0; station < stations; station++) {
                for (CopyView copy : result.station(contest.index(), station).copies()) {
                    viewed.add(line(station, copy));
                }
            }
            int middle = stations / 2;
            List<String> walked = new ArrayList<>(lines(dossier, result.copies(contest.index(), 0, middle)));
            walked.addAll(lines(dossier, result.copies(contest.index(), middle, stations)));
            assertEquals(viewed, walked);
        }
    }

    private static String line(int station, CopyView copy) {
        return String.join(
                " ",
                List.of(
                        Integer.toString(station),
                        copy.source().toString(),
                        copy.paper().name(),
                        copy.way().name(),
                        copy.standing().name(),
                        copy.signature().name(),
                        String.valueOf(copy.machine()),
                        copy.packed().toString()));
    }

    private static List<String> lines(Dossier dossier, CopyWalk walk) {
        List<String> lines = new ArrayList<>();
        while (walk.next()) {
            List<Integer> cells = new ArrayList<>();
            for (int slot = 0; slot < walk.slots(); slot++) {
                cells.add(walk.cell(slot));
            }
            lines.add(String.join(
                    " ",
                    List.of(
                            Integer.toString(walk.station()),
                            dossier.sources().get(walk.source()).toString(),
                            walk.paper().name(),
                            walk.way().name(),
                            walk.standing().name(),
                            walk.signature().name(),
                            String.valueOf(walk.machine()),
                            cells.toString())));
        }
        assertFalse(walk.next(), "a walk that has ended has ended");
        return lines;
    }
}
