package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.MachineMaker;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station init}: makes the machine and its key, and says what the register must list. */
final class StationInit implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationInit(Console console) {
        this.console = console;
        Options.positional(spec, "MACHINE", "a new folder, on the machine and nowhere else");
        Options.required(spec, "--election", "DIR", "the election folder with definition and register");
        Options.required(spec, "--station", "CODE", "the code of the station");
        Options.required(spec, "--machine", "ID", "the id of this machine");
        Options.value(spec, "--into", "FILE", null, "also write the public key as a file for 'cotejo import keys'");
        Options.about(
                spec,
                "Makes the key of a station's machine, which never leaves it, and shows its public half, the hash of the running program and"
                        + " the hash of the definition in groups to read aloud. Before the definition is frozen.",
                "cotejo station init machine --election election --station 01.001.1 --machine M-1 --into keys.csv");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        StationPlace.checkOutside(folder);
        StationCode station = new StationCode(id("--station"));
        MachineId machine = new MachineId(id("--machine"));
        StationSetup setup =
                StationSetup.of(Path.of(Objects.requireNonNull(Options.text(spec, "--election"))), station);
        String election = setup.definition().election().id();
        KeyAlgorithm algorithm =
                KeyAlgorithm.ED25519_DEMO.countsIn(election) ? KeyAlgorithm.ED25519_DEMO : KeyAlgorithm.ED25519;
        Surroundings around = StationPlace.around(_ -> new PrintOutcome.Failed(PrintOutcome.Reason.OFFLINE));
        MachineIdentity made = MachineMaker.make(folder, election, station, machine, algorithm, around)
                .orThrow();
        String line = keyLine(made.key());
        @Nullable String into = Options.text(spec, "--into");
        if (into != null) {
            WrittenFile.write(into, ("station,machine,algorithm,key\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        console.print(new Sentence(
                        "Made {0}: machine {1} of station {2}, election {3}.",
                        "Creada {0}: máquina {1} de la mesa {2}, elección {3}.")
                .with(folder, machine, station, election));
        console.print(new Sentence("  public key  {0}", "  clave pública  {0}").with(line));
        console.print(new Sentence("  program     {0}", "  programa    {0}")
                .with(around.software().spoken()));
        console.print(new Sentence("  definition  {0}", "  definición  {0}")
                .with(setup.definition().spoken()));
        StationPaper.warn(setup.definition(), console);
        console.print(
                setup.isFrozen()
                        ? new Sentence(
                                "The definition is frozen already: a key that is listed from now on proves nothing.",
                                "La definición ya está congelada: una clave que se inscriba desde ahora no prueba nada.")
                        : new Sentence(
                                "Have the key listed (cotejo import keys), freeze the definition, then load it (cotejo station load).",
                                "Haga inscribir la clave (cotejo import keys), congele la definición y cárguela (cotejo station load)."));
        return Exit.PROVEN;
    }

    private static String keyLine(StationKey key) {
        String algorithm = key.algorithm().name().toLowerCase(Locale.ROOT);
        return key.station() + "," + key.machine() + "," + algorithm + "," + key.key();
    }

    private String id(String option) {
        String text = Objects.requireNonNull(Options.text(spec, option));
        String fault = Names.idFault(text);
        if (!fault.isEmpty() || text.contains(",") || text.contains("\"")) {
            throw new RefusedException(AppProblem.NOT_AN_ID.at(option, text));
        }
        return text;
    }
}
