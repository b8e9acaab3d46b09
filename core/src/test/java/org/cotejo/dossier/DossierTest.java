package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.bulletin.Subject;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.FiguresBytes;
import org.junit.jupiter.api.Test;

/** What folding keeps, of each kind of entry. */
class DossierTest {
    private static final StationCode S1 = new StationCode("S1");
    private static final CustodianId PARTY = new CustodianId("party");

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B")
                .contest("mayor", "X")
                .side("opposition", "party")
                .side("authority", "cne")
                .copies("party", "A B", "S1: 1 2", "S2: 3 4")
                .copies(ElectionInBytes.given("party").in("mayor"), "X", "S2: 5")
                .announced("cne", "A", "S1: 7");
    }

    @Test
    void rowsOfAStationComeInTheOrderOfEntries() {
        Dossier dossier = election().dossier();
        assertEquals(4, dossier.rows());
        assertEquals(List.of("party/1 1,2", "cne/1 7"), rows(dossier, 0, 0));
        assertEquals(List.of("party/1 3,4"), rows(dossier, 0, 1));
        assertEquals(List.of(), rows(dossier, 1, 0));
        assertEquals(List.of("party/2 5"), rows(dossier, 1, 1));
    }

    private static List<String> rows(Dossier dossier, int contest, int station) {
        List<String> rows = new ArrayList<>();
        FiguresBytes cursor = new FiguresBytes();
        for (int row = dossier.firstRow(contest, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
            int[] cells = new int[dossier.point(cursor, row).cellCount()];
            cursor.readCells(cells);
            String text = dossier.sources().get(dossier.sourceOf(row)).id().toString();
            rows.add(text + " "
                    + String.join(
                            ",",
                            java.util.Arrays.stream(cells)
                                    .mapToObj(Integer::toString)
                                    .toList()));
        }
        return rows;
    }

    @Test
    void manyRowsAreKept() {
        String[] rows = new String[5_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "S" + i + ": " + i + " 0";
        }
        Dossier dossier = election().copies("cne", "A B", rows).dossier();
        assertEquals(5_004, dossier.rows());
        int last = dossier.frame().register().find(new StationCode("S4999"));
        assertEquals(List.of("cne/2 4999,0"), rows(dossier, 0, last));
    }

    @Test
    void recordsAreKeptByStationInTheirOrder() {
        Denial denial = new Denial(S1, Denial.Kind.NOT_POSTED, PARTY, Denial.Form.SIGNED, null, null);
        Incident incident = new Incident(S1, Incident.Kind.VIOLENCE, PARTY, Instant.parse("2024-07-28T20:00:00Z"));
        SignatureSlots slots = new SignatureSlots(S1, PARTY, List.of());
        CustodyEvent event =
                new CustodyEvent(S1, CustodyEvent.Item.BOX, CustodyEvent.Step.SEALED, null, PARTY, "7", null);
        Correction correction =
                new Correction(S1, new SourceId(PARTY, 1), new SourceId(PARTY, 2), Correction.Reason.RECOUNT);
        RosterPlace place = new RosterPlace(S1, PARTY, true);
        Dossier dossier = election()
                .entry(new Entry.DenialStated(denial))
                .entry(new Entry.IncidentReported(incident))
                .entry(new Entry.SignaturesSeen(slots))
                .entry(new Entry.CustodyStepped(event))
                .entry(new Entry.CorrectionMade(correction))
                .entry(new Entry.RosterPlanned(place))
                .denied("S1", Denial.Kind.COPY_REFUSED, "party")
                .dossier();
        StationRecords records = dossier.records(0);
        assertEquals(denial, records.denials().getFirst());
        assertEquals(2, records.denials().size());
        assertEquals(List.of(incident), records.incidents());
        assertEquals(List.of(slots), records.signatures());
        assertEquals(List.of(event), records.custody());
        assertEquals(List.of(correction), records.corrections());
        assertEquals(List.of(place), records.roster());
        assertEquals(List.of(), dossier.records(1).denials());
    }

    @Test
    void recordsOfStationsThatNobodyListsDoNotMixWithThoseOfOthers() {
        Dossier dossier =
                election().denied("S9", Denial.Kind.COPY_REFUSED, "party").dossier();
        assertEquals(List.of(), dossier.records(0).denials());
        assertEquals(
                List.of(List.of("S9")),
                dossier.findings().stream().map(Finding::values).toList());
    }

    @Test
    void theNewestVersionOfAnAnnouncementCountsAndTheOlderStaysInView() {
        Dossier dossier = election()
                .announcement(bulletin("one", 5))
                .announcement(bulletin("two", 6))
                .announcement(bulletin("one", 7))
                .announcement(bulletin("two", 6))
                .dossier();
        assertEquals(List.of(bulletin("one", 7), bulletin("two", 6)), dossier.announcements());
        assertEquals(List.of(bulletin("one", 5)), dossier.replacedAnnouncements());
    }

    private static Announcement bulletin(String id, long votes) {
        return new Announcement(
                id,
                new CustodianId("cne"),
                new ContestId("president"),
                null,
                new Coverage.Full(),
                false,
                List.of(new AnnouncedFigure(new Subject.OfCandidate(new CandidateId("A")), votes, null)));
    }

    @Test
    void theNewestStateOfAnAuditCounts() {
        AuditDue planned = audit(AuditDue.State.PLANNED, null);
        AuditDue done = audit(AuditDue.State.DONE, LocalDate.of(2024, 7, 28));
        Dossier dossier = election()
                .entry(new Entry.AuditScheduled(planned))
                .entry(new Entry.AuditScheduled(done))
                .dossier();
        assertEquals(List.of(done), dossier.audits());
        assertEquals(List.of(), dossier.findings());
    }

    private static AuditDue audit(AuditDue.State state, @org.jspecify.annotations.Nullable LocalDate doneOn) {
        return new AuditDue("a", "Audit", "", LocalDate.of(2024, 7, 28), state, doneOn);
    }

    @Test
    void decisionsAreFoundByTheirStationsInTheirOrder() {
        assertFalse(election().decided(Decision.Kind.CERTIFIED).dossier().hasStationDecisions());
        Dossier dossier = election()
                .decided(Decision.Kind.ANNULLED, "S2", "S9")
                .decided(Decision.Kind.RELEASED, "S2")
                .dossier();
        assertTrue(dossier.hasStationDecisions());
        assertEquals(List.of(), dossier.decisionsAbout(0));
        assertEquals(
                List.of(Decision.Kind.ANNULLED, Decision.Kind.RELEASED),
                dossier.decisionsAbout(1).stream().map(Decision::kind).toList());
        assertEquals(2, dossier.decisions().size());
    }

    @Test
    void aFindingFillsItsSentence() {
        Finding finding = Finding.at(DossierFinding.UNKNOWN_STATION, 0, Finding.NOWHERE, "party", "S9");
        assertTrue(finding.sentence().en().contains("party delivered figures of station S9"));
    }
}
