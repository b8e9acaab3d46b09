package org.cotejo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.sim.CountryPlan;
import org.cotejo.sim.Lie;
import org.cotejo.sim.Simulation;
import org.cotejo.sim.Truth;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo sim country --stations N --copies K --seed S [--lie NAME]... --into DIR}. */
final class SimCommand implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    SimCommand(Console console) {
        this.console = console;
        Options.optional(spec, "country", "what to simulate: country");
        Options.value(spec, "--stations", "N", "1000", "number of polling stations, up to 2,000,000");
        Options.value(spec, "--copies", "K", "4", "copies of each sheet that leave the station");
        Options.value(spec, "--seed", "S", "1", "the same seed gives the same country, byte for byte");
        Options.values(spec, "--lie", "NAME", "a lie to tell; may be given several times, --list names them");
        Options.flag(spec, "--signed", "machines sign their sheets, with keys of a rehearsal made from the seed");
        Options.value(spec, "--into", "DIR", null, "a new folder");
        Options.flag(spec, "--list", "list the lies and do nothing");
        Options.about(
                spec,
                "Simulates a national election with its tally sheets, copies and liars, from a seed.",
                "cotejo sim country --stations 3000 --copies 4 --seed 7 --lie altered-transmission --into country");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        if (Options.isSet(spec, "--list")) {
            for (Lie lie : Lie.values()) {
                console.print("  %-26s %s".formatted(lie.label(), lie.sentence().in(console.language())));
            }
            return Exit.PROVEN;
        }
        String what = Options.optional(spec, 0);
        if (!"country".equals(what)) {
            throw new RefusedException(AppProblem.SIM_WHAT.at("sim", String.valueOf(what)));
        }
        String into = Options.text(spec, "--into");
        if (into == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--into", "--into DIR"));
        }
        CountryPlan plan = CountryPlan.asked(
                        (int) Options.number(spec, "--stations", 1, CountryPlan.STATIONS_MOST),
                        (int) Options.number(spec, "--copies", 1, CountryPlan.COPIES_MOST),
                        Options.number(spec, "--seed", Long.MIN_VALUE, Long.MAX_VALUE),
                        Options.texts(spec, "--lie"),
                        Options.isSet(spec, "--signed"))
                .orThrow();
        if (plan.isSigned()) {
            FastSignatures.load();
        }
        Path path = Path.of(into);
        Folders.checkNew(path);
        console.say(new Sentence("Simulating {0} stations into {1} ...", "Simulando {0} mesas en {1} ...")
                .with(plan.stations(), path));
        Truth truth = Simulation.write(plan, ElectionFolder.create(path), console.progress());
        console.print(
                new Sentence("Made {0} with {1} stations.", "Creada {0} con {1} mesas.").with(path, plan.stations()));
        List<String> told = truth.told().stream().map(Object::toString).toList();
        told.stream().limit(50).forEach(line -> console.print("  " + line));
        return Exit.PROVEN;
    }
}
