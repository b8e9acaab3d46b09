package org.cotejo.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.Sentence;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.day.Machine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station load}: gives the machine the frozen definition. */
final class StationLoad implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationLoad(Console console) {
        this.console = console;
        StationPlace.machine(spec);
        Options.required(spec, "--election", "DIR", "the election folder with the frozen definition");
        Options.value(
                spec,
                "--typed",
                "GROUPS",
                null,
                "the hash of the definition as a person typed it who heard it read aloud");
        Options.about(
                spec,
                "Loads the frozen definition, once. The hash must be typed as it was read aloud, and the definition must list this"
                        + " machine's key.",
                "cotejo station load machine --election election --typed \"0123 4567 ...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        try (Machine machine = StationPlace.start(Options.path(spec, 0))) {
            StationKey own = machine.identity().key();
            StationSetup setup =
                    StationSetup.of(Path.of(Objects.requireNonNull(Options.text(spec, "--election"))), own.station());
            StationPaper.warn(setup.definition(), console);
            @Nullable String typed = Options.text(spec, "--typed");
            if (typed == null) {
                console.print(new Sentence(
                                "Compare this with what is read aloud, then type it: --typed \"{0}\"",
                                "Compárelo con lo que se lee en voz alta y tecléelo: --typed \"{0}\"")
                        .with(setup.definition().spoken()));
                return Exit.UNCHECKED;
            }
            machine.load(setup.definition(), setup.isFrozen(), typed, setup.listed(own.machine()))
                    .orThrow();
            console.print(new Sentence(
                    "Loaded. The station may be opened (cotejo station open).",
                    "Cargada. La mesa se puede abrir (cotejo station open)."));
            return Exit.PROVEN;
        }
    }
}
