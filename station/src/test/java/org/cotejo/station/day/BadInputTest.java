package org.cotejo.station.day;

import static org.cotejo.station.day.Polling.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a machine must not go along with. */
class BadInputTest {
    private final Polling polling = new Polling(1);
    private final MachineFiles files = new MachineFiles(Polling.FOLDER);

    private String started() {
        return code(Machine.start(Polling.FOLDER, polling.around()));
    }

    @Test
    void twoInstancesAreOneTooMany() {
        Machine machine = polling.open();
        assertEquals("STATION-103", started());
        machine.close();
        assertEquals("ok", started());
    }

    @Test
    void aMachineIsMadeOnce() {
        polling.make();
        assertEquals(
                "STATION-102",
                code(MachineMaker.make(
                        Polling.FOLDER,
                        Election.ID,
                        Election.STATION,
                        new MachineId("M-2"),
                        KeyAlgorithm.ED25519,
                        polling.around())));
        assertEquals("STATION-101", code(Machine.start(Path.of("/station"), polling.around())));
    }

    @Test
    void aRehearsalsKeyIsForARehearsal() {
        assertEquals(
                "STATION-111",
                code(MachineMaker.make(
                        Polling.FOLDER,
                        "VE-2027",
                        Election.STATION,
                        new MachineId("M-1"),
                        KeyAlgorithm.ED25519_DEMO,
                        polling.around())));
    }

    @Test
    void aWrongKeyIsRefused() {
        polling.open().close();
        polling.disk.meddle(files.secret(), MachineFiles.bytes(Ed25519Secret.ofSeed(new byte[32])));
        assertEquals("STATION-104", started());
        polling.disk.meddle(files.secret(), "nonsense".getBytes(StandardCharsets.UTF_8));
        assertEquals("STATION-104", started());
        polling.disk.meddle(files.secret(), null);
        assertEquals("STATION-104", started());
    }

    @Test
    void aFolderThatWasCopiedToAnotherBoardIsRefused() {
        polling.open().close();
        assertEquals("STATION-105", code(Machine.start(Polling.FOLDER, polling.around(polling.disk, "other"))));
        assertEquals("STATION-105", code(Machine.start(Polling.FOLDER, polling.around(polling.disk, ""))));
    }

    @Test
    void theBoxOfAnotherMachineIsRefused() {
        Polling other = new Polling(2);
        other.open().close();
        polling.open().close();
        Map<Path, byte[]> theirs = other.disk.files();
        for (Path file : theirs.keySet()) {
            if (String.valueOf(file.getFileName()).startsWith("box.")) {
                polling.disk.meddle(file, theirs.get(file));
            }
        }
        assertEquals("BOX-201", started());
    }

    @Test
    void anOldCopyOfTheBoxIsRefused() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        machine.close();
        Map<Path, byte[]> old = polling.disk.files();
        Machine later = polling.start();
        Polling.vote(later, Election.ballot(2, 2));
        later.close();
        old.forEach((file, bytes) -> {
            if (String.valueOf(file.getFileName()).startsWith("box.")) {
                polling.disk.meddle(file, bytes);
            }
        });
        assertEquals("STATION-107", started());
    }

    @Test
    void aLogThatWasChangedOrCutIsRefused() {
        polling.open().close();
        byte[] log = polling.disk.file(files.log());
        byte[] changed = log.clone();
        changed[2] ^= 1;
        polling.disk.meddle(files.log(), changed);
        assertEquals("STATION-403", started());
        polling.disk.meddle(files.log(), java.util.Arrays.copyOf(log, log.length / 2));
        assertEquals("STATION-106", started());
        polling.disk.meddle(files.log(), null);
        assertEquals("STATION-106", started());
        polling.disk.meddle(files.log(), log);
        assertEquals("ok", started());
    }

    @Test
    void anotherDefinitionOnTheDiskIsRefused() {
        polling.open().close();
        byte[] other = DefinitionFile.bytes(Election.setup("demo-2028", Election.STATION));
        polling.disk.meddle(files.definition(), other);
        assertEquals("STATION-106", started());
        polling.disk.meddle(files.definition(), null);
        assertEquals("STATION-106", started());
    }

    @Test
    void anIdentityThatWasChangedIsRefused() {
        polling.open().close();
        String text = new String(polling.disk.file(files.identity()), StandardCharsets.UTF_8);
        polling.disk.meddle(files.identity(), text.replace("M-1", "M-2").getBytes(StandardCharsets.UTF_8));
        assertEquals("BOX-201", started());
        polling.disk.meddle(
                files.identity(), text.replace("station ", "estacion ").getBytes(StandardCharsets.UTF_8));
        assertEquals("STATION-106", started());
    }

    @Test
    void aClockThatWasSetBackIsRefused() {
        Machine machine = polling.open();
        polling.clock.move(-3_600);
        assertEquals("STATION-108", code(machine.release()));
        machine.close();
        assertEquals("STATION-108", started());
        polling.clock.move(3_600);
        assertEquals("ok", started());
    }

    @Test
    void aClockThatGoesBackASecondStopsNobody() {
        Machine machine = polling.open();
        polling.clock.move(-1);
        assertEquals("ok", code(machine.release()));
    }

    @Test
    void aFullDiskIsFoundBeforeTheNextVoterIsLetIn() {
        Machine machine = polling.open();
        polling.disk.setFree(1_000);
        assertEquals("STATION-110", code(machine.release()));
        polling.disk.setFree(1L << 30);
        assertEquals("ok", code(machine.release()));
    }

    @Test
    void afterAFailureOfTheDiskNothingIsDoneUntilTheNextStart() {
        Machine machine = polling.open();
        Polling.vote(machine, Election.ballot(1, 1));
        polling.faults.begin();
        polling.faults.failAt(2);
        Assertions.assertThrows(UncheckedIOException.class, machine::release);
        assertEquals("STATION-109", code(machine.release()));
        machine.close();
        Machine again = polling.start();
        assertEquals(1, again.view().figures().counted());
    }

    @Test
    void onlyTheFrozenDefinitionThatListsThisKeyIsLoaded() {
        polling.make();
        Machine machine = polling.start();
        StationKey own = machine.identity().key();
        StationDefinition setup = Election.setup();
        String typed = setup.spoken().groups();
        assertEquals("STATION-201", code(machine.openStation(1)));
        assertEquals("STATION-122", code(machine.load(setup, false, typed, own)));
        assertEquals("STATION-123", code(machine.load(setup, true, typed.replace('1', '2') + "0", own)));
        assertEquals("STATION-124", code(machine.load(setup, true, typed, null)));
        StationKey other = new StationKey(
                own.station(),
                own.machine(),
                own.algorithm(),
                Ed25519Secret.ofSeed(new byte[32]).verifyKey());
        assertEquals("STATION-125", code(machine.load(setup, true, typed, other)));
        StationDefinition elsewhere = Election.setup(Election.ID, new StationCode("01.001.2"));
        assertEquals("STATION-121", code(machine.load(elsewhere, true, typed, own)));
        StationDefinition election = Election.setup("demo-2028", Election.STATION);
        assertEquals("STATION-121", code(machine.load(election, true, typed, own)));
        assertEquals("ok", code(machine.load(setup, true, typed, own)));
        assertEquals("STATION-201", code(machine.load(setup, true, typed, own)), "a second time");
    }

    @Test
    void noFileOfAMachineMakesTheStartFallOver() {
        polling.open().close();
        Map<Path, byte[]> good = polling.disk.files();
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        for (Path file : good.keySet()) {
            for (int round = 0; round < 40; round++) {
                byte[] bad = polling.disk.file(file);
                for (int i = 0; i <= round % 3 && bad.length > 0; i++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                }
                polling.disk.meddle(file, round % 4 == 0 ? java.util.Arrays.copyOf(bad, bad.length / 2) : bad);
                Result<Machine> result = Machine.start(Polling.FOLDER, polling.around());
                if (result instanceof Result.Ok<Machine>(Machine machine)) {
                    machine.close();
                }
                good.forEach(polling.disk::meddle);
            }
        }
        assertEquals("ok", started());
    }
}
