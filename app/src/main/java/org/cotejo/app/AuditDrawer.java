package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditDrawing;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.custody.AuditPlan;
import org.cotejo.folder.FolderWriter;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit draw}: records the seed and what it draws, or goes on with the same seed. */
final class AuditDrawer {
    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;

    AuditDrawer(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, AuditReport audit) {
        AuditCommand.refuseVoid(audit);
        AuditPlan plan = Objects.requireNonNull(audit.plan());
        DrawTaking taking = DrawTaking.of(
                audits,
                audit,
                Options.text(spec, "--seed"),
                () -> PlanMaking.refuseUnsettled(audits.all().boxes(), audit.id(), plan.contest(), plan.claim()));
        boolean isFull = Options.isSet(spec, "--all");
        int count = count(audit, plan, taking.known(), isFull);
        taking.commit(writer, LocalDate.now(clock), isFull, AuditDrawing.draw(taking.seed(), audit.weights(), count));
        FolderAudits after = new FolderAudits(audits.folder());
        AuditReport now = after.one(audit.id());
        new AuditText(console).pullList(now);
        String into = Options.text(spec, "--into");
        if (into != null) {
            AuditForms.write(after, new JudgedAudits.One.OfBoxes(now), Path.of(into), console);
        }
        return Exit.PROVEN;
    }

    /** How many draws there will be together. */
    private int count(AuditReport audit, AuditPlan plan, int known, boolean isFull) {
        if (isFull && known > 0) {
            return known;
        }
        String text = Options.text(spec, "--count");
        if (text != null) {
            int count = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
            if (count <= known || count > AuditPlan.DRAWS_MOST) {
                throw AuditProblem.VALUE.of(
                        "--count",
                        text,
                        "the number of draws in all, from " + (known + 1) + " to " + AuditPlan.DRAWS_MOST,
                        "el número de sorteos en total, de " + (known + 1) + " a " + AuditPlan.DRAWS_MOST);
            }
            return count;
        }
        if (known == 0) {
            return plan.draws();
        }
        Integer further = audit.binding().further();
        int wanted = further == null ? known : audit.reckoned() + further;
        if (!audit.toCount().isEmpty() || wanted <= known) {
            throw AuditProblem.VALUE.of(
                    "--count",
                    "",
                    "the number of draws in all, or no more draws while boxes are out or the audit is settled",
                    "el número de sorteos en total, o ningún sorteo mientras falten cajas o la auditoría esté"
                            + " resuelta");
        }
        return Math.min(wanted, AuditPlan.DRAWS_MOST);
    }
}
