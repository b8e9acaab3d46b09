package org.cotejo.app;

import org.cotejo.base.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands below a verb, such as {@code cotejo log show}: each with a help of its own. */
final class Parts {
    private Parts() {}

    static void add(CommandSpec verb, String name, CommandSpec part) {
        part.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("print this and do nothing")
                .build());
        verb.addSubcommand(name, new CommandLine(part, Options.FACTORY));
    }

    /** What to answer where none of them was named; {@code what} is how the help calls the place. */
    static RefusedException missing(CommandSpec verb, String what) {
        return new RefusedException(AppProblem.MISSING_OPTION.at(
                what, String.join(", ", verb.subcommands().keySet())));
    }
}
