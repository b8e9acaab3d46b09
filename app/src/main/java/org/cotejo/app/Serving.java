package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.base.Sentence;
import picocli.CommandLine.Model.CommandSpec;

/** The options about serving that several commands share. */
final class Serving {
    private Serving() {}

    static void options(CommandSpec spec) {
        Options.value(
                spec,
                "--port",
                "P",
                null,
                "the port on this machine (default: the first free one from " + PageServer.PORT + ")");
        Options.flag(spec, "--no-serve", "write the report and stop");
    }

    /** Serves the site, or says where it lies if it is not to be served. */
    static void serve(CommandSpec spec, Path site, Console console) {
        if (Options.isSet(spec, "--no-serve")) {
            console.say(
                    new Sentence("The report is in {0}: open index.html.", "El informe está en {0}: abra index.html.")
                            .with(site));
            return;
        }
        PageServer.serve(site, port(spec), console);
    }

    static @org.jspecify.annotations.Nullable Integer port(CommandSpec spec) {
        return Options.text(spec, "--port") == null ? null : (int) Options.number(spec, "--port", 0, 65_535);
    }
}
