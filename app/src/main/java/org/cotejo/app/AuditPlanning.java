package org.cotejo.app;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditPlanner;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.BoundNote;
import org.cotejo.audit.boxes.BoxClaim;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditPlan;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.FolderWriter;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo audit plan}: makes the plan of an audit of boxes and commits to it. */
final class AuditPlanning {
    private static final int EXPECTED_MOST = 1_000;

    private final CommandSpec spec;
    private final Console console;
    private final Clock clock;
    private final AuditOptions options;

    AuditPlanning(CommandSpec spec, Console console, Clock clock) {
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
        boolean isSheets = options.isSheets(false);
        int winners = winners();
        AuditPlan.Test test = test();
        BigDecimal limit = limit();
        List<BigDecimal> expected = expected();
        int draws = (int) Options.number(spec, "--draws", 0, AuditPlan.DRAWS_MOST);
        return switch (BoxClaim.of(election, result, isSheets, winners, options.bounds(frame.register()))) {
            case BoxClaim.NotAuditable(Sentence reason) -> {
                PlanMaking.notAuditable(console, reason);
                yield Exit.UNCHECKED;
            }
            case BoxClaim.Auditable claim -> {
                AuditPlan plan = AuditPlanner.plan(
                        claim,
                        new AuditPlanner.Wishes(
                                id,
                                election.dossier().definition().id(),
                                result.contest().id(),
                                PlanMaking.claim(result, isSheets),
                                winners,
                                limit,
                                test,
                                expected,
                                draws));
                PlanMaking.refuseUnsettled(audits.all().boxes(), id, plan.contest(), plan.claim());
                tell(plan, claim, frame);
                if (writer != null) {
                    commit(audits, writer, plan, claim);
                    PlanMaking.next(console, frame);
                }
                yield Exit.PROVEN;
            }
        };
    }

    /** One: the definition says nothing of seats, so more could not be held against anything. */
    private int winners() {
        int winners = (int) Options.number(spec, "--winners", 1, 100);
        if (winners > 1) {
            throw value(
                    "--winners",
                    String.valueOf(winners),
                    "1: definitions say nothing of seats yet",
                    "1: las definiciones aún no dicen nada de escaños");
        }
        return winners;
    }

    private AuditPlan.Test test() {
        String name = Objects.requireNonNull(Options.text(spec, "--test"));
        return AuditPlan.testNamed(name)
                .orElseThrow(() -> value(
                        "--test", name, "kaplan-wald, kaplan-markov or alpha", "kaplan-wald, kaplan-markov o alpha"));
    }

    private BigDecimal limit() {
        BigDecimal limit = options.share("--risk-limit");
        if (limit.signum() <= 0 || limit.compareTo(new BigDecimal("0.5")) >= 0) {
            throw value(
                    "--risk-limit",
                    String.valueOf(Options.text(spec, "--risk-limit")),
                    "above 0 and below 50%, such as 5%",
                    "más de 0 y menos de 50%, como 5%");
        }
        return limit;
    }

    private List<BigDecimal> expected() {
        List<BigDecimal> all = new ArrayList<>();
        for (String texts : Options.texts(spec, "--expect")) {
            for (String text : texts.split(",", -1)) {
                BigDecimal taint = AuditOptions.decimal(text.strip());
                if (taint == null || taint.compareTo(BigDecimal.ONE) > 0 || all.size() == EXPECTED_MOST) {
                    throw value(
                            "--expect", text, "a taint from 0 to 1, such as 0.04", "una mancha de 0 a 1, como 0.04");
                }
                all.add(taint);
            }
        }
        return all;
    }

    private static RuntimeException value(String option, String given, String en, String es) {
        return AuditProblem.VALUE.of(option, given, en, es);
    }

    private void tell(AuditPlan plan, BoxClaim.Auditable claim, Frame frame) {
        console.print(new Sentence("Audit {0} of {1}, contest {2}", "Auditoría {0} de {3}, contienda {2}")
                .with(
                        plan.audit(),
                        plan.claim().sentence().en(),
                        plan.contest(),
                        plan.claim().sentence().es()));
        console.print(new Sentence(
                        "  {0} boxes; for {1} of them nothing is claimed; {2} voters at stations that nobody lists",
                        "  {0} cajas; de {1} no se afirma nada; {2} electores en mesas que nadie lista")
                .with(claim.manifest().boxes().size(), claim.phantoms(), claim.unauditable()));
        plan.losers()
                .forEach(loser -> plan.winners()
                        .forEach(winner -> console.print(
                                new Sentence("  {0} {1}, {2} {3}: margin {4}", "  {0} {1}, {2} {3}: margen {4}")
                                        .with(
                                                winner,
                                                total(claim, winner),
                                                loser,
                                                total(claim, loser),
                                                total(claim, winner) - total(claim, loser) - claim.unauditable()))));
        console.print(new Sentence(
                        "  risk limit {0}; binding test {1}; total bound U {2}; planned draws {3}",
                        "  límite de riesgo {0}; prueba que decide {1}; cota total U {2}; sorteos previstos {3}")
                .with(
                        plan.limit().toPlainString(),
                        plan.test().key(),
                        plan.totalBound().decimal(4).toPlainString(),
                        plan.draws()));
        if (claim.overclaimed() > 0) {
            console.print(new Sentence(
                            "  NOTE: of {0} boxes more votes are claimed than they can hold",
                            "  AVISO: de {0} cajas se afirman más votos de los que pueden tener")
                    .with(claim.overclaimed()));
        }
        BoundNote.of(frame.isRegisterImported(), claim.manifest()).forEach(note -> PlanMaking.note(console, note));
        if (plan.draws() > claim.manifest().boxes().size()) {
            console.print(new Sentence(
                    "  NOTE: so many draws come near to counting every box",
                    "  AVISO: tantos sorteos se acercan a contar todas las cajas"));
        }
    }

    private static long total(BoxClaim.Auditable claim, org.cotejo.definition.CandidateId candidate) {
        return claim.results().total(claim.results().candidates().indexOf(candidate));
    }

    private void commit(FolderAudits audits, FolderWriter writer, AuditPlan plan, BoxClaim.Auditable claim) {
        new PlanMaking.Files(
                        new Sentence("  results  {0}", "  resultados  {0}"),
                        claim.results().bytes(),
                        new Sentence("  boxes    {0}", "  cajas       {0}"),
                        claim.manifest().bytes(),
                        plan.bytes())
                .commit(new AuditChange(audits, writer, plan.audit(), LocalDate.now(clock)), console);
    }
}
