package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.sheet.LogLine;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.MachineLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station log}: reads a machine's log and proves that each line is its own. */
final class StationLog implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationLog(Console console) {
        this.console = console;
        Options.positional(
                spec, "MACHINE", "a folder with machine.txt and log.txt: a machine's, or a copy of these two files");
        Options.value(
                spec,
                "--key",
                "HEX",
                null,
                "the machine's public key as the register lists it; without it the log is intact in itself");
        Options.about(
                spec,
                "Shows the log of a machine, with no choice of anybody in it, and checks each line's signature and that none is missing"
                        + " before it. Starts nothing and changes nothing.",
                "cotejo station log machine --key 0123...");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        MachineIdentity identity = Machine.identity(folder).orThrow();
        String text;
        try {
            text = Files.readString(folder.resolve("log.txt"));
        } catch (MalformedInputException e) {
            text = "\u0000";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder.resolve("log.txt"), e);
        }
        @Nullable String key = Options.text(spec, "--key");
        if (key != null && !key.equalsIgnoreCase(identity.key().key().toString())) {
            console.print(new Sentence(
                    "[refuted] this machine has another key than the one that was given",
                    "[refutado] esta máquina tiene otra clave que la indicada"));
            return Exit.REFUTED;
        }
        return switch (MachineLog.read(identity, text)) {
            case Result.Refused<MachineLog>(Problem problem) -> {
                console.print("[" + new Sentence("refuted", "refutado").in(console.language()) + "] "
                        + problem.in(folder.resolve("log.txt").toString()).line(console.language()));
                yield Exit.REFUTED;
            }
            case Result.Ok<MachineLog>(MachineLog log) -> {
                for (LogLine line : log.lines()) {
                    console.print(line.number() + "  " + line.time() + "  " + line.what());
                }
                console.print(new Sentence("{0} lines, the last is {1}", "{0} líneas, la última es {1}")
                        .with(log.lines().size(), log.head().hex()));
                console.print(
                        key == null
                                ? new Sentence(
                                        "[could not check] whose it is: intact in itself; give the key that the register lists (--key)",
                                        "[no se pudo comprobar] de quién es: íntegra en sí misma; indique la clave del registro (--key)")
                                : new Sentence(
                                        "[proven] every line is signed with the key that was given",
                                        "[probado] cada línea está firmada con la clave indicada"));
                yield key == null ? Exit.UNCHECKED : Exit.PROVEN;
            }
        };
    }
}
