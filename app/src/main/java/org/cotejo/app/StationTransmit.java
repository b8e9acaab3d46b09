package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Names;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.Machine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station transmit}: the signed sheets as a file that {@code cotejo import sheets} takes. */
final class StationTransmit implements Callable<Integer> {
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Console console;

    StationTransmit(Console console) {
        this.console = console;
        StationPlace.machine(spec);
        Options.required(spec, "--into", "FILE", "the file to write, as on a stick");
        Options.required(spec, "--custodian", "ID", "who holds the sheets from here on: a custodian of the definition");
        Options.about(
                spec,
                "Writes the signed sheets to a file for 'cotejo import sheets', after every copy was printed. That they left is in the"
                        + " machine's log.",
                "cotejo station transmit machine --custodian authority --into sheets.txt");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        String custodian = Objects.requireNonNull(Options.text(spec, "--custodian"));
        if (!Names.idFault(custodian).isEmpty()) {
            throw new RefusedException(AppProblem.NOT_AN_ID.at("--custodian", custodian));
        }
        String into = Objects.requireNonNull(Options.text(spec, "--into"));
        try (Machine machine = StationPlace.start(Options.path(spec, 0))) {
            List<SignedSheet> sheets = machine.transmit().orThrow();
            StringBuilder text = new StringBuilder("custodian=").append(custodian);
            text.append("\nway=transmitted\n");
            sheets.forEach(sheet -> text.append(sheet.text()).append('\n'));
            WrittenFile.write(into, text.toString().getBytes(StandardCharsets.UTF_8));
            console.print(new Sentence(
                            "Wrote {0} sheets to {1}: cotejo import sheets {1} --into DIR",
                            "Escritas {0} actas en {1}: cotejo import sheets {1} --into DIR")
                    .with(sheets.size(), into));
            return Exit.PROVEN;
        }
    }
}
