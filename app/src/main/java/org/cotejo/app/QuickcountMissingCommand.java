package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.audit.plot.Numerals;
import org.cotejo.audit.survey.HeldAndLacking;
import org.cotejo.audit.survey.HeldAndLacking.Property;
import org.cotejo.audit.survey.HeldStation;
import org.cotejo.audit.survey.Sensitivity;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Bounds;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.polls.ColumnNames;
import org.cotejo.polls.FolderStations;
import org.cotejo.polls.FrameFile;
import org.cotejo.polls.MissingText;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.site.ReportInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo quickcount missing DIR [--level LEVEL] [--past FILE] [--json]}. */
final class QuickcountMissingCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    QuickcountMissingCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Options.value(spec, "--contest", "ID", null, "the contest, if there are several");
        Options.value(spec, "--level", "LEVEL", "1", "level of places to compare, by name or number");
        Options.value(spec, "--past", "FILE", null, "results of a past election: station, candidates, total");
        Options.value(spec, "--votes", "A,B,...", null, "columns of candidates in --past; all others by default");
        Options.value(spec, "--columns", "NAME=COLUMN,...", null, "columns of --past that have other names");
        Options.json(spec);
        PollOptions.help(spec);
        Options.about(
                spec,
                "Answers \"you chose the tables that you liked\": compares the stations whose sheets are held with those that "
                        + "are lacking by what was known before, and says how different the lacking ones would have to be.",
                "cotejo quickcount missing election --level State --past 2018.csv");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String folder = Options.positional(spec, 0);
        ColumnNames names = PollOptions.columns(spec);
        String pastFile = Options.text(spec, "--past");
        FrameFile.Past past = pastFile == null
                ? FrameFile.Past.NONE
                : FrameFile.past(
                        pastFile, PollOptions.bytes(pastFile), names, PollOptions.list(Options.text(spec, "--votes")));
        ReportInput input = ReportMaker.of(ElectionFolder.open(Options.path(spec, 0)));
        Reconciliation result = input.reconciliation();
        ContestResult contest = FolderStations.contest(result, Options.text(spec, "--contest"), folder);
        FolderStations stations = FolderStations.of(result.dossier().frame());
        int depth = stations.depth(String.valueOf(Options.text(spec, "--level")), "--level");
        List<HeldStation> list = stations.heldAndLacking(contest, depth, past);
        HeldAndLacking compared = HeldAndLacking.of(list);
        MissingText text = text(
                compared, past, contest, input.contests().get(contest.index()).bounds());
        if (Options.isSet(spec, "--json")) {
            text.json(console.out());
        } else {
            text.lines(console.language()).forEach(console::print);
        }
        return Exit.PROVEN;
    }

    private MissingText text(HeldAndLacking compared, FrameFile.Past past, ContestResult contest, Bounds bounds) {
        List<Property> properties = new ArrayList<>();
        Property registered = compared.registered();
        if (registered != null) {
            properties.add(registered);
        }
        for (int c = 0; c < past.candidates().size(); c++) {
            Property share = compared.pastShare(c);
            if (share != null) {
                properties.add(share.named(past.candidates().get(c)));
            }
        }
        List<String> candidates = FolderStations.candidates(contest);
        @Nullable Sensitivity sensitivity = null;
        List<String> firstTwo = List.of();
        if (compared.held() > 0 && candidates.size() >= 2) {
            int[] two = compared.firstTwo();
            firstTwo = List.of(candidates.get(two[0]), candidates.get(two[1]));
            sensitivity = compared.sensitivity(
                    two[0],
                    two[1],
                    past.candidates().indexOf(firstTwo.get(0)),
                    past.candidates().indexOf(firstTwo.get(1)));
        }
        return new MissingText(compared, properties, sensitivity, firstTwo, bound(bounds));
    }

    private String bound(Bounds bounds) {
        Long missing = bounds.missingRegisteredAtMost();
        Sentence sentence = missing == null
                ? new Sentence(
                        "Bound: the registers of the lacking stations are not known, so nothing is excluded.",
                        "Cota: no se conocen los registros de las mesas que faltan; nada queda excluido.")
                : Numerals.fill(
                        bounds.lead() > missing
                                ? new Sentence(
                                        "Bound: the lead is {0}, and at most {1} voters are registered where nothing is held: they cannot turn it.",
                                        "Cota: la ventaja es {0}, y donde no hay nada están registrados a lo sumo {1} electores: no pueden revertirla.")
                                : new Sentence(
                                        "Bound: the lead is {0}, and up to {1} voters are registered where nothing is held: by numbers alone they could turn it.",
                                        "Cota: la ventaja es {0}, y donde no hay nada están registrados hasta {1} electores: sólo por números podrían revertirla."),
                        bounds.lead(),
                        missing);
        return sentence.in(console.language());
    }
}
