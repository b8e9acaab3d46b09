package org.cotejo.app;

import java.util.List;
import java.util.Locale;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.HardCheck;
import org.cotejo.audit.forensics.Indicator;
import org.cotejo.audit.forensics.IndicatorResult;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.Reconciliation;

/** Prints indicators in one table, each with its caution, its base rate and what else sets it off. */
final class ForensicsText {
    private static final int SHOWN_MOST = 10;

    private final Reconciliation reconciliation;
    private final Console console;

    ForensicsText(Reconciliation reconciliation, Console console) {
        this.reconciliation = reconciliation;
        this.console = console;
    }

    void write(List<ForensicsCommand.Looked> looked) {
        looked.forEach(this::contest);
    }

    private void contest(ForensicsCommand.Looked looked) {
        ForensicReport report = looked.report();
        String leader =
                looked.result().contest().candidates().get(report.leader()).name();
        console.print("");
        console.print("== " + looked.result().contest().title() + " ==");
        console.print(new Sentence(
                        looked.figures().isAnnounced()
                                ? "{0} stations, as announced; the candidate looked at is {1}."
                                : "{0} stations by their sheets; the candidate looked at is {1}.",
                        looked.figures().isAnnounced()
                                ? "{0} mesas, según lo anunciado; se mira a {1}."
                                : "{0} mesas según sus actas; se mira a {1}.")
                .with(report.stations(), leader));
        hardChecks(looked);
        console.print("");
        console.print(new Sentence(
                        "Indicators, a fixed list, corrected together (Benjamini-Hochberg). Each is {0}.",
                        "Indicios, una lista fija, corregidos en conjunto (Benjamini-Hochberg). Cada uno es {0}.")
                .with(Indicator.caution().in(console.language())));
        report.indicators().forEach(this::indicator);
        pairs(looked);
        zeros(looked);
        console.print("");
        long out = report.standingOut();
        console.print(new Sentence(
                        out == 0
                                ? "No indicator stands out. That proves nothing either: a careful falsification sets none off."
                                : "Indicators that stand out: {0}. They are hints, not proof; look first for the other causes that are named.",
                        out == 0
                                ? "Ningún indicio destaca. Eso tampoco prueba nada: una falsificación cuidadosa no activa ninguno."
                                : "Indicios que destacan: {0}. No son una prueba; busque primero las otras causas que se nombran.")
                .with(out));
    }

    private void indicator(IndicatorResult result) {
        Indicator indicator = result.indicator();
        console.print("");
        console.print((result.standsOut() ? " ! " : "   ") + indicator.what().in(console.language()) + " ("
                + indicator.key() + ")");
        line("result", "resultado", result.said().in(console.language()));
        if (!result.isAsked()) {
            return;
        }
        line(
                "chance",
                "azar",
                "n = " + result.n() + ", p = " + number(result.p())
                        + (Double.isNaN(result.adjusted())
                                ? ""
                                : new Sentence(", corrected ", ", corregido ").in(console.language())
                                        + number(result.adjusted()))
                        + "; " + Indicator.caution().in(console.language()));
        line("if honest", "si es honesto", indicator.nullHypothesis().in(console.language()));
        if (!Double.isNaN(indicator.baseRate())) {
            line(
                    "base rate",
                    "tasa base",
                    new Sentence(
                                    "up to {0} of simulated honest elections have p of 0.05 or less",
                                    "hasta {0} de las elecciones honestas simuladas tienen p de 0,05 o menos")
                            .with(share(indicator.baseRate()))
                            .in(console.language()));
        }
        line("other causes", "otras causas", indicator.innocent().in(console.language()));
        line("source", "fuente", indicator.source());
    }

    private void line(String en, String es, String text) {
        String label = new Sentence(en, es).in(console.language());
        console.print("     " + label + ": " + text);
    }

    private String number(double p) {
        return decimal(p >= 0.001 ? "%.3f" : "%.1e", p);
    }

    private String share(double rate) {
        return decimal("%.1f %%", 100 * rate);
    }

    private String decimal(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return console.language().equals("es") ? text.replace('.', ',') : text;
    }

    private void hardChecks(ForensicsCommand.Looked looked) {
        List<HardCheck> found = looked.report().hardChecks();
        console.print(new Sentence(
                        "{0} things at single stations that can't be, whatever people voted:",
                        "{0} cosas en mesas sueltas que no pueden ser, haya votado la gente lo que haya votado:")
                .with(found.size()));
        for (HardCheck check : found.subList(0, Math.min(SHOWN_MOST, found.size()))) {
            console.print("     " + station(looked, check.station()) + ": "
                    + check.kind().what().in(console.language())
                    + (check.other() < 0 ? "" : " (" + station(looked, check.other()) + ")") + ". "
                    + check.kind().innocent().in(console.language()));
        }
        more(found.size());
    }

    private void more(int size) {
        if (size > SHOWN_MOST) {
            console.print("     "
                    + new Sentence("... and {0} more, in --json", "... y {0} más, en --json")
                            .with(size - SHOWN_MOST)
                            .in(console.language()));
        }
    }

    private void pairs(ForensicsCommand.Looked looked) {
        for (ForensicReport.Pair pair : looked.report().duplicates()) {
            console.print("     "
                    + new Sentence("the same result: {0} and {1}", "el mismo resultado: {0} y {1}")
                            .with(station(looked, pair.first()), station(looked, pair.second()))
                            .in(console.language()));
        }
    }

    private void zeros(ForensicsCommand.Looked looked) {
        List<ForensicReport.Spot> zeros = looked.report().zeros();
        for (ForensicReport.Spot zero : zeros.subList(0, Math.min(SHOWN_MOST, zeros.size()))) {
            console.print("     "
                    + new Sentence("no vote for {0} at {1}", "ningún voto para {0} en {1}")
                            .with(
                                    looked.result()
                                            .contest()
                                            .candidates()
                                            .get(zero.option())
                                            .name(),
                                    station(looked, zero.station()))
                            .in(console.language()));
        }
        more(zeros.size());
    }

    private String station(ForensicsCommand.Looked looked, int row) {
        Register register = reconciliation.dossier().frame().register();
        return register.codeText(looked.figures().station()[row]);
    }
}
