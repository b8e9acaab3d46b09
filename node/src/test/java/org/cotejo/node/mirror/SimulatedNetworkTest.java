package org.cotejo.node.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotejo.node.monitor.MirrorWatch;
import org.cotejo.node.witness.Cosigning;
import org.junit.jupiter.api.Test;

/**
 * Whole lives of a log, three witnesses and three mirrors from a seed, with faults on the way: whoever cheats is found, and nobody who
 * does not is ever called a cheat. {@code -Dcotejo.network.seeds=1000} runs more of them.
 */
class SimulatedNetworkTest {
    private static final int SEEDS = Integer.getInteger("cotejo.network.seeds", 45);

    /** Forcing to the disk is what most of the time would go to; where there is a disk in memory it is taken. */
    private static Path temporary() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "cotejo-network")
                : Files.createTempDirectory("cotejo-network");
    }

    @Test
    void everyForkAndChangeIsFoundAndNobodyIsAccusedFalsely() throws IOException {
        Map<SimWorld.Cheat, Integer> found = new EnumMap<>(SimWorld.Cheat.class);
        List<SimWorld.Cheat> cheats = List.copyOf(EnumSet.allOf(SimWorld.Cheat.class));
        Path folder = temporary();
        try {
            for (long seed = 0; seed < SEEDS; seed++) {
                SimWorld.Cheat cheat = cheats.get((int) (seed % cheats.size()));
                try {
                    life(seed, cheat, folder.resolve("s" + seed));
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("seed " + seed + ", " + cheat, e);
                }
                found.merge(cheat, 1, Integer::sum);
                delete(folder.resolve("s" + seed));
            }
        } finally {
            delete(folder);
        }
        assertEquals(SimWorld.Cheat.values().length, found.size(), found::toString);
    }

    private static void life(long seed, SimWorld.Cheat cheat, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (SimWorld world = new SimWorld(random.nextLong(), cheat, folder)) {
            int minutes = 4 + random.nextInt(8);
            for (int i = 0; i < minutes; i++) {
                world.minute();
            }
            world.heal();
            mustBeQuiet(world);
            world.remember();
            world.grow();
            world.heal();
            mustBeQuiet(world);
            assertTrue(world.isAllHeld(), "a mirror lags although nothing is broken");
            if (cheat == SimWorld.Cheat.NOBODY) {
                return;
            }
            world.beginToCheat();
            for (int i = 0; i < minutes; i++) {
                world.minute();
            }
            world.heal();
            mustBeFound(world, cheat);
        }
    }

    private static void mustBeQuiet(SimWorld world) throws IOException {
        assertEquals(
                List.of(),
                world.seen.stream()
                        .filter(one -> one.kind().weight() == Sighting.Weight.REFUTED)
                        .toList(),
                "somebody honest was accused");
        assertFalse(world.hasForkEvidence(), "evidence of a fork that there was not");
        assertTrue(world.came.stream().noneMatch(Cosigning.Came.OtherView.class::isInstance), "a witness saw a fork");
        MirrorWatch.Seen watch = watch(world);
        assertFalse(watch.isAlarm(), watch::toString);
    }

    private static MirrorWatch.Seen watch(SimWorld world) {
        List<MirrorWatch.Address> all = List.of(
                new MirrorWatch.Address("log", "http://log/"),
                new MirrorWatch.Address("m0", "http://m0/"),
                new MirrorWatch.Address("m1", "http://m1/"),
                new MirrorWatch.Address("m2", "http://m2/"));
        return MirrorWatch.look(all, world.policy(), world.web("watch"), Map.of(), world.time());
    }

    private static void mustBeFound(SimWorld world, SimWorld.Cheat cheat) throws IOException {
        List<Sighting.Kind> kinds =
                world.seen.stream().map(Sighting::kind).distinct().toList();
        Sighting.Kind expected = switch (cheat) {
            case LOG_GOES_BACK, MIRROR_GOES_BACK -> Sighting.Kind.ROLLED_BACK;
            case LOG_CHANGES, MIRROR_CHANGES -> Sighting.Kind.CHANGED;
            case LOG_HIDES, MIRROR_HIDES -> Sighting.Kind.VANISHED;
            case MIRROR_FORGES -> Sighting.Kind.FALSE_HEAD;
            case LOG_FORKS, NOBODY -> Sighting.Kind.FORK;
        };
        if (cheat == SimWorld.Cheat.LOG_FORKS) {
            MirrorWatch.Seen watch = watch(world);
            assertFalse(watch.forks().isEmpty(), watch::toString);
        } else {
            assertTrue(kinds.contains(expected), kinds::toString);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (var inside = Files.walk(folder)) {
                all = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
