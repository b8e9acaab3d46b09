package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.evidence.EvidenceReport;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.site.AuditsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit plan|draw|forms|record|risk|bundle|check DIR}. */
final class AuditCommand implements Callable<Integer> {
    private static final String VERBS = "plan, draw, forms, record, risk, bundle or check";
    private static final String VERBOS = "plan, draw, forms, record, risk, bundle o check";

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock;

    AuditCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        Options.positional(spec, "WHAT", VERBS);
        Options.positional(spec, "DIR", "the election folder; for check: a bundle");
        Options.positionals(spec, "FILE", "for record: forms that were filled in (CSV or XLSX)");
        Options.value(spec, "--audit", "ID", null, "which audit; a new id for plan");
        planOptions();
        Options.value(spec, "--seed", "DIGITS", null, "for draw: digits of ten-sided dice, 20 at least");
        Options.value(
                spec,
                "--count",
                "N",
                null,
                "for draw: so many draws in all (default: as planned, then as needed; of the evidence: the next stage)");
        Options.flag(spec, "--all", "for draw: every box is to be counted, or every sheet checked");
        Options.value(
                spec,
                "--into",
                "OUT",
                null,
                "for draw and forms: a folder for pull lists and count forms; for bundle: the bundle");
        Options.flag(spec, "--correct", "for record: replaces what is on record, which stays in view");
        Options.json(spec);
        Options.about(
                spec,
                "The risk-limiting audit of boxes against sheets: plan commits to the claim and the boxes before the seed;"
                        + " draw records the seed and says which boxes to pull; record takes hand counts; risk says what"
                        + " they prove. With --evidence, where boxes are denied or gone: drawn sheets are held against originals"
                        + " and certificates, and risk says how many sheets can be false beside how many it would take."
                        + " Exit code of risk: 0 confirmed or holds, 1 refuted by all boxes or papers, 3 anything else, also where"
                        + " no public log held the plan before the seed. Exit code of check: 1 the bundle is changed or its"
                        + " audit void, 3 intact in itself: only verify can say what the log holds.",
                "cotejo audit plan election --audit boxes-1 --contest president --risk-limit 5%",
                "cotejo audit draw election --audit boxes-1 --seed 71828182845904523536 --into forms",
                "cotejo audit record election --audit boxes-1 counts.csv",
                "cotejo audit risk election --audit boxes-1 --json",
                "cotejo audit plan election --evidence --audit papers-1 --ask observers:original --ask party:certificate",
                "cotejo audit bundle election --audit boxes-1 --into boxes-1",
                "cotejo audit check boxes-1");
    }

    private void planOptions() {
        Options.value(spec, "--contest", "C", null, "for plan: the contest, where there are several");
        Options.value(
                spec,
                "--claim",
                "CLAIM",
                null,
                "for plan: announced, or sheets for the published sheets as a claim of their own (default: announced;"
                        + " with --evidence: sheets)");
        Options.value(spec, "--risk-limit", "PERCENT", "5%", "for plan: chance at most of confirming a false outcome");
        Options.value(
                spec,
                "--test",
                "TEST",
                "kaplan-wald",
                "for plan: the test that decides, kaplan-wald, kaplan-markov or alpha");
        Options.values(spec, "--expect", "TAINT", "for plan: taints that the planned size reckons with, such as 0.02");
        Options.value(spec, "--winners", "N", "1", "for plan: how many are elected; 1 until definitions state seats");
        Options.value(
                spec,
                "--draws",
                "N",
                "0",
                "for plan: so many draws instead of the size that the test needs; 0 for that");
        Options.value(
                spec,
                "--manifest",
                "FILE",
                null,
                "for plan: CSV with station, ballots_at_most from poll books, in place of the register's bounds");
        Options.flag(spec, "--dry-run", "for plan: only say what the plan would be");
        Options.flag(
                spec,
                "--evidence",
                "for plan: hold drawn sheets against originals and certificates instead of boxes, where boxes are denied"
                        + " or gone");
        Options.values(
                spec,
                "--ask",
                "BODY:PAPER",
                "with --evidence: a custodian and original or certificate, such as observers:original; repeatable"
                        + " (default: the original of every custodian)");
        Options.value(spec, "--sides", "N", "1", "with --evidence: so many sides must show a paper that agrees");
        Options.value(spec, "--confidence", "PERCENT", "95%", "with --evidence: confidence of the limit");
        Options.value(
                spec,
                "--stages",
                "N,...",
                null,
                "with --evidence: stations drawn in all after each stage (default: one, as large as needed)");
        Options.value(spec, "--mismatches", "N", "0", "with --evidence: mismatches that the planned size reckons with");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String what = Options.positional(spec, 0);
        Path dir = Options.path(spec, 1);
        if (what.equals("check")) {
            return new AuditBundle(console).check(dir, Options.isSet(spec, "--json"));
        }
        if (!List.of("plan", "draw", "forms", "record", "risk", "bundle").contains(what)) {
            throw AuditProblem.VALUE.of("WHAT", what, VERBS, VERBOS);
        }
        ElectionFolder folder = ElectionFolder.open(dir);
        boolean isChange = what.equals("draw") || what.equals("record") || what.equals("plan");
        if (isChange && !Options.isSet(spec, "--dry-run")) {
            String id = needed("--audit", "ID");
            // The entries are read after the lock was taken: nobody adds others before these are written.
            try (FolderWriter writer = folder.write()) {
                return change(what, new FolderAudits(folder), writer, id);
            }
        }
        FolderAudits audits = new FolderAudits(folder);
        if (what.equals("risk")
                && Options.text(spec, "--audit") == null
                && audits.all().ones().size() == 1) {
            return risk(audits, audits.all().ones().getFirst());
        }
        String id = needed("--audit", "ID");
        return switch (what) {
            case "plan" -> plan(audits, null, id);
            case "forms" -> {
                AuditForms.write(audits, known(audits, id), Path.of(needed("--into", "OUT")), console);
                yield Exit.PROVEN;
            }
            case "bundle" ->
                new AuditBundle(console).write(audits, known(audits, id), Path.of(needed("--into", "OUT")));
            case "risk" -> risk(audits, known(audits, id));
            default -> throw AuditProblem.VALUE.of("--dry-run", what, "plan", "plan");
        };
    }

    private int plan(FolderAudits audits, @Nullable FolderWriter writer, String id) {
        return Options.isSet(spec, "--evidence")
                ? new EvidencePlanning(spec, console, clock).run(audits, writer, id)
                : new AuditPlanning(spec, console, clock).run(audits, writer, id);
    }

    /** The audit of that id; of the evidence where the user says so. */
    private JudgedAudits.One known(FolderAudits audits, String id) {
        return Options.isSet(spec, "--evidence")
                ? new JudgedAudits.One.OfEvidence(audits.evidence(id))
                : audits.any(id);
    }

    private int change(String what, FolderAudits audits, FolderWriter writer, String id) {
        if (what.equals("plan")) {
            return plan(audits, writer, id);
        }
        boolean isDraw = what.equals("draw");
        return switch (known(audits, id)) {
            case JudgedAudits.One.OfBoxes(AuditReport boxes) ->
                isDraw
                        ? new AuditDrawer(spec, console, clock).run(audits, writer, boxes)
                        : new AuditRecording(spec, console, clock).run(audits, writer, boxes, files());
            case JudgedAudits.One.OfEvidence(EvidenceReport evidence) ->
                isDraw
                        ? new EvidenceDrawer(spec, console, clock).run(audits, writer, evidence)
                        : new EvidenceRecording(spec, console, clock).run(audits, writer, evidence, files());
        };
    }

    private List<Path> files() {
        List<Path> files = Options.paths(spec, 2);
        if (files.isEmpty()) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("FILE", "FILE..."));
        }
        return files;
    }

    private String needed(String option, String label) {
        String text = Options.text(spec, option);
        if (text == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at(option, option + " " + label));
        }
        return text;
    }

    private int risk(FolderAudits audits, JudgedAudits.One audit) {
        return switch (audit) {
            case JudgedAudits.One.OfBoxes(AuditReport boxes) -> {
                if (Options.isSet(spec, "--json")) {
                    AuditsJson.write(boxes, console.out());
                } else {
                    AuditText text = new AuditText(console);
                    text.earlier(audits.all().boxes(), boxes);
                    text.risk(boxes);
                }
                yield exit(boxes);
            }
            case JudgedAudits.One.OfEvidence(EvidenceReport evidence) -> {
                if (Options.isSet(spec, "--json")) {
                    AuditsJson.write(evidence, console.out());
                } else {
                    EvidenceText text = new EvidenceText(console);
                    text.earlier(audits.all().evidence(), evidence);
                    text.risk(evidence);
                }
                yield exit(evidence);
            }
        };
    }

    private static int exit(EvidenceReport audit) {
        return switch (audit.verdict()) {
            case HOLDS -> Exit.PROVEN;
            case REFUTED -> Exit.REFUTED;
            case SHEETS_HOLD, UNPUBLISHED, NOT_YET, NOT_EXCLUDED, LIMIT_ONLY, VOID, NOT_SHOWN -> Exit.UNCHECKED;
        };
    }

    /** What a verdict is to those who ask by exit code. */
    static int exit(AuditReport audit) {
        return switch (audit.verdict()) {
            case CONFIRMED -> Exit.PROVEN;
            case REFUTED -> Exit.REFUTED;
            case UNPUBLISHED, NOT_YET, FULL_COUNT_NEEDED, NOT_AUDITABLE, VOID, NOT_SHOWN -> Exit.UNCHECKED;
        };
    }

    /** Refuses to go on with an audit whose record does not hold. */
    static void refuseVoid(JudgedAudit audit) {
        boolean isUsable = !audit.isVoid() && !audit.isHidden();
        boolean isPlanned = !(audit.state() instanceof AuditState.Planned);
        if (!isUsable || !isPlanned) {
            Sentence why = isUsable ? audit.state().sentence() : audit.why();
            throw AuditProblem.STATE.of("--audit", why.en(), why.es());
        }
    }
}
