package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Simulation;
import org.cotejo.site.ReportInput;
import org.cotejo.site.ReportSite;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo demo [--stations N] [--seed S] [--dir D] [--port P] [--no-serve]}. */
final class DemoCommand implements Callable<Integer> {
    private static final String MARK = "made-by-cotejo-demo";

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
        Options.value(spec, "--stations", "N", "30026", "number of polling stations of the simulated country");
        Options.value(spec, "--seed", "S", "20240728", "the same seed gives the same country, byte for byte");
        Options.value(spec, "--dir", "D", "cotejo-demo", "the folder; one that an earlier demo made is replaced");
        Serving.options(spec);
        Options.about(
                spec,
                "Simulates a national election whose announced result does not follow from its tally sheets, reconciles it, "
                        + "says the verdict and serves the report. Nobody and nothing in it is real.",
                "cotejo demo --stations 3000 --seed 7");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws java.io.IOException {
        int stations = (int)
                Options.number(spec, "--stations", CountryPlan.STATIONS_LEAST_WITH_LIES, CountryPlan.STATIONS_MOST);
        long seed = Options.number(spec, "--seed", Long.MIN_VALUE, Long.MAX_VALUE);
        Path path = Path.of(java.util.Objects.requireNonNull(Options.text(spec, "--dir")));
        console.say(new Sentence(
                        "Simulating a country of {0} polling stations (seed {1}) ...",
                        "Simulando un país de {0} mesas (semilla {1}) ...")
                .with(stations, seed));
        clear(path);
        ElectionFolder folder = ElectionFolder.create(path);
        Files.writeString(path.resolve(MARK), "seed " + seed + ", stations " + stations + "\n");
        Simulation.write(CountryPlan.demo(stations, seed), folder, console.progress());
        console.say(new Sentence(
                "Comparing every copy with every other and with what was announced ...",
                "Cotejando cada copia con las demás y con lo anunciado ..."));
        ReportInput report = ReportMaker.of(folder);
        new ReportText(report, console).write();
        Path site = path.resolve("site");
        console.say(new Sentence("Writing the report ...", "Escribiendo el informe ..."));
        ReportSite.write(report, site, console.progress(), folder::blob).orThrow();
        Serving.serve(spec, site, console);
        return Exit.PROVEN;
    }

    private static void clear(Path path) {
        if (Files.isRegularFile(path.resolve(MARK))) {
            Folders.delete(path);
        } else if (Files.exists(path) && !Folders.isEmpty(path)) {
            throw new RefusedException(AppProblem.NOT_A_DEMO.at(path.toString()));
        }
    }
}
