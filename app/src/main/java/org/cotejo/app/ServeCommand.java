package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo serve DIR|SITE [--port P]}. */
final class ServeCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR|SITE", "an election folder that was opened before, or a written site");
        Options.value(
                spec,
                "--port",
                "P",
                null,
                "the port on this machine (default: the first free one from " + PageServer.PORT + ")");
        Options.about(spec, "Serves a written report on this machine.", "cotejo serve venezuela/site");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        console.say(new Sentence("Serving {0} ...", "Sirviendo {0} ...").with(path));
        Path inside = path.resolve("site");
        Path site = Files.isRegularFile(inside.resolve("index.html")) ? inside : path;
        if (!Files.isRegularFile(site.resolve("index.html"))) {
            throw new RefusedException(AppProblem.NO_SITE.at(path.toString()));
        }
        PageServer.serve(site, Serving.port(spec), console);
        return Exit.PROVEN;
    }
}
