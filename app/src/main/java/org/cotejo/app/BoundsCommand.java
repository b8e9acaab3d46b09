package org.cotejo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.audit.forensics.StationFiguresTable;
import org.cotejo.audit.night.BoundsChart;
import org.cotejo.audit.night.BoundsOverTime;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.definition.PlaceTree;
import org.cotejo.dossier.Dossier;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo bounds DIR}. */
final class BoundsCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    BoundsCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Options.value(spec, "--contest", "ID", null, "only this contest; without it, every one");
        Options.value(spec, "--level", "N", "1", "depth of the regions: 1 for the widest divisions of the country");
        Options.value(spec, "--svg", "FILE", null, "write the chart of one contest: how the bounds closed");
        Options.json(spec);
        Options.about(
                spec,
                "Says what the missing stations could still change, if every registered voter there voted for the second: step by step, by region, and from which station on it was decided.",
                "cotejo bounds venezuela --svg night.svg");
    }

    CommandSpec spec() {
        return spec;
    }

    /** The bounds of one grade with all that follows from them. */
    record Graded(Bounds bounds, List<RegionBounds> regions, BoundsOverTime night) {}

    /** One contest by both grades, and the votes they were computed from. */
    record Bounded(ContestResult result, KnownVotes votes, List<Graded> grades) {}

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        int depth = (int) Options.number(spec, "--level", 0, PlaceTree.DEPTH_MOST);
        console.say(new Sentence("Reading {0} ...", "Leyendo {0} ...").with(path));
        Reconciliation reconciliation =
                ReportMaker.of(ElectionFolder.open(path)).reconciliation();
        List<Bounded> contests = new ArrayList<>();
        for (ContestResult result : ContestChoice.of(reconciliation, path, Options.text(spec, "--contest"))) {
            contests.add(bounded(reconciliation.dossier(), result, depth));
        }
        String svg = Options.text(spec, "--svg");
        if (svg != null) {
            draw(contests, Path.of(svg));
        }
        PlaceTree places = reconciliation.dossier().frame().places();
        if (Options.isSet(spec, "--json")) {
            BoundsJson.write(reconciliation, contests, console);
        } else {
            contests.forEach(contest -> new BoundsText(contest, places, console).write());
        }
        return Exit.PROVEN;
    }

    private static Bounded bounded(Dossier dossier, ContestResult result, int depth) {
        KnownVotes votes = KnownVotes.of(
                result, dossier.frame().register(), dossier.definition().roll());
        long[] arrivals = StationFiguresTable.arrivals(dossier, result);
        List<Graded> grades = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            grades.add(new Graded(
                    Bounds.of(votes, grade),
                    RegionBounds.of(votes, grade, dossier.frame().places(), depth),
                    BoundsOverTime.of(votes, grade, arrivals)));
        }
        return new Bounded(result, votes, grades);
    }

    private void draw(List<Bounded> contests, Path file) {
        if (contests.size() > 1) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--svg", "--contest ID"));
        }
        BoundsOverTime night = contests.getFirst().grades().getFirst().night();
        if (night.moments().isEmpty()) {
            throw new RefusedException(AppProblem.NO_FIGURES.at(
                    Options.positional(spec, 0),
                    contests.getFirst().result().contest().id().value()));
        }
        ForensicsCommand.write(file, BoundsChart.of(night, "bounds").svg(console.language()));
    }
}
