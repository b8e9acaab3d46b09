package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.evidence.EvidenceDrawing;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.folder.FolderWriter;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit draw} of an audit of the evidence: records the seed and the stations of a stage, or asks for every sheet. */
final class EvidenceDrawer {
    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;

    EvidenceDrawer(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
    }

    int run(FolderAudits audits, FolderWriter writer, EvidenceReport audit) {
        AuditCommand.refuseVoid(audit);
        EvidencePlan plan = Objects.requireNonNull(audit.plan());
        DrawTaking taking = DrawTaking.of(
                audits,
                audit,
                Options.text(spec, "--seed"),
                () -> PlanMaking.refuseUnsettled(audits.all().evidence(), audit.id(), plan.contest(), plan.claim()));
        boolean isFull = Options.isSet(spec, "--all");
        taking.commit(
                writer,
                LocalDate.now(clock),
                isFull,
                EvidenceDrawing.draw(taking.seed(), audit.audited().results(), count(plan, taking.known(), isFull)));
        FolderAudits after = new FolderAudits(audits.folder());
        EvidenceReport now = after.evidence(audit.id());
        new EvidenceText(console).pullList(now);
        String into = Options.text(spec, "--into");
        if (into != null) {
            AuditForms.write(after, new JudgedAudits.One.OfEvidence(now), Path.of(into), console);
        }
        return Exit.PROVEN;
    }

    /** How many stations there will be in all: those of the next stage, or of the one that is named. */
    private int count(EvidencePlan plan, int known, boolean isFull) {
        if (isFull && known > 0) {
            return known;
        }
        List<Integer> left =
                plan.stages().stream().filter(stage -> stage > known).toList();
        String text = Options.text(spec, "--count");
        int wanted = text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (left.isEmpty() || text != null && !left.contains(wanted)) {
            throw AuditProblem.VALUE.of(
                    "--count",
                    text == null ? "" : text,
                    left.isEmpty()
                            ? "no further draw: every stage of the plan is drawn; --all asks for every sheet"
                            : "a stage of the plan that is not drawn yet: " + left,
                    left.isEmpty()
                            ? "ningún sorteo más: están sorteadas todas las etapas del plan; --all pide todas las actas"
                            : "una etapa del plan aún sin sortear: " + left);
        }
        return text == null ? left.getFirst() : wanted;
    }
}
