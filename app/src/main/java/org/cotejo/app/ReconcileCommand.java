package org.cotejo.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.ReportInput;
import org.cotejo.site.ReportJson;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo reconcile DIR [--json]}. */
final class ReconcileCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    ReconcileCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Options.json(spec);
        Options.about(
                spec,
                "Compares every copy of every sheet with every other and with what was announced, and says what follows.",
                "cotejo reconcile venezuela --json");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        console.say(new Sentence("Reconciling {0} ...", "Cotejando {0} ...").with(path));
        ReportInput report = ReportMaker.of(ElectionFolder.open(path));
        if (Options.isSet(spec, "--json")) {
            ReportJson.write(report, console.out());
        } else {
            new ReportText(report, console).write();
        }
        return Exit.PROVEN;
    }
}
