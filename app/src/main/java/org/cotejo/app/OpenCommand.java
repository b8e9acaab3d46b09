package org.cotejo.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.site.ReportInput;
import org.cotejo.site.ReportJson;
import org.cotejo.site.ReportSite;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo open DIR [--port P] [--no-serve] [--json]}. */
final class OpenCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    OpenCommand(Console console) {
        this.console = console;
        Options.positional(spec, "DIR", "the election folder");
        Serving.options(spec);
        Options.json(spec);
        Options.about(
                spec,
                "Reconciles an election folder, writes its report into DIR/site and serves it on this machine.",
                "cotejo open venezuela --port 8000");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path path = Options.path(spec, 0);
        console.say(new Sentence("Reconciling {0} ...", "Cotejando {0} ...").with(path));
        ElectionFolder folder = ElectionFolder.open(path);
        ReportInput report = ReportMaker.of(folder);
        if (Options.isSet(spec, "--json")) {
            ReportJson.write(report, console.out());
        } else {
            new ReportText(report, console).write();
        }
        Path site = path.resolve("site");
        console.say(new Sentence("Writing the report to {0} ...", "Escribiendo el informe en {0} ...").with(site));
        ReportSite.write(report, site, console.progress(), folder::blob).orThrow();
        NamedBlobs.writePictures(folder, report.reconciliation().dossier().frame(), site);
        Serving.serve(spec, site, console);
        return Exit.PROVEN;
    }
}
