package org.cotejo.app;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.FigureCheck;
import org.cotejo.bounds.Judgement;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.Totals;
import org.cotejo.site.ContestReport;
import org.cotejo.site.ReportInput;

/** Prints the result of reconciling in plain words: the verdict first, then why. */
final class ReportText {
    private static final int LATE_SHOWN = 20;

    private final ReportInput report;
    private final Console console;
    private final NumberFormat numbers;

    ReportText(ReportInput report, Console console) {
        this.report = report;
        this.console = console;
        this.numbers = NumberFormat.getIntegerInstance(
                console.language().equals("es") ? Locale.of("es", "VE") : Locale.ENGLISH);
    }

    void write() {
        for (ContestReport contest : report.contests()) {
            contest(contest);
        }
        signatures();
        lateStations();
        findings();
    }

    private void contest(ContestReport contest) {
        ContestResult result = contest.result();
        console.print("");
        console.print("== " + result.contest().title() + " ==");
        contest.announcements().forEach(this::judgement);
        bounds(contest.bounds());
        say(
                "Stations: {0}; with copies that count: {1}; announced: {2}; missing: {3}.",
                "Mesas: {0}; con copias que cuentan: {1}; anunciadas: {2}; sin nada: {3}.",
                report.reconciliation().stations(),
                result.stationsWithCopies(),
                result.stationsAnnounced(),
                result.counts().getOrDefault(StationState.MISSING, 0));
        for (Map.Entry<StationState, Integer> state : result.counts().entrySet()) {
            if (state.getValue() > 0) {
                console.print(
                        "  " + padded(state.getValue()) + "  " + state.getKey().key() + ": "
                                + state.getKey().sentence().in(console.language()));
            }
        }
        totals(result);
    }

    private void totals(ContestResult result) {
        Totals totals = result.totals();
        long valid = Math.max(totals.valid().orElse(0), 1);
        say("Votes on the sheets that count:", "Votos en las actas que cuentan:");
        for (int i = 0; i < totals.candidates(); i++) {
            long votes = totals.candidate(i).orElse(0);
            long tenths = Math.floorDiv(votes * 10_000 + valid / 2, valid);
            String share = "%d.%02d %%".formatted(tenths / 100, tenths % 100);
            console.print("  " + padded(votes) + "  " + " ".repeat(8 - Math.min(8, share.length())) + share + "  "
                    + result.contest().candidates().get(i).name());
        }
    }

    private void judgement(Judgement judgement) {
        console.print("* " + judgement.announcement().id() + ": "
                + judgement.headline().in(console.language()));
        judgement.checks().stream()
                .filter(check -> check.reach() == FigureCheck.Reach.IMPOSSIBLE)
                .limit(2)
                .flatMap(check -> check.steps().stream())
                .forEach(step -> console.print("    " + step.in(console.language())));
        if (judgement.roundingBack() != null) {
            judgement.findings().stream()
                    .filter(finding -> finding.kind().code().equals("ANN-308"))
                    .forEach(
                            finding -> console.print("    " + finding.sentence().in(console.language())));
            console.print("    p = " + judgement.roundingBack().chance().scientific(4) + ", "
                    + judgement.roundingBack().chanceByCounting().scientific(4)
                    + new Sentence(" by enumeration", " por enumeración").in(console.language()));
        }
    }

    private void bounds(Bounds bounds) {
        console.print("* " + bounds.conclusion().in(console.language()));
    }

    private void signatures() {
        Map<SignatureVerdict, Integer> counts =
                report.reconciliation().dossier().signatureCounts();
        if (!counts.isEmpty()) {
            say("Signed sheets:", "Actas firmadas:");
            counts.forEach((verdict, count) -> console.print(
                    "  " + padded(count) + "  " + verdict.sentence().in(console.language())));
        }
    }

    /** Stations that nobody committed to before the vote are named one by one, as far as a screen holds them. */
    private void lateStations() {
        Frame frame = report.reconciliation().dossier().frame();
        int late = frame.stationsAfterFreeze();
        if (late > 0) {
            say(
                    "Stations that are not in the committed definition: {0}",
                    "Mesas que no están en la definición comprometida: {0}", late);
            Register register = frame.register();
            IntStream.range(register.size() - late, register.size())
                    .limit(LATE_SHOWN)
                    .forEach(station -> console.print("  " + register.codeText(station)));
            if (late > LATE_SHOWN) {
                console.print("  ...");
            }
        }
    }

    private void findings() {
        say("Findings by code:", "Hallazgos por código:");
        report.findingCounts().forEach((code, count) -> console.print("  " + padded(count) + "  " + code));
    }

    private void say(String en, String es, long... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = numbers.format(values[i]);
        }
        console.print(new Sentence(en, es).with(texts));
    }

    private String padded(long value) {
        String text = numbers.format(value);
        return " ".repeat(Math.max(0, 12 - text.length())) + text;
    }
}
