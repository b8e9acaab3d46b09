package org.cotejo.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.audit.quickcount.Publisher;
import org.cotejo.audit.quickcount.PublishingRule;
import org.cotejo.audit.quickcount.QuickCount;
import org.cotejo.audit.quickcount.QuickDesign;
import org.cotejo.audit.quickcount.QuickEstimate;
import org.cotejo.audit.quickcount.Report;
import org.cotejo.audit.quickcount.Verdict;
import org.cotejo.base.Where;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.polls.ColumnNames;
import org.cotejo.polls.EstimateChart;
import org.cotejo.polls.EstimateJson;
import org.cotejo.polls.EstimatePage;
import org.cotejo.polls.EstimateText;
import org.cotejo.polls.FolderStations;
import org.cotejo.polls.PollProblem;
import org.cotejo.polls.Reports;
import org.cotejo.polls.ReportsFile;
import org.cotejo.polls.SampleFile;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.site.ReportInput;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo quickcount estimate --sample FILE --reports FILE|--folder DIR [options]}. */
final class QuickcountEstimateCommand implements Callable<Integer> {
    private static final int OUTSIDE_SHOWN = 10;
    private static final int UPDATES = 20;

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    QuickcountEstimateCommand(Console console) {
        this.console = console;
        Options.required(spec, "--sample", "FILE", "the drawn sample, as quickcount plan wrote it");
        Options.value(
                spec, "--reports", "FILE", null, "what drawn stations reported: station, candidates, total, time");
        Options.value(
                spec, "--folder", "DIR", null, "instead: an election folder, whose copies that count are the reports");
        Options.value(spec, "--contest", "ID", null, "with --folder: the contest, if there are several");
        Options.value(spec, "--columns", "NAME=COLUMN,...", null, "columns of the files that have other names");
        Options.value(spec, "--votes", "A,B,...", null, "columns of candidates in --reports; all others by default");
        Options.value(
                spec, "--exempt", "STATION,...", null, "stations that may have more votes than registered voters");
        Options.value(spec, "--at", "TIME", null, "only reports that had arrived then");
        Options.flag(spec, "--in-order", "rows of --reports stand in the order of arrival");
        Options.value(
                spec, "--every", "K", null, "an update after every K arrivals (default: a twentieth of the sample)");
        Options.value(spec, "--confidence", "SHARE", "99%", "rule: of the interval that must hold no tie");
        Options.value(spec, "--allowance", "SHARE", "0.5%", "rule: taken off the lead for what is not chance");
        Options.value(spec, "--stable", "K", "3", "rule: so many updates must agree");
        Options.value(spec, "--delta", "SHARE", "10%", "rule: so much lower may the lead be at late stations");
        Options.value(spec, "--svg", "FILE", null, "write the chart of the lead over arrivals");
        Options.value(spec, "--page", "FILE", null, "write one HTML page: verdict, that chart, all figures");
        Options.json(spec);
        PollOptions.help(spec);
        Options.about(
                spec,
                "Estimates the result from the reports of drawn stations and says whether it may be published. Fix the "
                        + "rule before the vote; a rule chosen later can choose the answer.",
                "cotejo quickcount estimate --sample sample.csv --reports reports.csv --page quickcount.html",
                "cotejo quickcount estimate --sample sample.csv --folder election --json");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        PublishingRule rule = new PublishingRule(
                PollOptions.share(spec, "--confidence", 0.51, 0.99999),
                PollOptions.share(spec, "--allowance", 0, 0.5),
                (int) Options.number(spec, "--stable", 1, 1000),
                PollOptions.share(spec, "--delta", 0, 2));
        ColumnNames names = PollOptions.columns(spec);
        String sample = String.valueOf(Options.text(spec, "--sample"));
        QuickDesign design = SampleFile.read(sample, PollOptions.bytes(sample), names);
        Reports reports = reports(design, names);
        List<QuickEstimate> updates = updates(design, reports);
        Verdict verdict = Publisher.judge(rule, updates);
        String svg = Options.text(spec, "--svg");
        if (svg != null) {
            PollOptions.write(svg, EstimateChart.of(updates).svg(console.language()));
        }
        int outside = reports.outside().size();
        String page = Options.text(spec, "--page");
        if (page != null) {
            PollOptions.write(page, EstimatePage.of(updates, verdict, rule, outside, console.language()));
        }
        reports.outside().stream()
                .limit(OUTSIDE_SHOWN)
                .forEach(problem -> console.say(new org.cotejo.base.Sentence(problem.line("en"), problem.line("es"))));
        if (Options.isSet(spec, "--json")) {
            EstimateJson.write(updates, verdict, rule, outside, console.language(), console.out());
        } else {
            EstimateText.lines(updates.getLast(), verdict, rule, outside, console.language())
                    .forEach(console::print);
        }
        return Exit.PROVEN;
    }

    private Reports reports(QuickDesign design, ColumnNames names) {
        String file = Options.text(spec, "--reports");
        String folder = Options.text(spec, "--folder");
        if ((file == null) == (folder == null)) {
            throw PollProblem.SOURCES.at(Where.field("--reports"), "--reports FILE / --folder DIR");
        }
        if (file != null) {
            Reports reports = ReportsFile.read(
                    file,
                    PollOptions.bytes(file),
                    names,
                    design,
                    PollOptions.list(Options.text(spec, "--votes")),
                    new HashSet<>(PollOptions.list(Options.text(spec, "--exempt"))));
            return Options.isSet(spec, "--in-order") && !reports.isOrdered()
                    ? new Reports(reports.candidates(), reports.reports(), reports.outside(), true)
                    : reports;
        }
        ReportInput input = ReportMaker.of(ElectionFolder.open(Path.of(String.valueOf(folder))));
        Reconciliation result = input.reconciliation();
        return FolderStations.reports(
                result,
                FolderStations.contest(result, Options.text(spec, "--contest"), String.valueOf(folder)),
                design);
    }

    /** The estimates after every few arrivals; one alone where nobody knows the order. */
    private List<QuickEstimate> updates(QuickDesign design, Reports reports) {
        String at = Options.text(spec, "--at");
        List<Report> arrived = reports.reports();
        if (at != null) {
            Instant until = ReportsFile.instant(at, Where.field("--at"));
            arrived = arrived.stream()
                    .filter(report -> {
                        Instant time = report.at();
                        if (time == null) {
                            throw PollProblem.TIME.at(Where.field("--at"), "");
                        }
                        return !time.isAfter(until);
                    })
                    .toList();
        }
        String everyText = Options.text(spec, "--every");
        int every = everyText == null
                ? Math.max(1, design.points().size() / UPDATES)
                : (int) Options.number(spec, "--every", 1, 20_000_000);
        QuickCount count = QuickCount.of(design, reports.candidates());
        List<QuickEstimate> updates = new ArrayList<>();
        long votes = 0;
        for (int i = 1; i <= arrived.size(); i++) {
            votes += arrived.get(i - 1).total();
            boolean isUpdate = i == arrived.size() || reports.isOrdered() && i % every == 0;
            if (isUpdate && votes > 0) {
                updates.add(count.estimate(arrived.subList(0, i)));
            }
        }
        if (updates.isEmpty()) {
            throw PollProblem.NO_REPORT.at(Where.field("--reports"));
        }
        return updates;
    }
}
