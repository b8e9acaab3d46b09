package org.cotejo.sim;

import java.util.List;
import org.cotejo.custody.AuditDue;
import org.cotejo.entry.Entry;

/** The audits that the invented law demands: those before the election are held, of those after it the last is still to come. */
final class AuditCalendar {
    private record Demand(String id, String title, String law, int daysAfterElection, boolean isHeld) {}

    private static final List<Demand> DEMANDS = List.of(
            new Demand("software", "Auditoría del programa de las máquinas", "Ley del Voto, art. 41", -60, true),
            new Demand("registro", "Auditoría del registro electoral", "Ley del Voto, art. 42", -30, true),
            new Demand("verificacion", "Verificación ciudadana del cierre", "Ley del Voto, art. 57", 1, true),
            new Demand("datos", "Auditoría de la transmisión de datos", "Ley del Voto, art. 58", 5, true),
            new Demand("posterior", "Auditoría posterior de las cajas", "Ley del Voto, art. 59", 40, false));

    private AuditCalendar() {}

    /** The calendar as it was published before the election. */
    static void publish(Scribe scribe) {
        DEMANDS.forEach(demand -> scribe.add(new Entry.AuditScheduled(audit(demand, false))));
    }

    /** What became of the audits. */
    static void close(Scribe scribe, Liars liars) {
        for (Demand demand : DEMANDS) {
            AuditDue outcome = liars.audit(audit(demand, demand.isHeld()));
            if (outcome.state() != AuditDue.State.PLANNED) {
                scribe.add(new Entry.AuditScheduled(outcome));
            }
        }
    }

    private static AuditDue audit(Demand demand, boolean isDone) {
        var due = Days.ELECTION.plusDays(demand.daysAfterElection());
        return new AuditDue(
                demand.id(),
                demand.title(),
                demand.law(),
                due,
                isDone ? AuditDue.State.DONE : AuditDue.State.PLANNED,
                isDone ? due : null);
    }
}
