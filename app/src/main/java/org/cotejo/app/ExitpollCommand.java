package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.audit.exitpoll.ComparedResult;
import org.cotejo.audit.exitpoll.ExitPoll;
import org.cotejo.audit.exitpoll.Gap;
import org.cotejo.audit.exitpoll.PollResult;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.polls.ColumnNames;
import org.cotejo.polls.FolderResults;
import org.cotejo.polls.PollFile;
import org.cotejo.polls.PollProblem;
import org.cotejo.polls.PollText;
import org.cotejo.site.ReportInput;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo exitpoll FILE --design DESIGN.csv [--official A=N,...] [--folder DIR] [--json]}. */
final class ExitpollCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ExitpollCommand(Console console) {
        this.console = console;
        Options.positional(spec, "FILE", "answers, one row a station: station, candidates, other, refused");
        Options.required(spec, "--design", "FILE", "station, stratum, stratum_units, voters");
        Options.value(spec, "--official", "A=N,B=N,...", null, "a result in votes; other=N for everybody else");
        Options.value(spec, "--folder", "DIR", null, "an election folder: its sheets and its announcements");
        Options.value(spec, "--contest", "ID", null, "with --folder: the contest, if there are several");
        Options.value(spec, "--votes", "A,B,...", null, "columns of candidates in FILE; all others by default");
        Options.value(spec, "--columns", "NAME=COLUMN,...", null, "columns of the files that have other names");
        Options.json(spec);
        Options.about(
                spec,
                "Estimates an exit poll with the error of its design and holds it beside a result: the gap, and how many "
                        + "refusals alone would explain it. A hint, not proof.",
                "cotejo exitpoll answers.csv --design design.csv --folder election",
                "cotejo exitpoll answers.csv --design design.csv --official alfa=5150092,beta=4445978,other=704114");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ColumnNames names = PollOptions.columns(spec);
        String answers = Options.positional(spec, 0);
        String design = String.valueOf(Options.text(spec, "--design"));
        PollFile.Poll read = PollFile.read(
                answers,
                PollOptions.bytes(answers),
                design,
                PollOptions.bytes(design),
                names,
                PollOptions.list(Options.text(spec, "--votes")));
        ExitPoll poll = ExitPoll.of(read.strata(), read.candidates(), read.stations());
        if (!poll.lonely().isEmpty()) {
            throw PollProblem.FEW_POLLED.at(Where.file(answers), String.join(", ", poll.lonely()));
        }
        PollResult result = poll.result();
        List<Gap> gaps = new ArrayList<>();
        compared(read.candidates()).forEach(other -> gaps.add(poll.beside(result, other)));
        if (Options.isSet(spec, "--json")) {
            PollText.json(result, gaps, console.language(), console.out());
        } else {
            PollText.lines(result, gaps, console.language()).forEach(console::print);
        }
        return Exit.PROVEN;
    }

    private List<ComparedResult> compared(List<String> candidates) {
        List<ComparedResult> results = new ArrayList<>();
        String official = Options.text(spec, "--official");
        if (official != null) {
            results.add(
                    FolderResults.stated(official, candidates, new Sentence("the stated result", "el resultado dado")));
        }
        String folder = Options.text(spec, "--folder");
        if (folder != null) {
            ReportInput input = ReportMaker.of(ElectionFolder.open(Path.of(folder)));
            results.addAll(
                    FolderResults.of(input.reconciliation(), Options.text(spec, "--contest"), folder, candidates));
        }
        return results;
    }
}
