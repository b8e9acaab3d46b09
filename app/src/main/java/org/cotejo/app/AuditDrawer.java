package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditDrawing;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;
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
        @Nullable String given = Options.text(spec, "--seed");
        AuditSeed onRecord = audit.seed();
        boolean isNew = onRecord == null;
        AuditSeed seed = SeedTaking.take(audits, audit, given);
        if (isNew) {
            AuditPlanning.refuseUnsettled(audits.all().boxes(), plan);
        }
        boolean isFull = Options.isSet(spec, "--all");
        AuditDraw before = audit.draw();
        if (!isNew
                && !(audit.state() instanceof AuditState.Counting)
                && !(audit.state() instanceof AuditState.Seeded)) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        int known = before == null ? 0 : before.draws().size();
        int count = count(audit, plan, known, isFull);
        AuditDraw draw = new AuditDraw(
                audit.id(),
                Objects.requireNonNull(audit.newest(Commitment.Kind.PLAN)),
                Sha256.of(seed.bytes()),
                isFull,
                AuditDrawing.draw(seed, audit.weights(), count));
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        if (isNew) {
            change.add(Commitment.Kind.SEED, seed.bytes());
        }
        if (isFull && !(audit.state() instanceof AuditState.Counting)) {
            // Every full count begins as a sample: the order of the states asks for it.
            change.add(
                    Commitment.Kind.DRAW,
                    new AuditDraw(draw.audit(), draw.plan(), draw.seed(), false, draw.draws()).bytes());
        }
        change.add(Commitment.Kind.DRAW, draw.bytes());
        change.commit();
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
                    "el número de sorteos en total, o ningún sorteo mientras falten cajas o la auditoría esté resuelta");
        }
        return Math.min(wanted, AuditPlan.DRAWS_MOST);
    }
}
