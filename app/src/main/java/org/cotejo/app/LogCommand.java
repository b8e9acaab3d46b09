package org.cotejo.app;

import java.util.Set;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo log WHAT ...}: what can be done with a public log without the folder behind it. */
final class LogCommand implements Callable<Integer> {
    /** A log whose own tiles say something else than its head: that is refuted, not a mistake of who asks. */
    private static final Set<String> REFUTED = Set.of("TLOG-105", "TLOG-106", "TLOG-107", "TLOG-108", "TLOG-109");

    private final CommandSpec spec = Options.of(this);

    LogCommand(Console console) {
        Options.about(
                spec,
                "Shows a public log, its entries and its timestamps; proves that an entry is in it, and that it"
                        + " continues an earlier head.",
                "cotejo log show public/venezuela",
                "cotejo log prove public/venezuela 12 --into entry-12.tlog-proof",
                "cotejo log prove --help");
        Parts.add(spec, "show", new LogShow(console).spec());
        Parts.add(spec, "entry", new LogEntry(console).spec());
        Parts.add(spec, "prove", new LogProve(console).spec());
        Parts.add(spec, "check-proof", new LogCheckProof(console).spec());
        Parts.add(spec, "consistency", new LogConsistency(console).spec());
        Parts.add(spec, "stations", new LogStations(console).spec());
        Parts.add(spec, "cosign", new LogCosign(console).spec());
        Parts.add(spec, "timestamp", new LogTimestamp(console).spec());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw Parts.missing(spec, "WHAT");
    }

    /** What a log's refusal comes to: false tiles are a refutation, which is told; anything else is thrown. */
    static int refused(Problem problem, Console console) {
        if (!REFUTED.contains(problem.code())) {
            throw new RefusedException(problem);
        }
        console.print(problem.line(console.language()));
        return Exit.REFUTED;
    }
}
