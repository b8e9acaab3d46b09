package org.cotejo.app;

import java.util.concurrent.Callable;
import org.cotejo.base.Where;
import org.cotejo.polls.PollProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo quickcount plan|estimate|missing}. */
final class QuickcountCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);

    QuickcountCommand(Console console) {
        Options.optional(spec, "WHAT", "plan, estimate or missing");
        spec.addSubcommand("plan", new QuickcountPlanCommand(console).spec());
        spec.addSubcommand("estimate", new QuickcountEstimateCommand(console).spec());
        spec.addSubcommand("missing", new QuickcountMissingCommand(console).spec());
        Options.about(
                spec,
                "Plans and draws a sample of stations, estimates the result from their reports, and compares the stations "
                        + "held with those that are lacking.",
                "cotejo quickcount plan election --strata State --spread 12% --error 1% --seed 31415926535897932384",
                "cotejo quickcount estimate --sample sample.csv --reports reports.csv",
                "cotejo quickcount missing election --level State");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        @Nullable String what = Options.optional(spec, 0);
        throw PollProblem.CHOICE.at(Where.field("quickcount"), what == null ? "" : what, "plan, estimate, missing");
    }
}
