package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.Faults;
import org.cotejo.station.box.SimDisk;

/** A polling station with one machine on a simulated disk. */
final class Polling {
    static final Path FOLDER = Path.of("/station/machine");
    static final SoftwareHash SOFTWARE = new SoftwareHash(Sha256.of("software".getBytes(StandardCharsets.UTF_8)));

    final Faults faults;
    final SimDisk disk;
    final ManualClock clock = new ManualClock();
    final PaperTray tray = new PaperTray();

    Polling(long seed) {
        faults = new Faults(seed);
        disk = new SimDisk(faults, Path.of("/station"));
    }

    Surroundings around() {
        return around(disk, "b0a4d");
    }

    Surroundings around(Disk on, String hardware) {
        return new Surroundings(on, clock, new SecureRandom(), tray, hardware, SOFTWARE);
    }

    MachineIdentity make() {
        return make(Election.ID);
    }

    MachineIdentity make(String election) {
        return MachineMaker.make(
                        FOLDER, election, Election.STATION, new MachineId("M-1"), KeyAlgorithm.ED25519, around())
                .orThrow();
    }

    Machine start() {
        return Machine.start(FOLDER, around()).orThrow();
    }

    /** A machine that is made and loaded. */
    Machine ready() {
        make();
        Machine machine = start();
        load(machine);
        return machine;
    }

    static void load(Machine machine) {
        StationDefinition setup = Election.setup();
        machine.load(setup, true, setup.spoken().groups(), machine.identity().key())
                .orThrow();
    }

    /** A machine that voters vote on. */
    Machine open() {
        Machine machine = ready();
        machine.openStation(2).orThrow();
        return machine;
    }

    static void vote(Machine machine, Ballot ballot) {
        machine.confirm(machine.release().orThrow(), ballot).orThrow();
        machine.receiptRight().orThrow();
    }

    static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(var problem) ? problem.code() : "ok";
    }
}
