package org.cotejo.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code cotejo log WHAT ...}: what can be done with a public log without the folder behind it. */
final class LogCommand implements Callable<Integer> {
    /** A log whose own tiles say something else than its head: that is refuted, not a mistake of who asks. */
    private static final Set<String> REFUTED = Set.of("TLOG-105", "TLOG-106", "TLOG-107", "TLOG-108", "TLOG-109");

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    LogCommand(Console console) {
        Options.about(
                spec,
                "Shows a public log, its entries and its timestamps; proves that an entry is in it, and that it"
                        + " continues an earlier head.",
                "cotejo log show public/venezuela",
                "cotejo log prove public/venezuela 12 --into entry-12.tlog-proof",
                "cotejo log prove --help");
        add("show", new LogShow(console).spec());
        add("entry", new LogEntry(console).spec());
        add("prove", new LogProve(console).spec());
        add("check-proof", new LogCheckProof(console).spec());
        add("consistency", new LogConsistency(console).spec());
        add("stations", new LogStations(console).spec());
        add("cosign", new LogCosign(console).spec());
        add("timestamp", new LogTimestamp(console).spec());
    }

    private void add(String name, CommandSpec part) {
        help(part);
        spec.addSubcommand(name, new CommandLine(part));
    }

    static void help(CommandSpec part) {
        part.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("print this and do nothing")
                .build());
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        List<String> parts = List.copyOf(spec.subcommands().keySet());
        throw new RefusedException(AppProblem.MISSING_OPTION.at("WHAT", String.join(", ", parts)));
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
