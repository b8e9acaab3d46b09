package org.cotejo.site;

import java.time.LocalDate;
import java.util.List;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;

/** What is on record of the country of paper beside figures: one of each kind. */
final class PaperRecords {
    private PaperRecords() {}

    static void addTo(List<Entry> entries, StationCode denied, StationCode conflicting) {
        CustodianId alliance = new CustodianId("alliance");
        entries.add(new Entry.DenialStated(
                new Denial(denied, Denial.Kind.COPY_REFUSED, alliance, Denial.Form.SWORN, PaperCountry.NIGHT, null)));
        entries.add(new Entry.IncidentReported(
                new Incident(denied, Incident.Kind.INTIMIDATION, new CustodianId("observers"), PaperCountry.NIGHT)));
        entries.add(new Entry.SignaturesSeen(new SignatureSlots(
                conflicting,
                alliance,
                List.of(
                        new SignatureSlot(SignatureSlot.Role.PRESIDING_OFFICER, null, 1, SignatureSlot.State.SIGNED),
                        new SignatureSlot(SignatureSlot.Role.MEMBER, null, 1, SignatureSlot.State.ABSENT),
                        new SignatureSlot(
                                SignatureSlot.Role.PARTY_WITNESS,
                                new SideId("government"),
                                1,
                                SignatureSlot.State.REFUSED)))));
        entries.add(new Entry.CustodyStepped(new CustodyEvent(
                conflicting,
                CustodyEvent.Item.BOX,
                CustodyEvent.Step.HANDED_OVER,
                PaperCountry.AUTHORITY,
                new CustodianId("front"),
                "A-1042",
                PaperCountry.NIGHT)));
        entries.add(new Entry.AuditScheduled(new AuditDue(
                "count",
                "Verificación ciudadana",
                "Ley electoral, art. 437",
                LocalDate.of(2031, 7, 28),
                AuditDue.State.DONE,
                LocalDate.of(2031, 7, 30))));
        entries.add(new Entry.AuditScheduled(new AuditDue(
                "phase-2",
                "Auditoría de telecomunicaciones",
                "",
                LocalDate.of(2031, 7, 29),
                AuditDue.State.CANCELLED,
                null)));
        entries.add(new Entry.DecisionMade(new Decision(
                "ts-1",
                "Tribunal Supremo",
                Decision.Kind.CERTIFIED_WITHOUT_FIGURES,
                LocalDate.of(2031, 8, 22),
                null,
                List.of())));
    }
}
