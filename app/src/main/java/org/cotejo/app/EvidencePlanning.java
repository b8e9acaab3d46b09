package org.cotejo.app;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.BoundNote;
import org.cotejo.audit.evidence.EvidenceClaim;
import org.cotejo.audit.evidence.EvidencePlanner;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.FolderWriter;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit plan --evidence}: makes the plan of an audit of the evidence and commits to it. */
final class EvidencePlanning {
    private static final int MISMATCHES_MOST = 1_000_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;
    private final AuditOptions options;

    EvidencePlanning(CommandSpec spec, Console console, Clock clock) {
        this.spec = spec;
        this.console = console;
        this.clock = clock;
        this.options = new AuditOptions(spec);
    }

    /** Without a writer it only says what the plan would be. */
    int run(FolderAudits audits, @Nullable FolderWriter writer, String id) {
        Frame frame = audits.folder().frame(audits.blocks());
        AuditOptions.checkNew(frame, id);
        Reconciliation election = audits.election();
        ContestResult result = options.contest(election);
        ElectionDefinition definition = election.dossier().definition();
        boolean isSheets = options.isSheets(true);
        BigDecimal confidence = confidence();
        List<EvidenceAsk> asked = asked(definition);
        int sides = sides(definition, asked);
        int mismatches = (int) Options.number(spec, "--mismatches", 0, MISMATCHES_MOST);
        return switch (EvidenceClaim.of(election, result, isSheets, options.bounds(frame.register()))) {
            case EvidenceClaim.NotAuditable(Sentence reason) -> {
                PlanMaking.notAuditable(console, reason);
                yield Exit.UNCHECKED;
            }
            case EvidenceClaim.Sheets claim -> {
                EvidencePlan plan = EvidencePlanner.plan(
                        claim,
                        new EvidencePlanner.Wishes(
                                id,
                                definition.id(),
                                result.contest().id(),
                                PlanMaking.claim(result, isSheets),
                                confidence,
                                sides,
                                asked,
                                stages(claim, confidence, mismatches)));
                PlanMaking.refuseUnsettled(audits.all().evidence(), id, plan.contest(), plan.claim());
                new EvidenceText(console).plan(plan);
                BoundNote.of(frame.isRegisterImported(), claim.bounds())
                        .forEach(note -> PlanMaking.note(console, note));
                if (writer != null) {
                    commit(audits, writer, plan, claim);
                    PlanMaking.next(console, frame);
                }
                yield Exit.PROVEN;
            }
        };
    }

    private BigDecimal confidence() {
        BigDecimal confidence = options.share("--confidence");
        if (confidence.compareTo(HALF) < 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
            throw AuditProblem.VALUE.of(
                    "--confidence",
                    String.valueOf(Options.text(spec, "--confidence")),
                    "50% or more and below 100%, such as 95%",
                    "50% o más y menos de 100%, como 95%");
        }
        return confidence;
    }

    private List<EvidenceAsk> asked(ElectionDefinition definition) {
        List<String> wanted = Options.texts(spec, "--ask");
        if (wanted.isEmpty()) {
            return definition.custodians().stream()
                    .map(custodian -> new EvidenceAsk(custodian.id(), EvidenceAsk.Paper.ORIGINAL))
                    .toList();
        }
        List<EvidenceAsk> asked = new ArrayList<>();
        for (String text : wanted) {
            int colon = text.lastIndexOf(':');
            Custodian custodian = definition.custodians().stream()
                    .filter(one -> colon > 0 && one.id().value().equals(text.substring(0, colon)))
                    .findFirst()
                    .orElse(null);
            EvidenceAsk.Paper paper =
                    EvidenceAsk.Paper.named(text.substring(colon + 1)).orElse(null);
            if (custodian == null || paper == null) {
                String known = definition.custodians().stream()
                        .map(one -> one.id().value())
                        .collect(Collectors.joining(", "));
                throw AuditProblem.VALUE.of(
                        "--ask",
                        text,
                        "a custodian (" + known + "), a colon, and original or certificate",
                        "un custodio (" + known + "), dos puntos, y original o certificate");
            }
            asked.add(new EvidenceAsk(custodian.id(), paper));
        }
        return asked;
    }

    private int sides(ElectionDefinition definition, List<EvidenceAsk> asked) {
        int known = (int) asked.stream()
                .map(ask -> definition.sideOf(ask.custodian()))
                .distinct()
                .count();
        int sides = (int) Options.number(spec, "--sides", 1, 100);
        if (sides > known) {
            throw AuditProblem.VALUE.of(
                    "--sides",
                    String.valueOf(sides),
                    "at most " + known + ", the sides of those who are asked",
                    "a lo sumo " + known + ", las partes de aquellos a quienes se pide");
        }
        return sides;
    }

    private List<Integer> stages(EvidenceClaim.Sheets claim, BigDecimal confidence, int mismatches) {
        String text = Options.text(spec, "--stages");
        int most = Math.min(claim.size(), AuditPlan.DRAWS_MOST);
        if (text == null) {
            OptionalInt size = EvidencePlanner.size(claim, confidence, mismatches);
            if (size.isPresent()) {
                return List.of(size.getAsInt());
            }
            throw AuditProblem.VALUE.of(
                    "--stages",
                    "",
                    "numbers of stations, from 1 to " + most
                            + ": none follows from the number of false sheets it takes",
                    "números de mesas, de 1 a " + most
                            + ": ninguno se sigue de cuántas actas falsas hacen falta, que acota un registro o"
                            + " --manifest");
        }
        List<Integer> stages = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(one -> one.matches("[0-9]{1,7}") ? Integer.parseInt(one) : 0)
                .toList();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) <= (i == 0 ? 0 : stages.get(i - 1))
                    || stages.get(i) > most
                    || stages.size() > EvidencePlan.STAGES_MOST) {
                throw AuditProblem.VALUE.of(
                        "--stages",
                        text,
                        "up to " + EvidencePlan.STAGES_MOST + " rising numbers of stations, from 1 to " + most,
                        "hasta " + EvidencePlan.STAGES_MOST + " números crecientes de mesas, de 1 a " + most);
            }
        }
        return stages;
    }

    private void commit(FolderAudits audits, FolderWriter writer, EvidencePlan plan, EvidenceClaim.Sheets claim) {
        new PlanMaking.Files(
                        new Sentence("  sheets   {0}", "  actas       {0}"),
                        claim.results().bytes(),
                        new Sentence("  bounds   {0}", "  cotas       {0}"),
                        claim.bounds().bytes(),
                        plan.bytes())
                .commit(new AuditChange(audits, writer, plan.audit(), LocalDate.now(clock)), console);
    }
}
