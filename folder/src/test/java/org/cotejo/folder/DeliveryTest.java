package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.cotejo.folder.SmallFolder.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries on their way into a folder. */
class DeliveryTest {
    private static final SourceId REGISTER = new SourceId(new CustodianId("cne"), 1);

    @TempDir
    private Path temporary;

    private SmallFolder small;

    @BeforeEach
    void folder() {
        small = new SmallFolder(temporary.resolve("election"));
    }

    /** Nothing may be left behind by what is refused. */
    private void assertRefusedWithoutATrace(String code, Executable delivery) throws IOException {
        Map<String, String> before = small.files();
        assertRefused(code, delivery);
        assertEquals(before, small.files());
    }

    private void state(ElectionDefinition definition, String... registered) {
        small.add(new Entry.DefinitionStated(definition));
        if (registered.length > 0) {
            small.add(new Entry.SourceOpened(new Source(
                    REGISTER,
                    Source.Kind.REGISTER,
                    null,
                    Provenance.OFFICIAL,
                    List.of(),
                    null,
                    false,
                    Sha256.of(new byte[0]))));
            small.add(Arrays.stream(registered)
                    .map(code -> new Entry.StationListed(REGISTER, new StationCode(code), 0, 500))
                    .toArray(Entry[]::new));
        }
    }

    private static ElectionDefinition definition(String... candidates) {
        List<Candidate> all = Arrays.stream(candidates)
                .map(id -> new Candidate(new CandidateId(id), id))
                .toList();
        return new ElectionDefinition(
                "e",
                "E",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(new Contest(
                        new ContestId("president"),
                        "President",
                        all,
                        List.of(new BallotOption(1, "Party", all.getFirst().id())))),
                List.of(
                        new Side(new SideId("authority"), "Authority"),
                        new Side(new SideId("opposition"), "Opposition")),
                List.of(
                        new Custodian(new CustodianId("cne"), new SideId("authority"), "CNE"),
                        new Custodian(new CustodianId("party"), new SideId("opposition"), "Party")),
                null,
                null,
                null);
    }

    private List<String> codes() {
        Register register = small.frame().register();
        return IntStream.range(0, register.size()).mapToObj(register::codeText).toList();
    }

    @Test
    void aFolderWithoutADefinitionGetsOneThatGrowsWithEachFile() {
        small.deliver(PARTY, "S1: 1 2");
        small.deliver(new SmallFolder.Given("union", "opposition", null, "B C null", null), "S2: 1 2 0");
        small.deliver(new SmallFolder.Given("union", "opposition", "mayor", "X", null), "S2: 1");
        ElectionDefinition definition = small.dossier().definition();
        assertEquals(ElectionDefinition.Origin.DERIVED, definition.origin());
        assertEquals(
                List.of("main", "mayor"),
                definition.contests().stream().map(c -> c.id().value()).toList());
        assertEquals(
                List.of("A", "B", "C"),
                definition.contests().getFirst().candidates().stream()
                        .map(c -> c.id().value())
                        .toList());
        assertEquals(List.of("S1", "S2"), codes());
        assertEquals(1, definition.sides().size());
        assertEquals(List.of("state", "town"), definition.levels());
    }

    @Test
    void theSummarySaysWhatCameIn() {
        assertEquals(
                new Delivery.Summary(new SourceId(new CustodianId("party"), 1), 2, 2, 0, 0),
                small.deliver(PARTY, "S1: 1 2", "S2: 3 4"));
        assertEquals(
                new Delivery.Summary(new SourceId(new CustodianId("party"), 2), 2, 1, 0, 0),
                small.deliver(PARTY, "S3: 1 2", "S2: 3 4"));
    }

    @Test
    void aStationThatStandsTwiceIsRefusedAndNothingIsWritten() throws IOException {
        small.deliver(PARTY, "S1: 1 2", "S2: 3 4");
        assertRefusedWithoutATrace("DELIVERY-101", () -> small.deliver(PARTY, "S1: 1 2", "S2: 3 4", "S1: 1 2"));
        assertRefusedWithoutATrace("DELIVERY-101", () -> small.deliver(PARTY, "S9: 1 2", "S9: 3 4"));
    }

    @Test
    void theRefusalNamesTheRow() {
        RefusedException refused = org.junit.jupiter.api.Assertions.assertThrows(
                RefusedException.class, () -> small.deliver(PARTY, "S1: 1 2", "S2: 3 4", "S1: 1 2"));
        assertEquals("party.csv:4", refused.problem().where().toString());
        assertTrue(refused.problem().sentence().en().contains("S1"), refused.getMessage());
    }

    @Test
    void aCustodianStaysOnItsSide() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        assertRefusedWithoutATrace(
                "DELIVERY-102", () -> small.deliver(SmallFolder.Given.of("party", "authority", "A B"), "S1: 1 2"));
    }

    @Test
    void aStatedDefinitionTakesNoNewContestCandidateOrOption() throws IOException {
        state(definition("A", "B"));
        assertRefusedWithoutATrace(
                "DELIVERY-103",
                () -> small.deliver(new SmallFolder.Given("party", "opposition", "mayor", "A", null), "S1: 1"));
        assertRefusedWithoutATrace(
                "DELIVERY-104", () -> small.deliver(SmallFolder.Given.of("party", "opposition", "A C"), "S1: 1 2"));
        assertRefusedWithoutATrace(
                "DELIVERY-105", () -> small.deliver(SmallFolder.Given.of("party", "opposition", "option2"), "S1: 1"));
    }

    @Test
    void aStatedDefinitionTakesCustodiansAndSides() {
        state(definition("A", "B"));
        small.deliver(SmallFolder.Given.of("carter", "observers", "A B"), "S1: 1 2");
        small.deliver(SmallFolder.Given.of("party", "opposition", "A option1"), "S1: 1 2");
        ElectionDefinition definition = small.dossier().definition();
        assertEquals(ElectionDefinition.Origin.IMPORTED, definition.origin());
        assertEquals("observers", definition.sideOf(new CustodianId("carter")).value());
        assertEquals(2, definition.contests().getFirst().candidates().size());
    }

    @Test
    void againstAnImportedRegisterAnUnknownStationIsQuarantined() {
        state(definition("A", "B"), "S1", "S2");
        Delivery.Summary summary = small.deliver(PARTY, "S1: 1 2", "S7: 3 4", "S8: 5 6");
        assertEquals(2, summary.quarantined());
        assertEquals(3, summary.rows());
        assertEquals(0, summary.newStations());
        Dossier dossier = small.dossier();
        assertEquals(1, dossier.rows());
        assertEquals(
                List.of(List.of("party", "S7"), List.of("party", "S8")),
                dossier.findings().stream().map(Finding::values).toList());
        assertRefused("DELIVERY-101", () -> small.deliver(PARTY, "S7: 3 4", "S7: 3 4"));
    }

    @Test
    void leadingZerosThatASpreadsheetDroppedAreRestoredFromTheRegister() {
        state(definition("A", "B"), "010101.01.0001", "010101.01.0002");
        Delivery.Summary summary = small.deliver(PARTY, "10101.1.1: 1 2", "10101.1.2 in Zulia: 300 ?");
        assertEquals(2, summary.restoredCodes());
        assertEquals(0, summary.quarantined());
        Dossier dossier = small.dossier();
        assertEquals(2, dossier.rows());
        assertTrue(dossier.firstRow(0, 1) != Dossier.NO_ROW);
        assertEquals(List.of(), dossier.findings());
    }

    @Test
    void aCodeWhoseZerosMayBeThoseOfSeveralStationsIsRefused() throws IOException {
        state(definition("A", "B"), "01", "001");
        assertRefusedWithoutATrace("DELIVERY-108", () -> small.deliver(PARTY, "1: 1 2"));
        assertEquals(1, small.deliver(PARTY, "01: 1 2").rows());
    }

    @Test
    void aStationThatStandsOnceWithItsZerosAndOnceWithoutStandsTwice() throws IOException {
        state(definition("A", "B"), "01");
        assertRefusedWithoutATrace("DELIVERY-101", () -> small.deliver(PARTY, "01: 1 2", "1: 1 2"));
        assertRefusedWithoutATrace("DELIVERY-101", () -> small.deliver(PARTY, "1: 1 2", "01: 1 2"));
    }

    @Test
    void whatIsNoStationCodeIsRefused() throws IOException {
        for (String code : List.of("", "a b", "a/b", "\u202e1", "e\u0301", "x".repeat(61))) {
            assertRefusedWithoutATrace("DELIVERY-106", () -> small.deliver(PARTY, code + ": 1 2"));
        }
    }

    /** Such bytes become replacement characters in a text, which are letters like others: nobody could read the entry back. */
    @Test
    void aStationCodeWhoseBytesAreNotTextIsRefused() throws IOException {
        byte[][] codes = {{'S', (byte) 0xff}, {(byte) 0xc3}, {'1', (byte) 0xed, (byte) 0xa0, (byte) 0x80}};
        for (byte[] code : codes) {
            assertRefusedWithoutATrace("DELIVERY-106", () -> deliverBytes(code));
        }
        state(definition("A", "B"), "S1");
        for (byte[] code : codes) {
            assertRefusedWithoutATrace("DELIVERY-106", () -> deliverBytes(code));
        }
    }

    private void deliverBytes(byte[] code) {
        try (FolderWriter writer = small.folder.write()) {
            Delivery delivery = Delivery.begin(writer, small.frame(), PARTY.terms(hash()), SmallFolder.WHERE);
            delivery.station(
                    code,
                    0,
                    code.length,
                    0,
                    StationFigures.Paper.FINAL,
                    StationFigures.Way.UNSTATED,
                    new int[] {1, 2},
                    SmallFolder.WHERE);
            delivery.finish(SmallFolder.WHERE);
            writer.commit();
        }
    }

    private static Hash hash() {
        return Sha256.of(new byte[0]);
    }

    @Test
    void whatIsNoNameOfAPlaceIsRefused() throws IOException {
        for (String name : List.of("x".repeat(201), "Zu\u202elia", "a\u0000b")) {
            assertRefusedWithoutATrace("DELIVERY-107", () -> small.deliver(PARTY, "S1 in " + name + ": 1 2"));
        }
    }

    @Test
    void aDeliveryWithoutAStationIsRefused() throws IOException {
        assertRefusedWithoutATrace("DELIVERY-109", () -> small.deliver(PARTY));
    }

    @Test
    void placesAreListedOnceAndTidied() {
        small.deliver(PARTY, "S1 in Zulia/Maracaibo: 1 2", "S2 in  Zulia / Maracaibo: 1 2", "S3 in Zulia/: 1 2");
        Frame frame = small.frame();
        assertEquals(3, frame.places().size());
        assertEquals(frame.register().place(0), frame.register().place(1));
        assertEquals(List.of("Zulia"), frame.places().path(frame.register().place(2)));
    }

    @Test
    void aStationThatAnotherFileSeesElsewhereStaysWhereItWasListedAndThatIsShown() {
        small.deliver(PARTY, "S1 in Zulia: 1 2");
        small.deliver(SmallFolder.Given.of("carter", "observers", "A B"), "S1 in Lara: 1 2");
        assertEquals(
                List.of("Zulia"),
                small.frame().places().path(small.frame().register().place(0)));
        assertEquals(
                List.of(List.of("carter", "Lara")),
                small.dossier().findings().stream().map(Finding::values).toList());
    }

    /** Rows that other threads made ready, in one place that is filled again, must come out as the same bytes as rows added one by one. */
    @Test
    void rowsMadeReadyAreTheSameAsRowsAddedOneByOne() throws IOException {
        Random random = new Random(28);
        for (String[] register : new String[][] {{}, {"01", "002", "S3", "ñ4"}}) {
            for (int round = 0; round < 20; round++) {
                List<String> rows = rows(random);
                Path one = temporary.resolve("one" + register.length + "." + round);
                Path ready = temporary.resolve("ready" + register.length + "." + round);
                String refusedOne = deliverInto(one, rows, false, register);
                assertEquals(refusedOne, deliverInto(ready, rows, true, register));
                assertEquals(SmallFolder.files(one), SmallFolder.files(ready));
            }
        }
    }

    private static List<String> rows(Random random) {
        return random.ints(1 + random.nextInt(8), 0, 9)
                .mapToObj(i -> List.of("01", "1", "2", "002", "S3", "ñ4", "S7", "S8", "中9")
                                .get(i)
                        + List.of("", " in Zulia", " in Lara/Carora").get(random.nextInt(3))
                        + ": " + random.nextInt(400) + " "
                        + List.of("-", "?", "0").get(random.nextInt(3)))
                .toList();
    }

    private String deliverInto(Path path, List<String> rows, boolean isReady, String... register) {
        small = new SmallFolder(path);
        state(definition("A", "B"), register);
        try (FolderWriter writer = small.folder.write()) {
            Delivery delivery = Delivery.begin(writer, small.frame(), PARTY.terms(hash()), SmallFolder.WHERE);
            if (isReady) {
                DeliveryRows ready = new DeliveryRows();
                for (int from = 0; from < rows.size(); from += 3) {
                    ready.reset();
                    fill(ready, rows, from, Math.min(rows.size(), from + 3));
                    delivery.add(ready, "party.csv");
                }
            } else {
                for (int i = 0; i < rows.size(); i++) {
                    SmallFolder.row(delivery, rows.get(i), new org.cotejo.base.Where("party.csv", i + 2, ""));
                }
            }
            String summary = delivery.finish(SmallFolder.WHERE).toString();
            writer.commit();
            return summary;
        } catch (RefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void fill(DeliveryRows ready, List<String> rows, int from, int to) {
        for (int i = from; i < to; i++) {
            String row = rows.get(i);
            int colon = row.indexOf(':');
            String[] head = row.substring(0, colon).split(" in ", -1);
            ready.in(head.length == 1 ? List.of() : List.of(head[1].split("/", -1)));
            byte[] code = head[0].getBytes(StandardCharsets.UTF_8);
            int[] cells = SmallFolder.cells(row.substring(colon + 1));
            ready.add(
                    code,
                    code.length,
                    StationFigures.Paper.FINAL,
                    StationFigures.Way.UNSTATED,
                    cells,
                    cells.length,
                    i + 2);
        }
    }
}
