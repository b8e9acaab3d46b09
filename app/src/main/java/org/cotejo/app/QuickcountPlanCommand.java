package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.quickcount.FrameStation;
import org.cotejo.audit.quickcount.Plan;
import org.cotejo.audit.quickcount.PlanOrder;
import org.cotejo.audit.quickcount.Planner;
import org.cotejo.audit.quickcount.SampleDraw;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Sha256;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.polls.ColumnNames;
import org.cotejo.polls.FolderStations;
import org.cotejo.polls.FrameFile;
import org.cotejo.polls.PlanText;
import org.cotejo.polls.PollProblem;
import org.cotejo.polls.SampleFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo quickcount plan DIR|--frame FILE [options]}. */
final class QuickcountPlanCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    QuickcountPlanCommand(Console console) {
        this.console = console;
        Options.optional(spec, "DIR", "an election folder: its register is the list to draw from");
        Options.value(spec, "--frame", "FILE", null, "instead of DIR: a CSV with the column station, and others");
        Options.value(spec, "--error", "SHARE", "1%", "largest error of any candidate's share");
        Options.value(spec, "--confidence", "SHARE", "95%", "with which that error is kept");
        Options.value(spec, "--strata", "LEVEL", null, "level of places that are strata; with --frame a column");
        Options.value(spec, "--allocation", "HOW", "proportional", "proportional or neyman");
        Options.value(spec, "--past", "FILE", null, "results of a past election: station, candidates, total");
        Options.value(spec, "--votes", "A,B,...", null, "columns of candidates in --past; all others by default");
        Options.value(
                spec, "--spread", "SHARE", null, "standard deviation of a share between stations, without --past");
        Options.value(spec, "--stations", "N", null, "so many stations, instead of --error");
        Options.value(spec, "--cluster", "LEVEL", null, "level of places whose stations are drawn together");
        Options.value(spec, "--per-cluster", "N", "1", "with --cluster: at most so many stations of each drawn place");
        Options.value(
                spec,
                "--effect",
                "FACTOR",
                null,
                "by which clusters raise the variance (default: 1, with --cluster 2)");
        Options.value(spec, "--seed", "DIGITS", null, "public seed; without it nothing is drawn");
        Options.value(spec, "--sample", "FILE", null, "where to write the drawn sample (default: standard output)");
        Options.value(spec, "--columns", "NAME=COLUMN,...", null, "columns of the files that have other names");
        Options.json(spec);
        PollOptions.help(spec);
        Options.about(
                spec,
                "Says how many stations a quick count needs, spreads them over strata, and draws them from a public seed. "
                        + "Publish frame, plan and their hash before the seed is made.",
                "cotejo quickcount plan election --strata State --past 2018.csv --error 1% --seed 31415926535897932384 "
                        + "--sample sample.csv");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ColumnNames names = PollOptions.columns(spec);
        List<String> votes = PollOptions.list(Options.text(spec, "--votes"));
        String pastFile = Options.text(spec, "--past");
        FrameFile.Past past = pastFile == null
                ? FrameFile.Past.NONE
                : FrameFile.past(pastFile, PollOptions.bytes(pastFile), names, votes);
        List<FrameStation> frame = frame(names, past);
        PlanOrder order = order();
        if (order.spread() == null && !Planner.knowsSpread(frame)
                || order.allocation() == PlanOrder.Spreading.NEYMAN && !Planner.knowsSpread(frame)) {
            throw PollProblem.NO_SPREAD.at(Where.field("--past"));
        }
        Plan plan = Planner.plan(frame, order);
        String spreadOf = plan.spreadOf() < 0 ? "" : past.candidates().get(plan.spreadOf());
        String seedText = Options.text(spec, "--seed");
        if (seedText == null) {
            show(plan, spreadOf, -1);
            console.say(new Sentence(
                    "Nothing was drawn: make the seed in public after this plan is published, then give --seed.",
                    "No se sorteó nada: haga la semilla en público después de publicar este plan y luego dé --seed."));
            return Exit.PROVEN;
        }
        Seed seed = Seed.of(seedText).orThrow();
        SampleDraw.Outcome drawn = SampleDraw.draw(frame, plan, seed);
        String text = SampleFile.text(drawn, order.perCluster() > 0, head(plan, frame, seed));
        String file = Options.text(spec, "--sample");
        boolean isJson = Options.isSet(spec, "--json");
        if (file != null) {
            PollOptions.write(file, text);
        }
        show(plan, spreadOf, drawn.design().points().size());
        if (file != null) {
            console.say(new Sentence("Wrote {0} stations to {1}.", "Escritas {0} mesas en {1}.")
                    .with(drawn.design().points().size(), file));
        } else if (!isJson) {
            console.print("");
            console.out().print(text);
        }
        return Exit.PROVEN;
    }

    private void show(Plan plan, String spreadOf, int drawn) {
        if (Options.isSet(spec, "--json")) {
            PlanText.json(plan, spreadOf, drawn, console.out());
        } else {
            PlanText.lines(plan, spreadOf, console.language()).forEach(console::print);
        }
    }

    private List<FrameStation> frame(ColumnNames names, FrameFile.Past past) {
        @Nullable String folder = Options.optional(spec, 0);
        String file = Options.text(spec, "--frame");
        String strata = Options.text(spec, "--strata");
        String cluster = Options.text(spec, "--cluster");
        if ((folder == null) == (file == null)) {
            throw PollProblem.SOURCES.at(Where.field("DIR"), "DIR / --frame FILE");
        }
        if (file != null) {
            return FrameFile.read(file, PollOptions.bytes(file), names, strata, cluster, past);
        }
        ElectionFolder opened = ElectionFolder.open(Path.of(String.valueOf(folder)));
        FolderStations stations = FolderStations.of(opened.frame(opened.blocks()));
        List<FrameStation> list = stations.list(
                strata == null ? 0 : stations.depth(strata, "--strata"),
                cluster == null ? 0 : stations.depth(cluster, "--cluster"),
                past);
        if (list.isEmpty()) {
            throw new RefusedException(AppProblem.NO_DEFINITION.at(String.valueOf(folder)));
        }
        return list;
    }

    private PlanOrder order() {
        String allocation = String.valueOf(Options.text(spec, "--allocation")).toLowerCase(Locale.ROOT);
        if (!allocation.equals("proportional") && !allocation.equals("neyman")) {
            throw PollProblem.CHOICE.at(Where.field("--allocation"), allocation, "proportional, neyman");
        }
        boolean isClustered = Options.text(spec, "--cluster") != null;
        String spread = Options.text(spec, "--spread");
        String effect = Options.text(spec, "--effect");
        boolean hasSize = Options.text(spec, "--stations") != null;
        return new PlanOrder(
                PollOptions.share(spec, "--error", 0.0001, 0.5),
                PollOptions.share(spec, "--confidence", 0.5, 0.99999),
                allocation.equals("neyman") ? PlanOrder.Spreading.NEYMAN : PlanOrder.Spreading.PROPORTIONAL,
                spread == null ? null : Double.valueOf(PollOptions.share(spread, "--spread", 0.0001, 1)),
                hasSize ? Integer.valueOf((int) Options.number(spec, "--stations", 1, 20_000_000)) : null,
                isClustered ? (int) Options.number(spec, "--per-cluster", 1, 100_000) : 0,
                effect == null ? (isClustered ? 2 : 1) : PollOptions.share(effect, "--effect", 0.1, 1000));
    }

    private List<String> head(Plan plan, List<FrameStation> frame, Seed seed) {
        StringBuilder list = new StringBuilder();
        frame.stream()
                .sorted(java.util.Comparator.comparing(FrameStation::station))
                .forEach(one -> list.append(one.station())
                        .append('\t')
                        .append(one.stratum())
                        .append('\t')
                        .append(one.cluster())
                        .append('\n'));
        List<String> head = new ArrayList<>();
        head.add("cotejo quickcount sample 1");
        head.add("seed: " + seed.text());
        head.add("frame: " + frame.size() + " stations, sha256 "
                + Sha256.of(list.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex());
        head.add("allocation: " + plan.order().allocation().name().toLowerCase(Locale.ROOT));
        head.add(
                "group: give several strata one name to let them be merged if one has too few reports; before the vote only");
        return head;
    }
}
