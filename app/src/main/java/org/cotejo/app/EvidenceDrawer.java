package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.evidence.EvidenceDrawing;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.folder.FolderWriter;
import org.jspecify.annotations.Nullable;
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
        AuditSeed onRecord = audit.seed();
        AuditSeed seed = SeedTaking.take(audits, audit, Options.text(spec, "--seed"));
        if (onRecord == null) {
            EvidencePlanning.refuseUnsettled(audits.all().evidence(), plan);
        } else if (!(audit.state() instanceof AuditState.Counting) && !(audit.state() instanceof AuditState.Seeded)) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        boolean isFull = Options.isSet(spec, "--all");
        AuditDraw before = audit.draw();
        AuditDraw draw = new AuditDraw(
                audit.id(),
                Objects.requireNonNull(audit.newest(Commitment.Kind.PLAN)),
                Sha256.of(seed.bytes()),
                isFull,
                EvidenceDrawing.draw(seed, audit.audited().results(), count(plan, before, isFull)));
        AuditChange change = new AuditChange(audits, writer, audit.id(), LocalDate.now(clock));
        if (onRecord == null) {
            change.add(Commitment.Kind.SEED, seed.bytes());
        }
        if (isFull && !(audit.state() instanceof AuditState.Counting)) {
            // Every check of all begins as a sample: the order of the states asks for it.
            change.add(
                    Commitment.Kind.DRAW,
                    new AuditDraw(draw.audit(), draw.plan(), draw.seed(), false, draw.draws()).bytes());
        }
        change.add(Commitment.Kind.DRAW, draw.bytes());
        change.commit();
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
    private int count(EvidencePlan plan, @Nullable AuditDraw before, boolean isFull) {
        int known = before == null ? 0 : before.draws().size();
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
