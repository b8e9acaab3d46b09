package org.cotejo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Objects;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Sha256;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.station.box.Disk;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.Surroundings;
import picocli.CommandLine.Model.CommandSpec;

/** The voting machine that is this computer: its clock, its board, its program, its printer. */
final class StationPlace {
    private static final Path BOARD = Path.of("/etc/machine-id");
    private static final int MARK_DIGITS = 32;

    private StationPlace() {}

    static void machine(CommandSpec spec) {
        Options.positional(spec, "MACHINE", "the folder of this station's machine");
    }

    /** Starts the machine in a folder, for whatever prints nothing. */
    static Machine start(Path folder) {
        return Machine.start(folder, around(_ -> new PrintOutcome.Failed(PrintOutcome.Reason.OFFLINE)))
                .orThrow();
    }

    static Surroundings around(Printing printing) {
        return new Surroundings(
                Disk.ofThisMachine(),
                Clock.system(ZoneId.systemDefault()),
                new SecureRandom(),
                printing,
                board(),
                RunningSoftware.once().hash());
    }

    /** A mark of this computer that does not tell which one it is; empty where the system has none. */
    private static String board() {
        try {
            String id = Files.readString(BOARD).strip();
            return id.isEmpty()
                    ? ""
                    : Sha256.of(("cotejo station " + id).getBytes(StandardCharsets.UTF_8))
                            .hex()
                            .substring(0, MARK_DIGITS);
        } catch (IOException e) {
            return "";
        }
    }

    /** Refuses a place for a machine from which its private key might be copied or published. */
    static void checkOutside(Path machine) {
        Path path = machine.toAbsolutePath().normalize();
        for (Path at = path.getParent(); at != null; at = at.getParent()) {
            if (ElectionFolder.isFolder(at) || Files.isRegularFile(at.resolve("checkpoint"))) {
                throw new RefusedException(AppProblem.MACHINE_INSIDE.at(machine.toString(), at));
            }
        }
        if (!Files.isDirectory(Objects.requireNonNull(path.getParent()))) {
            throw new RefusedException(AppProblem.NO_PARENT.at(machine.toString()));
        }
    }

    /** Hexadecimal digits of a public key. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
