package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process on a real disk, killed at instants that nobody chose: no vote that it acknowledged is lost and none counts twice. A kill
 * takes no power away, so what the disk had not yet written is not lost here: that is what the simulated disk is for.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("cotejo.station.kills", 6);

    /** More would be no day of any machine: each kill adds some votes, and each start reads the log from its beginning. */
    private static final int KILLS_A_DAY = 20;

    @TempDir
    private Path tmp;

    @Test
    void killedAgainAndAgainNoVoteIsLostAndNoneCountsTwice() throws Exception {
        for (int done = 0; done < KILLS; done += KILLS_A_DAY) {
            day(tmp.resolve("machine-" + done), Math.min(KILLS_A_DAY, KILLS - done), new SplittableRandom(3 + done));
        }
    }

    private void day(Path folder, int kills, SplittableRandom random) throws Exception {
        MachineMaker.make(
                        folder,
                        Election.ID,
                        Election.STATION,
                        new MachineId("M-1"),
                        KeyAlgorithm.ED25519,
                        KilledMachine.around())
                .orThrow();
        try (Machine machine = start(folder)) {
            Polling.load(machine);
            machine.openStation(1).orThrow();
        }
        int counted = 0;
        for (int kill = 0; kill < kills; kill++) {
            int acknowledged = killed(folder, random.nextInt(300));
            try (Machine machine = start(folder)) {
                KilledMachine.finish(machine);
                int now = machine.view().figures().counted();
                assertTrue(
                        now == acknowledged || now == acknowledged + 1,
                        acknowledged + " votes were acknowledged, " + now + " are counted");
                assertTrue(now > counted, "nobody voted before kill " + kill);
                counted = now;
            }
        }
        try (Machine machine = start(folder)) {
            machine.closeStation(counted, 1).orThrow();
            mustBeTheVotes(counted, machine.sheets().orThrow());
            MachineLog.read(machine.identity(), machine.log()).orThrow();
        }
    }

    private static Machine start(Path folder) {
        return Machine.start(folder, KilledMachine.around()).orThrow();
    }

    private static void mustBeTheVotes(int counted, List<SignedSheet> sheets) {
        for (SignedSheet sheet : sheets) {
            List<Integer> expected = new ArrayList<>();
            for (int position = 1; position <= sheet.sheet().votes().size(); position++) {
                int votes = 0;
                for (int i = 0; i < counted; i++) {
                    Choice choice = KilledMachine.ballot(i).choice(sheet.sheet().contest());
                    votes += choice.equals(new Choice.Picked(position)) ? 1 : 0;
                }
                expected.add(votes);
            }
            assertEquals(expected, sheet.sheet().votes());
        }
    }

    /** Lets a machine work for a while after its first vote, kills it and returns how many votes it had acknowledged. */
    private int killed(Path folder, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMachine.class.getName(),
                        folder.toString())
                .redirectError(tmp.resolve("machine.err").toFile())
                .start();
        try (BufferedReader from = process.inputReader()) {
            String first = from.readLine();
            assertTrue(first != null, () -> "the machine did not start: " + tmp.resolve("machine.err"));
            CompletableFuture<String> last =
                    CompletableFuture.supplyAsync(() -> from.lines().reduce(first, (_, line) -> line));
            Thread.sleep(millis);
            // Not by the process itself, which would close the stream under whoever reads what it said last.
            process.toHandle().destroyForcibly();
            process.waitFor();
            return Integer.parseInt(last.join());
        }
    }

    @Test
    void whatIsSecretIsClosedToEverybodyElse() throws IOException {
        Path folder = tmp.resolve("other");
        MachineMaker.make(
                        folder,
                        Election.ID,
                        Election.STATION,
                        new MachineId("M-1"),
                        KeyAlgorithm.ED25519,
                        KilledMachine.around())
                .orThrow();
        assertEquals("rwx------", permissions(folder));
        assertEquals("rwx------", permissions(folder.resolve("keys")));
        for (String key : List.of("station.key", "box.a.key", "box.b.key")) {
            assertEquals("rw-------", permissions(folder.resolve("keys").resolve(key)));
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
