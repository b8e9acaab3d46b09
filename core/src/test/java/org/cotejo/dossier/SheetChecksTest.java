package org.cotejo.dossier;

import static org.cotejo.dossier.ElectionInBytes.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.entry.KeyBytes;
import org.cotejo.sheet.KeyAlgorithm;
import org.junit.jupiter.api.Test;

/** The verdict on the signature of every row of a sheet, and what the checks show. */
class SheetChecksTest {
    private static final String FIGURES = "A B null registered";

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .contest("mayor", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party", "union")
                .register("cne", "S1=100", "S2=100")
                .key("S1", "M1")
                .key("S2", "M2");
    }

    private static ElectionInBytes frozen() {
        return election().frozen();
    }

    private static List<SignatureVerdict> verdicts(Dossier dossier) {
        List<SignatureVerdict> verdicts = new ArrayList<>();
        for (int row = 0; row < dossier.rows(); row++) {
            verdicts.add(dossier.verdictOf(row));
        }
        return verdicts;
    }

    private static List<String> findings(Dossier dossier) {
        return dossier.findings().stream()
                .map(finding -> finding.kind().code() + " " + finding.contest() + " " + finding.station() + " "
                        + String.join(",", finding.values()))
                .sorted()
                .toList();
    }

    private static void assertOne(SignatureVerdict verdict, ElectionInBytes election, String... findings) {
        Dossier dossier = election.dossier();
        assertEquals(List.of(verdict), verdicts(dossier));
        assertEquals(List.of(findings), findings(dossier));
    }

    @Test
    void aSheetThatItsMachineSignedIsProven() {
        assertOne(SignatureVerdict.PROVEN, frozen().sheets("party", FIGURES, "S1 M1: 1 2 3 100"));
    }

    @Test
    void withoutAFrozenDefinitionAnyDefinitionThatTheSheetNamesIsTaken() {
        assertOne(
                SignatureVerdict.PROVEN,
                election().sheets("party", FIGURES, "S1 M1 definition=0001" + "_0000".repeat(9) + ": 1 2 3 100"));
    }

    @Test
    void figuresOnPaperAreUnsignedBesideSheets() {
        Dossier dossier = frozen().copies("union", "A B", "S1: 1 2", "S2: 3 4")
                .sheets("party", FIGURES, "S2 M2: 1 2 3 100")
                .dossier();
        assertTrue(dossier.hasSheets());
        assertEquals(
                List.of(SignatureVerdict.UNSIGNED, SignatureVerdict.UNSIGNED, SignatureVerdict.PROVEN),
                verdicts(dossier));
        Dossier paper = frozen().copies("union", "A B", "S1: 1 2").dossier();
        assertFalse(paper.hasSheets());
        assertEquals(List.of(SignatureVerdict.UNSIGNED), verdicts(paper));
    }

    @Test
    void aForgedSheetIsRefuted() {
        assertOne(
                SignatureVerdict.FALSE,
                frozen().sheets("party", FIGURES, "S1 M1 forged: 1 2 3 100"),
                "SHEET-701 0 0 party,M1");
    }

    @Test
    void aSheetOfAnotherStationIsRefutedAlthoughItsSignatureIsTrue() {
        assertOne(
                SignatureVerdict.OTHER_STATION,
                frozen().sheets("party", FIGURES, "S2 M2 for=S1: 1 2 3 100"),
                "SHEET-702 0 0 party,S2");
    }

    @Test
    void aSheetOfAnotherElectionContestOrDefinitionIsRefuted() {
        for (String word : List.of("election=other", "contest=mayor", "definition=0001" + "_0000".repeat(9))) {
            Dossier dossier = frozen().sheets("party", FIGURES, "S1 M1 " + word + ": 1 2 3 100")
                    .dossier();
            assertEquals(List.of(SignatureVerdict.OTHER_ELECTION), verdicts(dossier), word);
            assertTrue(findings(dossier).getFirst().startsWith("SHEET-703 0 0 party,"), word);
        }
    }

    @Test
    void aSheetWithOtherBallotPositionsThanTheContestIsRefuted() {
        Dossier dossier =
                frozen().sheets("party", "A null registered", "S1 M1: 1 3 100").dossier();
        assertEquals(List.of(SignatureVerdict.OTHER_ELECTION), verdicts(dossier));
        Dossier exchanged = frozen().sheets("party", "B A null registered", "S1 M1: 1 2 3 100")
                .dossier();
        assertEquals(List.of(SignatureVerdict.OTHER_ELECTION), verdicts(exchanged));
    }

    @Test
    void aMachineWithoutAListedKeyCanNotBeChecked() {
        assertOne(
                SignatureVerdict.UNCHECKED, frozen().sheets("party", FIGURES, "S1 M9: 1 2 3 100"), "SHEET-705 0 0 M9");
        assertOne(
                SignatureVerdict.UNCHECKED, frozen().sheets("party", FIGURES, "S1 M2: 1 2 3 100"), "SHEET-705 0 0 M2");
    }

    @Test
    void aKeyThatWasEnrolledAfterTheFreezeProvesNothing() {
        assertOne(
                SignatureVerdict.LATE_KEY,
                frozen().key("S1", "M9").sheets("party", FIGURES, "S1 M9: 1 2 3 100"),
                "SHEET-706 -1 0 M9");
    }

    /** Else whoever adds a key afterwards could throw out what a machine without a key signed. */
    @Test
    void aKeyThatWasEnrolledAfterTheFreezeThrowsNothingOut() {
        assertOne(
                SignatureVerdict.UNCHECKED,
                frozen().key("S1", "M9").sheets("party", FIGURES, "S1 M9 forged: 1 2 3 100"),
                "SHEET-705 0 0 M9",
                "SHEET-706 -1 0 M9");
    }

    @Test
    void aKeyIsLateOnlyAsToTheNewestFreeze() {
        assertOne(
                SignatureVerdict.PROVEN,
                frozen().key("S1", "M9").frozen().sheets("party", FIGURES, "S1 M9: 1 2 3 100"));
    }

    @Test
    void theFirstKeyOfAMachineCountsAndAnotherIsAFinding() {
        ElectionInBytes election =
                election().key("S1", "M1", KeyAlgorithm.ED25519, "M7").frozen();
        assertOne(SignatureVerdict.PROVEN, election.sheets("party", FIGURES, "S1 M1: 1 2 3 100"), "KEY-201 -1 0 M1");
        assertEquals(3, election.dossier().frame().keys().size());
    }

    @Test
    void aKeyThatIsStatedAgainChangesNothing() {
        ElectionInBytes election = frozen().key("S1", "M1").sheets("party", FIGURES, "S1 M1: 1 2 3 100");
        assertOne(SignatureVerdict.PROVEN, election);
        assertEquals(2, election.dossier().frame().keys().size());
    }

    @Test
    void aRehearsalsSheetCountsInRehearsalsAlone() {
        String row = "S1 M8 demo: 1 2 3 100";
        assertOne(
                SignatureVerdict.FALSE,
                election().key("S1", "M8", KeyAlgorithm.ED25519_DEMO, "M8").sheets("party", FIGURES, row),
                "KEY-202 -1 -1 1",
                "SHEET-701 0 0 party,M8");
        for (String id : List.of("sim-7", "demo-x")) {
            assertOne(
                    SignatureVerdict.PROVEN,
                    election()
                            .id(id)
                            .key("S1", "M8", KeyAlgorithm.ED25519_DEMO, "M8")
                            .sheets("party", FIGURES, row));
        }
    }

    @Test
    void aRehearsalsKeyDoesNotStandInTheWayOfTheRealOne() {
        Dossier dossier = election()
                .key("S1", "M8", KeyAlgorithm.ED25519_DEMO, "M8")
                .key("S1", "M8")
                .sheets("party", FIGURES, "S1 M8: 1 2 3 100")
                .dossier();
        assertEquals(List.of(SignatureVerdict.PROVEN), verdicts(dossier));
    }

    @Test
    void aSheetMustBeSignedWithTheAlgorithmOfItsKey() {
        assertOne(
                SignatureVerdict.FALSE,
                election().id("sim-1").sheets("party", FIGURES, "S1 M1 demo: 1 2 3 100"),
                "SHEET-701 0 0 party,M1");
    }

    @Test
    void aMachineThatSignsTwoFinalSheetsIsAFindingWhoeverDeliversThem() {
        Dossier dossier = frozen().sheets("party", FIGURES, "S1 M1: 1 2 3 100")
                .sheets("cne", FIGURES, "S1 M1: 9 9 9 100")
                .sheets("union", FIGURES, "S1 M1 again: 1 2 3 100")
                .dossier();
        assertEquals(
                List.of(SignatureVerdict.PROVEN, SignatureVerdict.PROVEN, SignatureVerdict.PROVEN), verdicts(dossier));
        assertEquals(List.of("SHEET-704 0 0 M1"), findings(dossier));
    }

    @Test
    void theSameSheetTwiceAnOpeningReportAndAForgedOneAreNotTwoSheetsOfTheMachine() {
        Dossier dossier = frozen().sheets("party", FIGURES, "S1 M1: 1 2 3 100")
                .sheets("cne", FIGURES, "S1 M1: 1 2 3 100")
                .sheets("union", FIGURES, "S1 M1 opening: 0 0 0 100")
                .sheets(given("union").in("mayor"), FIGURES, "S1 M1: 5 6 7 100")
                .sheets("union", FIGURES, "S1 M1 forged: 9 9 9 100")
                .dossier();
        assertEquals(List.of("SHEET-701 0 0 union,M1"), findings(dossier));
    }

    @Test
    void whatManyCopiesShowIsNamedOnceForEachWhoDelivered() {
        Dossier dossier = frozen().sheets("party", FIGURES, "S1 M1 forged: 1 2 3 100")
                .sheets("party", FIGURES, "S1 M1 forged again: 1 2 3 100")
                .sheets("union", FIGURES, "S1 M1 forged: 1 2 3 100", "S2 M9: 1 2 3 100")
                .sheets("cne", FIGURES, "S2 M9: 1 2 3 100")
                .dossier();
        assertEquals(
                List.of("SHEET-701 0 0 party,M1", "SHEET-701 0 0 union,M1", "SHEET-705 0 1 M9"), findings(dossier));
    }

    @Test
    void keysMayBeStatedBeforeTheirStationIsListed() {
        Dossier dossier = new ElectionInBytes()
                .contest("president", "A", "B")
                .side("opposition", "party")
                .key("S1", "M1")
                .sheets("party", FIGURES, "S2 M2: 1 2 3 100", "S1 M1: 1 2 3 100")
                .key("S9", "M9")
                .dossier();
        assertEquals(List.of(SignatureVerdict.UNCHECKED, SignatureVerdict.PROVEN), verdicts(dossier));
        assertEquals(List.of("REG-406 -1 -1 S9", "SHEET-705 0 0 M2"), findings(dossier));
    }

    @Test
    void keysOutliveTheRegisterThatBeginsAnew() {
        Dossier dossier = new ElectionInBytes()
                .contest("president", "A", "B")
                .side("opposition", "party")
                .side("authority", "cne")
                .sheets("party", FIGURES, "S2 M2: 1 2 3 100", "S1 M1: 1 2 3 100")
                .key("S1", "M1")
                .key("S2", "M2")
                .key("S2", "M2", KeyAlgorithm.ED25519, "M7")
                .register("cne", "S0", "S1", "S2")
                .dossier();
        assertEquals(List.of(SignatureVerdict.PROVEN, SignatureVerdict.PROVEN), verdicts(dossier));
        StationKeys keys = dossier.frame().keys();
        assertEquals(List.of(1, 2, 2), List.of(keys.station(0), keys.station(1), keys.station(2)));
        assertEquals(List.of("KEY-201 -1 2 M2"), findings(dossier));
    }

    @Test
    void manyStationsWithTwoMachinesEachKeepTheirKeys() {
        ElectionInBytes election =
                new ElectionInBytes().contest("president", "A", "B").side("authority", "cne");
        String[] stations = new String[600];
        for (int i = 0; i < stations.length; i++) {
            stations[i] = "S" + i;
        }
        election.register("cne", stations);
        for (int machine = 1; machine <= 2; machine++) {
            for (String station : stations) {
                election.key(station, station + "-M" + machine, KeyAlgorithm.ED25519, "M" + machine);
            }
        }
        StationKeys keys = Frame.of(election.blocks()).keys();
        assertEquals(1_200, keys.size());
        for (int station = 0; station < 600; station++) {
            int first = keys.first(station);
            int second = keys.next(first);
            assertEquals("S" + station + "-M1", keys.machine(first).value());
            assertEquals("S" + station + "-M2", keys.machine(second).value());
            assertEquals(StationKeys.NONE, keys.next(second));
            assertEquals(
                    SheetsInBytes.secret("M2").verifyKey().toString(),
                    HexFormat.of().formatHex(keys.bytes(second)));
        }
    }

    @Test
    void theDefinitionHashCoversKeysWhateverTheirOrder() {
        ElectionInBytes one = election().key("S1", "M3").key("S1", "M1", KeyAlgorithm.ED25519, "M7");
        ElectionInBytes other = new ElectionInBytes()
                .contest("president", "A", "B")
                .contest("mayor", "A", "B")
                .side("authority", "cne")
                .key("S2", "M2")
                .key("S1", "M1", KeyAlgorithm.ED25519, "M7")
                .register("cne", "S2=100", "S1=100")
                .key("S1", "M1")
                .key("S1", "M3");
        assertEquals(hash(one), hash(other));
        assertFalse(hash(one).equals(hash(election())));
        assertFalse(hash(election()).equals(hash(election().key("S1", "M3"))));
        assertFalse(hash(election().key("S1", "M3"))
                .equals(hash(election().key("S1", "M3", KeyAlgorithm.ED25519_DEMO, "M3"))));
        assertFalse(hash(election().key("S1", "M3")).equals(hash(election().key("S2", "M3"))));
    }

    private static String hash(ElectionInBytes election) {
        return DefinitionHash.of(Frame.of(election.blocks()), election.definition())
                .hex();
    }

    @Test
    void aKeyOfAStationThatIsNotListedIsNotInTheHash() {
        assertEquals(hash(election()), hash(election().key("S9", "M9")));
    }

    @Test
    void keysAfterTheFreezeDoNotChangeTheFrozenHash() {
        assertEquals(
                List.of("SHEET-706 -1 1 M9"), findings(frozen().key("S2", "M9").dossier()));
    }

    @Test
    void aSheetThatDoesNotHoldTheFiguresOfItsSourceIsRefused() {
        ElectionInBytes election = frozen();
        List<Entry> entries = new ArrayList<>(
                election.sheets("party", "A B null voters", "S1 M1: 1 2 3 100").entries());
        Entry.SheetGiven sheet = (Entry.SheetGiven) entries.removeLast();
        entries.removeLast();
        entries.add(new Entry.SourceOpened(new Source(
                sheet.copy().source(),
                Source.Kind.COPIES,
                new ContestId("president"),
                Provenance.PUBLISHED,
                ElectionInBytes.figures(FIGURES),
                null,
                true,
                Sha256.of(new byte[0]))));
        entries.add(sheet);
        assertThrows(FoldException.class, () -> Dossier.of(ElectionInBytes.blocks(entries)));
    }

    /** The frame takes keys from their bytes without a look at the curve; the dossier makes up for it. */
    @Test
    void aKeyThatNoEntryMayHoldIsRefused() {
        byte[] small = new byte[32];
        byte[] offTheCurve = new byte[32];
        offTheCurve[0] = 2;
        byte[] notCanonical = new byte[32];
        Arrays.fill(notCanonical, (byte) 0xff);
        for (byte[] bad : List.of(small, offTheCurve, notCanonical)) {
            for (ElectionInBytes election : List.of(
                    election(),
                    election().sheets("party", FIGURES, "S2 M2: 1 2 3 100"),
                    election().key("S9", "M9").key("S2", "M2"))) {
                List<EntryBlock> blocks = withKey(election, "M2", bad);
                Frame.of(blocks);
                assertThrows(
                        FoldException.class,
                        () -> Dossier.of(blocks),
                        HexFormat.of().formatHex(bad));
            }
            List<EntryBlock> unlisted = withKey(election().key("S9", "M9"), "M9", bad);
            Frame.of(unlisted);
            assertThrows(FoldException.class, () -> Dossier.of(unlisted));
        }
    }

    /** The election's bytes with another key where that of {@code machine} stands. */
    private static List<EntryBlock> withKey(ElectionInBytes election, String machine, byte[] other) {
        List<EntryBlock> blocks = ElectionInBytes.blocks(election.entries());
        byte[] key = SheetsInBytes.secret(machine).verifyKey().bytes();
        for (EntryBlock block : blocks) {
            byte[] bytes = block.bytes();
            for (int at = 0; at + key.length <= bytes.length; at++) {
                if (Arrays.equals(key, 0, key.length, bytes, at, at + key.length)) {
                    System.arraycopy(other, 0, bytes, at, other.length);
                }
            }
        }
        return blocks;
    }

    @Test
    void aStationWithVeryManyKeysIsRefusedBeforeTheyTakeLong() {
        byte[] key = SheetsInBytes.secret("M").verifyKey().bytes();
        CanonicalWriter to = new CanonicalWriter();
        EntryWriter.write(new Entry.DefinitionStated(election().definition()), to);
        CanonicalWriter block = framed(new CanonicalWriter(), to);
        for (int i = 0; i <= StationKeys.KEYS_MOST; i++) {
            byte[] machine = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
            KeyBytes.write(to.reset(), new byte[] {'S'}, machine, KeyAlgorithm.ED25519, key);
            framed(block, to);
        }
        EntryBlock entries = new EntryBlock(block.toBytes(), 0, block.size());
        assertThrows(FoldException.class, () -> Frame.of(List.of(entries)));
    }

    private static CanonicalWriter framed(CanonicalWriter block, CanonicalWriter entry) {
        return block.octet(entry.size() >>> 8).octet(entry.size() & 0xff).raw(entry.array(), 0, entry.size());
    }

    @Test
    void rowsOfSheetsAreRowsOfFigures() {
        Dossier dossier =
                frozen().sheets("party", FIGURES, "S1 M1 by_hand: 1 2 3 100").dossier();
        FiguresBytes cursor = dossier.point(new FiguresBytes(), dossier.firstRow(0, 0));
        assertTrue(cursor.isSheet());
        int[] cells = new int[cursor.cellCount()];
        cursor.readCells(cells);
        assertEquals(List.of(1, 2, 3, 100), Arrays.stream(cells).boxed().toList());
        assertEquals(StationFigures.Paper.FINAL, cursor.paper());
        assertEquals(StationFigures.Way.BY_HAND, cursor.way());
    }

    @Test
    void publicationsAreKeptAndMustStandWhereTheySay() {
        ElectionInBytes election = frozen().sheets("party", FIGURES, "S1 M1: 1 2 3 100");
        int entries = election.entries().size();
        Publication publication =
                new Publication(entries, Instant.parse("2024-08-01T00:00:00Z"), Sha256.of(new byte[0]));
        TakenPublication taken = new TakenPublication(
                new LogOrigin("log.example"),
                7,
                Sha256.of(new byte[0]),
                Sha256.of(new byte[0]),
                List.of(new TakenPublication.Taken(
                        new SourceId(new CustodianId("party"), 1), new SourceId(new CustodianId("x"), 1))));
        election.entry(new Entry.PublicationMade(publication)).entry(new Entry.PublicationTaken(taken));
        Frame frame = Frame.of(election.blocks());
        assertEquals(List.of(publication), frame.publications());
        assertEquals(List.of(taken), frame.taken());
        election.entry(new Entry.PublicationMade(publication));
        assertThrows(FoldException.class, () -> Frame.of(election.blocks()));
    }

    @Test
    void aPublicationThatWasTakenNamesSourcesThatAreThere() {
        ElectionInBytes election = frozen().entry(new Entry.PublicationTaken(new TakenPublication(
                new LogOrigin("log.example"),
                7,
                Sha256.of(new byte[0]),
                Sha256.of(new byte[0]),
                List.of(new TakenPublication.Taken(
                        new SourceId(new CustodianId("party"), 1), new SourceId(new CustodianId("x"), 1))))));
        assertThrows(FoldException.class, () -> Frame.of(election.blocks()));
    }
}
