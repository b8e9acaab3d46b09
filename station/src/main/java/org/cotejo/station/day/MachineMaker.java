package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.SigningKey;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.VoteBox;

/** Makes a machine: its key, by chance and on the spot, an empty box, and the first line of its log. */
public final class MachineMaker {
    private MachineMaker() {}

    /**
     * Makes a machine in a new folder of a folder that is there. Its public key is then listed for the station, before the definition is
     * frozen.
     *
     * @param election the id of the election
     */
    public static Result<MachineIdentity> make(
            Path folder,
            String election,
            StationCode station,
            MachineId machine,
            KeyAlgorithm algorithm,
            Surroundings around) {
        Disk disk = around.disk();
        MachineFiles files = new MachineFiles(folder.toAbsolutePath());
        if (!algorithm.countsIn(election)) {
            return StationProblem.REHEARSAL_KEY.refused(election);
        }
        if (disk.exists(files.folder())) {
            return Result.refused(StationProblem.EXISTS.in(folder));
        }
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        around.random().nextBytes(seed);
        Ed25519Secret secret = Ed25519Secret.ofSeed(seed);
        MachineIdentity identity = new MachineIdentity(
                election, new StationKey(station, machine, algorithm, secret.verifyKey()), around.hardware());
        files.folders().forEach(disk::makeFolder);
        disk.create(files.secret(), MachineFiles.bytes(secret));
        DayRecord first = Daybook.first(identity, secret, around);
        disk.create(files.log(), Daybook.bytes(first.tail()));
        VoteBox.create(disk, files.box(), about(identity), around.random(), first.bytes());
        disk.create(files.identity(), MachineFiles.text(identity).getBytes(StandardCharsets.UTF_8));
        disk.forceFolder(files.keys());
        disk.forceFolder(files.folder());
        disk.forceFolder(Objects.requireNonNull(files.folder().getParent()));
        return Result.ok(identity);
    }

    /** What the box of a machine belongs to. */
    static byte[] about(MachineIdentity identity) {
        return ("COTEJO-BOX1\n" + MachineFiles.text(identity)).getBytes(StandardCharsets.UTF_8);
    }
}
