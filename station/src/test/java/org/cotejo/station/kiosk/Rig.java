package org.cotejo.station.kiosk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.station.box.Disk;
import org.cotejo.station.day.Figures;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineMaker;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.day.Surroundings;
import org.cotejo.station.words.Language;

/** A real machine on this disk with its pages served, and paper in a list. */
final class Rig implements AutoCloseable {
    private static final SoftwareHash SOFTWARE =
            new SoftwareHash(Sha256.of("program".getBytes(StandardCharsets.UTF_8)));
    private static final Duration HOUR = Duration.ofHours(1);

    final Tray tray;
    final Machine machine;
    final Kiosk kiosk;

    private Rig(Tray tray, Machine machine, Kiosk kiosk) {
        this.tray = tray;
        this.machine = machine;
        this.kiosk = kiosk;
    }

    /** A machine that is open, with nothing on its pages that hurries. */
    static Rig open(Path folder, StationDefinition setup) {
        return open(folder, setup, HOUR, HOUR);
    }

    static Rig open(Path folder, StationDefinition setup, Duration quiet, Duration warning) {
        Rig rig = ready(folder, setup, quiet, warning);
        rig.machine.openStation(1).orThrow();
        return rig;
    }

    /** A machine that is loaded and not open. */
    static Rig ready(Path folder, StationDefinition setup, Duration quiet, Duration warning) {
        Tray tray = new Tray();
        MachineMaker.make(
                        folder,
                        Ballots.ID,
                        Ballots.STATION,
                        new MachineId("M-1"),
                        KeyAlgorithm.ED25519_DEMO,
                        around(tray))
                .orThrow();
        Rig rig = started(folder, tray, setup, quiet, warning);
        return rig;
    }

    private static Rig started(Path folder, Tray tray, StationDefinition setup, Duration quiet, Duration warning) {
        Machine machine = Machine.start(folder, around(tray)).orThrow();
        machine.load(setup, true, setup.spoken().groups(), machine.identity().key())
                .orThrow();
        return serve(tray, machine, quiet, warning);
    }

    /** The machine of a folder, started again after whatever happened to it. */
    static Rig again(Path folder) {
        Tray tray = new Tray();
        return serve(tray, Machine.start(folder, around(tray)).orThrow(), HOUR, HOUR);
    }

    private static Rig serve(Tray tray, Machine machine, Duration quiet, Duration warning) {
        KioskSettings settings =
                new KioskSettings(0, 0, List.of(Language.values()), quiet, warning, 2, SpokenHash.of(SOFTWARE.hash()));
        return new Rig(
                tray,
                machine,
                Kiosk.start(machine, settings, new SecureRandom(), Clock.systemUTC())
                        .orThrow());
    }

    private static Surroundings around(Tray tray) {
        return new Surroundings(
                Disk.ofThisMachine(),
                Clock.system(ZoneId.of("America/Caracas")),
                new SecureRandom(),
                tray,
                "b0a4d",
                SOFTWARE);
    }

    Figures figures() {
        return machine.view().figures();
    }

    /** Releases a ballot as the officer's page does. */
    void release() {
        release("es", "plain", "off");
    }

    void release(String language, String contrast, String switches) {
        Asking officer = new Asking(kiosk.officerPage());
        officer.ask(
                "release",
                java.util.Map.of(
                        "language", language, "text", 0, "contrast", contrast, "sound", false, "switches", switches));
    }

    @Override
    public void close() {
        kiosk.close();
        machine.close();
    }
}
