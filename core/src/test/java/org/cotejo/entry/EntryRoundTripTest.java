package org.cotejo.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.bulletin.Subject;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.junit.jupiter.api.Test;

/** What is written is read back as it was, and what is read is written back as it stood. */
class EntryRoundTripTest {
    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBack(@ForAll("entries") Entry entry) {
        assertRoundTrip(entry);
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.FIRST)
    void whatIsWrittenAtTheLimitsOfItsFieldsIsReadBack(@ForAll("entries") Entry entry) {
        assertRoundTrip(entry);
    }

    private static void assertRoundTrip(Entry entry) {
        byte[] bytes = EntryWriter.bytes(entry);
        if (bytes.length > Entry.SIZE_MOST) {
            assertEquals("ENTRY-104", refusal(bytes));
        } else {
            assertEquals(Result.ok(entry), EntryReader.read(bytes));
            assertArrayEquals(bytes, EntryWriter.bytes(EntryReader.read(bytes).orThrow()));
        }
    }

    @Provide
    Arbitrary<Entry> entries() {
        return AnyEntry.entry();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEntryIsReadFromTheMiddleOfAnArray(@ForAll("entries") Entry entry) {
        byte[] bytes = EntryWriter.bytes(entry);
        CanonicalWriter to = new CanonicalWriter().octet(200);
        EntryWriter.write(entry, to);
        byte[] around = to.octet(0).octet(1).toBytes();
        assertEquals(EntryReader.read(bytes), EntryReader.read(around, 1, bytes.length));
    }

    @Test
    void everyKindHasASample() {
        Set<Object> sampled = EntrySamples.all().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Entry.class.getPermittedSubclasses()), sampled);
    }

    @Test
    void everySampleIsReadBack() {
        for (Entry entry : EntrySamples.all()) {
            assertEquals(Result.ok(entry), EntryReader.read(EntryWriter.bytes(entry)));
        }
    }

    /** Kinds are numbered once and for ever, so this list only grows. */
    @Test
    void theKindsKeepTheirNumbers() {
        assertEquals(
                List.of(
                        1, 2, 2, 5, 3, 3, 16, 4, 5, 6, 5, 6, 5, 7, 8, 9, 10, 10, 11, 12, 13, 13, 14, 15, 15, 5, 17, 18,
                        19, 20, 21, 22, 23, 24, 24, 25, 25, 26, 1),
                EntrySamples.all().stream()
                        .map(entry -> (int) EntryWriter.bytes(entry)[1])
                        .toList());
    }

    @Test
    void framesAreKnownByTheirKindByte() {
        for (Entry entry : EntrySamples.all()) {
            byte[] bytes = EntryWriter.bytes(entry);
            boolean isFrame = bytes[1] <= 5 || bytes[1] == 16 || bytes[1] >= 20 && bytes[1] <= 22 || bytes[1] == 26;
            assertEquals(isFrame, EntryReader.isFrameKind(bytes, 0, bytes.length), entry::toString);
            assertEquals(
                    entry instanceof Entry.FiguresGiven || entry instanceof Entry.SheetGiven,
                    FiguresBytes.isFigures(bytes, 0, bytes.length),
                    entry::toString);
        }
    }

    @Test
    void bytesThatAreMoreThanAnEntryHoldsAreRefusedForTheirLength() {
        byte[] bytes = EntryWriter.bytes(EntrySamples.all().getFirst());
        assertEquals("ENTRY-104", refusal(Arrays.copyOf(bytes, Entry.SIZE_MOST + 1)));
        assertEquals("ENTRY-103", refusal(Arrays.copyOf(bytes, Entry.SIZE_MOST)));
    }

    @Test
    void anAuditTitleThatIsNotComposedIsNotWrittenSinceItCouldNotBeReadBack() {
        AuditDue audit =
                new AuditDue("a", "Verificacio\u0301n", "", LocalDate.of(2024, 7, 28), AuditDue.State.PLANNED, null);
        assertNotWritten(new Entry.AuditScheduled(audit));
    }

    @Test
    void aLawThatIsNotComposedIsNotWritten() {
        AuditDue audit =
                new AuditDue("a", "Audit", "artículo n\u0303", LocalDate.of(2024, 7, 28), AuditDue.State.PLANNED, null);
        assertNotWritten(new Entry.AuditScheduled(audit));
    }

    @Test
    void aCourtWhoseNameIsNotComposedIsNotWritten() {
        assertNotWritten(new Entry.DecisionMade(new Decision(
                "d", "Tribunal Supremo de Justi\u0301cia", Decision.Kind.CERTIFIED, LocalDate.EPOCH, null, List.of())));
    }

    @Test
    void aGroupWhoseNameIsNotComposedIsNotWritten() {
        assertNotWritten(announcement(new Subject.OfGroup("dema\u0301s", List.of(new CandidateId("A")))));
    }

    @Test
    void aGroupOfMoreMembersThanCanBeReadIsNotWritten() {
        List<CandidateId> members = IntStream.range(0, 5_001)
                .mapToObj(i -> new CandidateId("c" + i))
                .toList();
        assertNotWritten(announcement(new Subject.OfGroup("others", members)));
    }

    @Test
    void aDayThatCanNotBeReadBackIsNotWritten() {
        for (LocalDate day : List.of(LocalDate.of(1969, 12, 31), LocalDate.ofEpochDay(1_000_001))) {
            assertNotWritten(
                    new Entry.AuditScheduled(new AuditDue("a", "Audit", "", day, AuditDue.State.PLANNED, null)));
        }
    }

    @Test
    void aPlaceWithANameThatNoReaderTakesDoesNotExist() {
        for (String name : List.of("", " Caracas", "two  blanks", "Me\u0301rida", "a\u0007", "x".repeat(201))) {
            assertThrows(IllegalArgumentException.class, () -> new Entry.PlaceListed(1, 0, name), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new Entry.PlaceListed(Entry.PLACES_MOST + 1, 0, "Caracas"));
        assertThrows(IllegalArgumentException.class, () -> new Entry.PlaceListed(1, 1, "Caracas"));
        assertThrows(IllegalArgumentException.class, () -> new Entry.PlaceListed(1, -1, "Caracas"));
    }

    @Test
    void aStationWithARegisterThatNoReaderTakesDoesNotExist() {
        SourceId by = new SourceId(new CustodianId("cne"), 1);
        for (int registered : List.of(-2, 1_000_000_000, Integer.MAX_VALUE)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Entry.StationListed(by, EntrySamples.STATION, 0, registered));
        }
        for (int place : List.of(-1, Entry.PLACES_MOST + 1)) {
            assertThrows(
                    IllegalArgumentException.class, () -> new Entry.StationListed(by, EntrySamples.STATION, place, 1));
        }
    }

    private static Entry announcement(Subject subject) {
        return new Entry.AnnouncementMade(new Announcement(
                "b1",
                new CustodianId("cne"),
                new ContestId("president"),
                null,
                new Coverage.Full(),
                false,
                List.of(new AnnouncedFigure(subject, 1L, null))));
    }

    private static void assertNotWritten(Entry entry) {
        assertThrows(IllegalArgumentException.class, () -> EntryWriter.bytes(entry));
    }

    private static String refusal(byte[] bytes) {
        return assertInstanceOf(Result.Refused.class, EntryReader.read(bytes))
                .problem()
                .code();
    }
}
