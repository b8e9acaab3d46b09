package org.cotejo.dossier;

import static org.cotejo.dossier.ElectionInBytes.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the frame of an election is after so many entries. */
class FrameTest {
    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .side("authority", "cne")
                .side("opposition", "party");
    }

    private static Frame frame(ElectionInBytes election) {
        return Frame.of(election.blocks());
    }

    private static List<String> codes(Frame frame) {
        return IntStream.range(0, frame.register().size())
                .mapToObj(frame.register()::codeText)
                .toList();
    }

    @Test
    void withoutARegisterEverySourceListsItsStations() {
        Frame frame = frame(election().copies("party", "A", "S1: 1", "S2: 2").announced("cne", "A", "S3: 3", "S1: 1"));
        assertEquals(List.of("S1", "S2", "S3"), codes(frame));
        assertFalse(frame.isRegisterImported());
        assertEquals(0, frame.unlisted());
    }

    @Test
    void anImportedRegisterAloneSaysWhichStationsThereAre() {
        Frame after = frame(election().copies("party", "A", "S1: 1", "S9: 2").register("cne", "S2=10", "S1=20"));
        assertEquals(List.of("S2", "S1"), codes(after));
        assertTrue(after.isRegisterImported());
        Frame before = frame(election().register("cne", "S2=10", "S1=20").copies("party", "A", "S1: 1", "S9: 2"));
        assertEquals(codes(after), codes(before));
        assertEquals(20, before.register().registered(1));
    }

    @Test
    void aSecondRegisterAddsStationsAndKeepsTheFirst() {
        Frame frame = frame(election().register("cne", "S1=10").register("cne", "S1=11", "S2=20"));
        assertEquals(List.of("S1", "S2"), codes(frame));
        assertEquals(10, frame.register().registered(0));
        assertEquals(
                List.of(11),
                frame.claims().stream().map(Frame.Claim::registered).toList());
    }

    @Test
    void aRegisterThatWasUnknownIsFilledByALaterOne() {
        Frame frame = frame(election().register("cne", "S1", "S2=5").register("cne", "S1=10", "S2"));
        assertEquals(10, frame.register().registered(0));
        assertEquals(5, frame.register().registered(1));
    }

    @Test
    void stationsThatTheDefinitionCountsAndNobodyListsAreUnlisted() {
        assertEquals(
                3,
                frame(election().stationsInAll(5).register("cne", "S1", "S2")).unlisted());
        assertEquals(
                0,
                frame(election().stationsInAll(1).register("cne", "S1", "S2")).unlisted());
    }

    @Test
    void sourcesAreNumberedByCustodian() {
        Frame frame = frame(election()
                .copies("party", "A", "S1: 1")
                .announced("cne", "A", "S1: 1")
                .copies(given("party").part(), "A", "S1: 2"));
        assertEquals(
                List.of("party/1", "cne/1", "party/2"),
                frame.sources().stream().map(source -> source.id().toString()).toList());
        assertEquals("party/3", frame.nextSource(new CustodianId("party")).toString());
        assertEquals(1, frame.sourceIndex(new SourceId(new CustodianId("cne"), 1)));
        assertEquals(-1, frame.sourceIndex(new SourceId(new CustodianId("cne"), 2)));
    }

    @Test
    void placesHaveTheNumbersWithWhichTheyWereListed() {
        Frame frame = frame(election().register("cne", "S1=10 in Zulia/Maracaibo", "S2 in Lara", "S3"));
        assertEquals(
                List.of("Zulia", "Maracaibo"),
                frame.places().path(frame.register().place(0)));
        assertEquals(List.of("Lara"), frame.places().path(frame.register().place(1)));
        assertEquals(List.of(), frame.places().path(frame.register().place(2)));
    }

    @Test
    void theNewestDefinitionCountsAndKeepsTheCustodiansOfTheEarlierOne() {
        ElectionDefinition later = new ElectionInBytes()
                .imported()
                .contest("mayor", "X")
                .side("authority", "cne")
                .definition();
        ElectionDefinition definition = frame(
                        election().copies("party", "A", "S1: 1").entry(new Entry.DefinitionStated(later)))
                .definition()
                .orElseThrow();
        assertEquals(ElectionDefinition.Origin.IMPORTED, definition.origin());
        assertEquals("mayor", definition.contests().getFirst().id().value());
        assertEquals("opposition", definition.sideOf(new CustodianId("party")).value());
    }

    @Test
    void theDefinitionHashIsTheSameWhateverTheOrderOfStationsAndSources() {
        List<String> rows = new ArrayList<>(List.of(
                "S1=10 in Zulia/Maracaibo", "S2=20 in Lara", "S10=5 in Zulia/Cabimas", "ñ1", "S3=0 in Lara/Carora"));
        Hash expected = hash(election().register("cne", rows.toArray(String[]::new)));
        for (long seed = 0; seed < 50; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertEquals(expected, hash(election().register("party", rows.toArray(String[]::new))));
        }
    }

    @Test
    void theDefinitionHashDependsOnEverythingButBodiesThatJoinLater() {
        Hash hash = hash(election().register("cne", "S1=10 in Zulia", "S2"));
        assertEquals(
                hash, hash(election().side("press", "news").announcer("cne").register("cne", "S1=10 in Zulia", "S2")));
        List<ElectionInBytes> others = List.of(
                election().register("cne", "S1=11 in Zulia", "S2"),
                election().register("cne", "S1=10 in Lara", "S2"),
                election().register("cne", "S1=10", "S2"),
                election().register("cne", "S1=10 in Zulia", "S2=0"),
                election().register("cne", "S1=10 in Zulia"),
                election().register("cne", "S1=10 in Zulia", "S02"),
                election().contest("mayor", "X").register("cne", "S1=10 in Zulia", "S2"),
                election().roll(30).register("cne", "S1=10 in Zulia", "S2"),
                election().stationsInAll(2).register("cne", "S1=10 in Zulia", "S2"),
                election().imported().register("cne", "S1=10 in Zulia", "S2"));
        assertEquals(
                others.size(), others.stream().map(FrameTest::hash).distinct().count());
        others.forEach(other -> assertNotEquals(hash, hash(other)));
    }

    private static Hash hash(ElectionInBytes election) {
        return DefinitionHash.of(frame(election), election.definition());
    }

    @Test
    void aFrozenDefinitionKnowsWhichStationsCameLater() {
        ElectionInBytes election = election().register("cne", "S1=10");
        Frame frame =
                frame(election.entry(new Entry.DefinitionFrozen(hash(election))).register("cne", "S2=20"));
        assertEquals(1, frame.stationsFrozen());
        assertTrue(frame.isInFrozen(0));
        assertFalse(frame.isInFrozen(1));
        assertEquals(frame.frozen().orElseThrow(), DefinitionHash.of(frame, election.definition(), 1));
    }

    @Test
    void aDefinitionThatWasNeverFrozenHoldsEveryStation() {
        Frame frame = frame(election().register("cne", "S1=10"));
        assertTrue(frame.frozen().isEmpty());
        assertTrue(frame.isInFrozen(0));
        assertEquals(-1, frame.register().find(new StationCode("S2")));
        assertEquals(
                Register.UNKNOWN,
                frame(election().register("cne", "S1")).register().registered(0));
    }

    @Test
    void anEntryOfAnotherKindIsNoPartOfTheFrame() {
        Frame frame = new Frame();
        frame.apply(new Entry.DefinitionFrozen(Sha256.of(new byte[0])));
        assertTrue(frame.definition().isEmpty());
        assertEquals(0, frame.unlisted());
    }

    private static Entry picture(String holder, @Nullable String station, int root, @Nullable Integer copy) {
        return new Entry.PictureCommitted(new CommittedPicture(
                new CustodianId(holder),
                station == null ? null : new StationCode(station),
                Sha256.of(new byte[] {(byte) root}),
                copy == null
                        ? null
                        : new CommittedPicture.Copy(
                                Sha256.of(new byte[] {copy.byteValue(), 1}),
                                Sha256.of(new byte[] {copy.byteValue(), 2}))));
    }

    private static List<CommittedPicture> pictures(Entry... entries) {
        ElectionInBytes election = election().register("cne", "S1=10", "S2=20");
        for (Entry entry : entries) {
            election.entry(entry);
        }
        List<CommittedPicture> ofStation =
                Dossier.of(election.blocks()).records(0).pictures();
        List<CommittedPicture> all = List.copyOf(frame(election).pictures().all());
        assertEquals(
                all.stream()
                        .filter(one -> new StationCode("S1").equals(one.station()))
                        .toList(),
                ofStation);
        return all;
    }

    @Test
    void aPictureIsStatedFirstAndItsStationAndCopyLater() {
        List<CommittedPicture> all = pictures(
                picture("party", null, 1, null),
                picture("cne", null, 2, null),
                picture("party", "S1", 1, null),
                picture("party", null, 1, 7));
        assertEquals(2, all.size());
        assertEquals(
                new StationCode("S1"),
                java.util.Objects.requireNonNull(all.getFirst().station()));
        assertNotEquals(null, all.getFirst().copy());
        assertEquals(all, pictures(picture("party", "S1", 1, 7), picture("cne", null, 2, null)));
    }

    @Test
    void whatIsStatedTwiceInTheSameWordsIsKnownOnce() {
        assertEquals(
                1,
                pictures(picture("party", "S1", 1, 7), picture("party", "S1", 1, 7))
                        .size());
    }

    @Test
    void whoeverContradictsTheFirstStatementOfAPictureIsRefused() {
        Entry first = picture("party", "S1", 1, 7);
        for (Entry other :
                List.of(picture("cne", "S1", 1, 7), picture("party", "S2", 1, 7), picture("party", "S1", 1, 8))) {
            assertThrows(FoldException.class, () -> pictures(first, other));
        }
        assertThrows(FoldException.class, () -> pictures(picture("nobody", null, 1, null)));
    }
}
