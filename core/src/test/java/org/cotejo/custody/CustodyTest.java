package org.cotejo.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records of the paper: each is valid or is not there. */
class CustodyTest {
    private static final StationCode S1 = new StationCode("S1");
    private static final CustodianId PARTY = new CustodianId("party");
    private static final CustodianId CNE = new CustodianId("cne");

    @Test
    void timesAtAStationAreKeptToTheHourSoThatNobodyIsFoundByTheMinute() {
        for (String time : List.of("2024-07-28T22:01:00Z", "2024-07-28T22:00:00.5Z", "1969-12-31T23:00:00Z")) {
            Instant minute = Instant.parse(time);
            assertRefused(() -> new Incident(S1, Incident.Kind.VIOLENCE, PARTY, minute));
            assertRefused(() -> new Denial(S1, Denial.Kind.NOT_POSTED, PARTY, Denial.Form.SWORN, minute, null));
            assertRefused(() ->
                    new CustodyEvent(S1, CustodyEvent.Item.BOX, CustodyEvent.Step.SEALED, null, PARTY, "", minute));
        }
        Instant hour = Instant.parse("2024-07-28T22:00:00Z");
        assertEquals(hour, new Incident(S1, Incident.Kind.VIOLENCE, PARTY, hour).hour());
    }

    @Test
    void onlyWhatIsLawfulAndKnownMayCount() {
        assertEquals(
                List.of(Provenance.PUBLISHED, Provenance.ACCREDITED, Provenance.POSTED, Provenance.OFFICIAL),
                Stream.of(Provenance.values()).filter(Provenance::counts).toList());
    }

    @Test
    void whatIsCommittedToNamesItsAuditByAShortName() {
        LocalDate day = LocalDate.of(2024, 8, 1);
        Commitment seed = new Commitment("post-1", Commitment.Kind.SEED, day, Sha256.of(new byte[0]));
        assertEquals("post-1", seed.audit());
        for (String audit : List.of("", "post 1", "x".repeat(61), "auditoría")) {
            assertRefused(() -> new Commitment(audit, Commitment.Kind.SEED, day, Sha256.of(new byte[0])));
        }
    }

    @Test
    void aHandOverHasTwoEnds() {
        assertRefused(() -> box(CustodyEvent.Step.HANDED_OVER, PARTY, null, ""));
        assertRefused(() -> box(CustodyEvent.Step.HANDED_OVER, null, PARTY, ""));
        assertEquals(CNE, box(CustodyEvent.Step.HANDED_OVER, PARTY, CNE, "A-7").to());
        assertRefused(() -> box(CustodyEvent.Step.SEALED, null, CNE, "7 8"));
        assertRefused(() -> box(CustodyEvent.Step.SEALED, null, CNE, "x".repeat(41)));
    }

    private static CustodyEvent box(
            CustodyEvent.Step step, @Nullable CustodianId from, @Nullable CustodianId to, String seal) {
        return new CustodyEvent(S1, CustodyEvent.Item.BOX, step, from, to, seal, null);
    }

    @Test
    void anAuditIsDoneOnADayOrNotDone() {
        LocalDate due = LocalDate.of(2024, 7, 28);
        assertTrue(new AuditDue("a", "Audit", "", due, AuditDue.State.DONE, due.plusDays(1)).isLate());
        assertFalse(new AuditDue("a", "Audit", "", due, AuditDue.State.DONE, due).isLate());
        assertFalse(new AuditDue("a", "Audit", "", due, AuditDue.State.CANCELLED, null).isLate());
        assertRefused(() -> new AuditDue("a", "Audit", "", due, AuditDue.State.DONE, null));
        assertRefused(() -> new AuditDue("a", "Audit", "", due, AuditDue.State.PLANNED, due));
        assertRefused(() -> new AuditDue("a b", "Audit", "", due, AuditDue.State.PLANNED, null));
        assertRefused(() -> new AuditDue("a", "", "", due, AuditDue.State.PLANNED, null));
    }

    @Test
    void aCorrectionHasTwoSources() {
        SourceId one = new SourceId(PARTY, 1);
        assertRefused(() -> new Correction(S1, one, one, Correction.Reason.RECOUNT));
        assertRefused(() -> new SourceId(PARTY, 0));
        assertRefused(() -> new SourceId(PARTY, SourceId.NUMBER_MOST + 1));
        assertEquals("party/1", one.toString());
    }

    @Test
    void aSignaturePlaceStandsOnce() {
        SignatureSlot first = new SignatureSlot(SignatureSlot.Role.MEMBER, null, 1, SignatureSlot.State.SIGNED);
        SignatureSlot again = new SignatureSlot(SignatureSlot.Role.MEMBER, null, 1, SignatureSlot.State.ABSENT);
        SignatureSlot second = new SignatureSlot(SignatureSlot.Role.MEMBER, null, 2, SignatureSlot.State.ABSENT);
        assertEquals(
                2, new SignatureSlots(S1, PARTY, List.of(first, second)).slots().size());
        assertRefused(() -> new SignatureSlots(S1, PARTY, List.of(first, again)));
        assertRefused(() -> new SignatureSlot(SignatureSlot.Role.MEMBER, null, 0, SignatureSlot.State.ABSENT));
        assertRefused(() -> new SignatureSlot(SignatureSlot.Role.MEMBER, null, 65, SignatureSlot.State.ABSENT));
    }

    @Test
    void aRegisterHasNoContestAndEverythingElseHasOne() {
        Figure a = new Figure.OfCandidate(new CandidateId("A"));
        assertEquals(
                1,
                source(Source.Kind.COPIES, new ContestId("president"), List.of(a), null)
                        .figures()
                        .size());
        assertRefused(() -> source(Source.Kind.COPIES, null, List.of(a), null));
        assertRefused(() -> source(Source.Kind.REGISTER, new ContestId("president"), List.of(), null));
        assertRefused(() -> source(Source.Kind.COPIES, new ContestId("president"), List.of(a, a), null));
        assertRefused(() -> source(
                Source.Kind.COPIES, new ContestId("president"), List.of(a), Instant.parse("2024-07-28T22:00:00.5Z")));
        assertRefused(() -> source(
                Source.Kind.COPIES, new ContestId("president"), List.of(a), Instant.parse("1969-12-31T23:59:59Z")));
    }

    @Test
    void aRegisterCarriesNoFigures() {
        assertRefused(() -> source(Source.Kind.REGISTER, null, List.of(Figure.Count.REGISTERED), null));
    }

    private static Source source(
            Source.Kind kind, @Nullable ContestId contest, List<Figure> figures, @Nullable Instant publishedAt) {
        return new Source(
                new SourceId(PARTY, 1),
                kind,
                contest,
                Provenance.PUBLISHED,
                figures,
                publishedAt,
                false,
                Sha256.of(new byte[0]));
    }

    private static void assertRefused(Runnable made) {
        assertThrows(IllegalArgumentException.class, made::run);
    }
}
