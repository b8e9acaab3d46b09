package org.cotejo.app;

import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.definition.SpokenHash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station check}: which program runs, for parties to compare with the one that they reviewed. */
final class StationCheck implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationCheck(Console console) {
        this.console = console;
        Options.value(spec, "--typed", "GROUPS", null, "the hash as a party brought it");
        Options.flag(spec, "--files", "also list each file with its hash, as sha256sum does");
        Options.about(
                spec,
                "Shows the hash of the program that runs, in groups to read aloud. A program that was changed can lie about itself: what"
                        + " proves it is to compute the same from outside (--files, and sha256sum on the disk).",
                "cotejo station check --typed \"0123 4567 ...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        RunningSoftware software = RunningSoftware.files();
        if (Options.isSet(spec, "--files")) {
            software.lines().forEach(console::print);
        }
        SpokenHash spoken = software.hash().spoken();
        console.print("SHA-256 " + software.hash().hash().hex());
        console.print(spoken.toString());
        @Nullable String typed = Options.text(spec, "--typed");
        if (typed == null) {
            return Exit.PROVEN;
        }
        boolean isSame = spoken.isTyped(typed);
        console.print(
                isSame
                        ? new Sentence("Equal: this is that program.", "Igual: es ese programa.")
                        : new Sentence("Not equal: this is another program.", "Distinto: es otro programa."));
        return isSame ? Exit.PROVEN : Exit.REFUTED;
    }
}
