package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.exchange.Compared;
import org.cotejo.exchange.Comparison;
import org.cotejo.exchange.StationRow;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publications beside each other: where they differ is said, and never which one is right. */
class CompareTest {
    @TempDir
    private Path temporary;

    private static Comparison compared(ElectionFolder a, ElectionFolder b) {
        return Comparison.of(side(a), side(b)).getFirst();
    }

    private static Compared side(ElectionFolder folder) {
        return new Compared("here", null, folder.entries(), TwoSides.reconciled(folder));
    }

    private static String output(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int code = new Main(Verb.all(), to, nowhere).run(args);
        return code + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyStationIsInOneOfTheSixBoxesAndTheFiguresAreThoseOfEach() {
        TwoSides sides = new TwoSides(temporary, "altered-transmission");
        Comparison comparison = compared(sides.a, sides.b);
        Reconciliation a = TwoSides.reconciled(sides.a);
        Reconciliation b = TwoSides.reconciled(sides.b);
        Map<StationRow.Verdict, Integer> seen = new HashMap<>();
        comparison.forEach(row -> {
            seen.merge(row.verdict(), 1, Integer::sum);
            int there = a.dossier().frame().register().find(row.station());
            StationRow.Has has = Objects.requireNonNull(row.a());
            assertEquals(a.contests().getFirst().state(there), has.state());
            if (has.basis() == StationRow.Basis.COPIES) {
                assertEquals(
                        a.contests().getFirst().votes(there, 0), has.figures().getFirst());
            }
        });
        comparison.counts().forEach((verdict, count) -> assertEquals(count, seen.getOrDefault(verdict, 0)));
        assertEquals(
                b.dossier().frame().register().size(),
                seen.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void whatIsComparedWithItselfIsTheSame() {
        TwoSides sides = new TwoSides(temporary);
        Map<StationRow.Verdict, Integer> counts = compared(sides.a, sides.a).counts();
        assertEquals(0, java.util.Objects.requireNonNull(counts.get(StationRow.Verdict.DIFFERENT)));
        assertEquals(0, counts.get(StationRow.Verdict.ONLY_A));
        assertEquals(0, counts.get(StationRow.Verdict.ONLY_B));
        assertEquals(0, compared(sides.a, sides.a).announcedDifferent());
    }

    @Test
    void announcedResultsThatWereAlteredDifferFromTheCopiesAndFromTheHonestOnes() {
        TwoSides honest = new TwoSides(temporary.resolve("honest"));
        TwoSides altered = new TwoSides(temporary.resolve("altered"), "altered-transmission");
        Comparison comparison = compared(honest.a, altered.a);
        assertTrue(comparison.announcedDifferent() > 0);
        assertEquals(0, comparison.counts().get(StationRow.Verdict.DIFFERENT), "the copies are the same");
        ElectionFolder announcedOnly = altered.part("announced", TwoSides::isShared);
        Map<StationRow.Verdict, Integer> counts =
                compared(announcedOnly, honest.a).counts();
        assertTrue(
                java.util.Objects.requireNonNull(counts.get(StationRow.Verdict.DIFFERENT)) > 0,
                "announced against copies: " + counts);
    }

    @Test
    void theCommandVerifiesBothAndSaysInBothLanguagesWhereTheyDiffer() throws IOException {
        TwoSides sides = new TwoSides(temporary, "altered-transmission");
        Path siteA = sides.publish(sides.a, "a", sides.one);
        Path siteB = sides.publish(sides.b, "b", sides.other);
        Path csv = temporary.resolve("all.csv");
        String text = output(
                "compare",
                siteA.toString(),
                siteB.toString(),
                "--policy-a",
                sides.policy("a").toString(),
                "--policy-b",
                sides.policy("b").toString(),
                "--csv",
                csv.toString());
        assertTrue(text.startsWith("0\n"), text);
        assertTrue(text.contains("proven") || text.contains("probado"), text);
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.getFirst().startsWith("contest,station,verdict,"), lines.getFirst());
        int figures = compared(sides.a, sides.b).figures().size();
        assertEquals(1 + 40 * figures, lines.size());
        String json = output("compare", siteA.toString(), sides.b.path().toString(), "--json");
        assertTrue(json.contains("\"policy\":null") && json.contains("\"verdict\":\"unchecked\""), json);
        assertTrue(json.contains("\"same\":true"), json);
        Files.delete(siteA.resolve("data/report.json"));
        assertTrue(output("compare", siteA.toString(), siteB.toString()).startsWith("1\n"));
        assertFalse(output("compare", temporary.resolve("nothing").toString(), siteB.toString())
                .startsWith("0\n"));
    }
}
