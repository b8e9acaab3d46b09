package org.cotejo.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Incident;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.Test;

/**
 * One case goes through all stations and remembers the standings of the last usual one; a fresh case knows nothing of the others.
 * Both must say the same, above all where usual stations stand between those that have a correction, a retraction or an incident.
 */
class OneCaseForAllStationsTest {
    private static final int STATIONS = 40;

    private static void assertSame(Dossier dossier, String message) {
        // A walk and the reconciler use one case for many stations, a view a fresh one.
        CopyWalkTest.assertSame(dossier);
        Reconciliation result = Reconciler.reconcile(dossier);
        for (ContestResult contest : result.contests()) {
            for (int station = 0; station < contest.listed(); station++) {
                assertEquals(result.station(contest.index(), station).state(), contest.state(station), message);
            }
        }
    }

    /** Two sides and an announcer; the figures of each in an order of their own; records at every fifth station. */
    private static ElectionInBytes election(long seed) {
        Random random = new Random(seed);
        ElectionInBytes election = new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party")
                .side("observers", "watch");
        election.copies("party", "A B null", rows(random, 0, "A B null"));
        election.copies("watch", "null B A", rows(random, 0, "null B A"));
        election.copies("party", "B A", rows(random, 60, "B A"));
        election.announced("cne", "B null A", rows(random, 0, "B null A"));
        for (int station = 0; station < STATIONS; station++) {
            if (random.nextInt(5) > 0) {
                continue;
            }
            switch (random.nextInt(3)) {
                case 0 ->
                    election.entry(new Entry.CorrectionMade(new Correction(
                            new StationCode("S" + station),
                            new SourceId(new CustodianId("party"), 1),
                            new SourceId(new CustodianId("party"), 2),
                            Correction.Reason.TRANSCRIPTION)));
                case 1 -> election.retracted("S" + station, random.nextBoolean() ? "party/1" : "watch/1");
                default ->
                    election.entry(new Entry.IncidentReported(new Incident(
                            new StationCode("S" + station),
                            Incident.Kind.VIOLENCE,
                            new CustodianId("watch"),
                            Instant.parse("2024-07-28T20:00:00Z"))));
            }
        }
        return election;
    }

    private static String[] rows(Random random, int percentLacking, String figures) {
        List<String> rows = new ArrayList<>();
        for (int station = 0; station < STATIONS; station++) {
            if (random.nextInt(100) < percentLacking) {
                continue;
            }
            int a = random.nextInt(20) == 0 ? 0 : 30 + station;
            int b = random.nextInt(20) == 0 ? 7 : 20;
            rows.add("S" + station + ": "
                    + figures.replace("A", "" + a).replace("B", "" + b).replace("null", "1"));
        }
        return rows.toArray(String[]::new);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void stationsWithRecordsBetweenUsualOnesStandAsIfAlone(@ForAll long seed) {
        assertSame(election(seed).dossier(), "seed " + seed);
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void randomElectionsStandAsIfEachStationWereAlone(@ForAll long seed) {
        assertSame(RandomElection.of(seed).inBytes().dossier(), "seed " + seed);
    }

    /** All sources list the same figures in the same order, so that most stations are alike byte for byte. */
    private static ElectionInBytes alike(long seed) {
        Random random = new Random(seed);
        String figures = "A B null registered";
        ElectionInBytes election = new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne", "board")
                .side("opposition", "party")
                .side("observers", "watch");
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        List<String> announced = new ArrayList<>();
        for (int station = 0; station < STATIONS * 3; station++) {
            int registered = random.nextInt(10) == 0 ? 40 : 90;
            String row = "S" + station + ": " + (30 + station % 7) + " 20 1 " + registered;
            // Nobody's figures are those of the first station, which a decision may concern.
            row = station == 0 ? "S0: 1 2 3 90" : row;
            row = random.nextInt(15) == 0 ? "S" + station + ": 0 0 0 " + registered : row;
            first.add(random.nextInt(20) == 0 ? row.replace(" 20 ", " - ") : row);
            if (random.nextInt(20) > 0) {
                second.add(random.nextInt(20) == 0 ? row.replace(" 20 ", " 27 ") : row);
            }
            if (random.nextInt(20) > 0) {
                announced.add(random.nextInt(20) == 0 ? row.replace(" 1 ", " 2 ") : row);
            }
        }
        election.copies("party", figures, first.toArray(String[]::new));
        election.copies(random.nextBoolean() ? "watch" : "party", figures, second.toArray(String[]::new));
        election.announced(random.nextBoolean() ? "cne" : "board", figures, announced.toArray(String[]::new));
        return election;
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void stationsLikeTheLastUsualOneSayWhatTheySayWhereNoneIsUsual(@ForAll long seed) {
        Reconciliation quick = Reconciler.reconcile(alike(seed).dossier());
        // Where any decision is on record no station is taken as usual.
        Reconciliation slow = Reconciler.reconcile(
                alike(seed).decidedIn("president", Decision.Kind.ANNULLED, "S0").dossier());
        for (int station = 1; station < STATIONS * 3; station++) {
            assertEquals(
                    String.valueOf(slow.station(0, station)),
                    String.valueOf(quick.station(0, station)),
                    "seed " + seed + ", station " + station);
            assertEquals(findings(slow, station), findings(quick, station), "seed " + seed + ", station " + station);
            assertEquals(slow.registered(station), quick.registered(station));
        }
        assertSame(quick.dossier(), "seed " + seed);
    }

    private static List<String> findings(Reconciliation of, int station) {
        return of.findings().stream()
                .filter(finding -> finding.station() == station)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    @Test
    void sourcesThatListTheSameFiguresInAnotherOrderAgree() {
        Reconciliation result = Reconciler.reconcile(new ElectionInBytes()
                .contest("president", "A", "B", "C")
                .side("opposition", "party")
                .side("observers", "watch")
                .copies("party", "A B C null blank", "S1: 10 20 30 4 5", "S2: 1 2 3 0 0")
                .copies("watch", "blank C null A B", "S1: 5 30 4 10 20", "S2: 0 3 0 2 1")
                .dossier());
        ContestResult contest = result.contests().getFirst();
        assertEquals(StationState.AGREED, contest.state(0));
        assertEquals(StationState.CONFLICTING, contest.state(1), "the first two are exchanged there");
        assertEquals(10, contest.totals().candidate(0).orElseThrow());
        assertEquals(30, contest.totals().candidate(2).orElseThrow());
        assertEquals(5, contest.totals().blank().orElseThrow());
        assertSame(result.dossier(), "");
    }

    @Test
    void aDossierOfMoreThanAThousandBlocksIsThatOfOne() {
        List<Entry> entries = election(5).entries();
        List<Entry> many = new ArrayList<>(entries);
        // Incidents change no standing and make entries enough.
        for (int i = 0; i < 1_100; i++) {
            many.add(new Entry.IncidentReported(new Incident(
                    new StationCode("S" + i % STATIONS), Incident.Kind.LATE_OPENING, new CustodianId("watch"), null)));
        }
        Reconciliation one = Reconciler.reconcile(Dossier.of(ElectionInBytes.blocks(many)));
        List<org.cotejo.entry.EntryBlock> blocks = new ArrayList<>();
        many.forEach(entry -> blocks.addAll(ElectionInBytes.blocks(List.of(entry))));
        assertTrue(blocks.size() > 1_024, () -> "only so many blocks: " + blocks.size());
        Reconciliation apart = Reconciler.reconcile(Dossier.of(blocks));
        for (int station = 0; station < STATIONS; station++) {
            assertEquals(String.valueOf(one.station(0, station)), String.valueOf(apart.station(0, station)));
        }
        assertEquals(
                one.contests().getFirst().counts(), apart.contests().getFirst().counts());
        assertEquals(one.findingCounts(), apart.findingCounts());
    }
}
