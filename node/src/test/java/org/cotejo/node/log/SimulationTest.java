package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The log is cut off at every step of its work, on a disk that keeps no more than it must. */
class SimulationTest {
    /** Across the border of a tile, as it was first done by the authors of Sunlight; then across two. */
    private static final List<Integer> BATCHES = List.of(254, 3, 600, 1);

    private static final int[] SIZES = {1, 1, 2, 3, 17, 100, 254, 255, 256, 257, 511, 600};

    private static final int SEEDS = Integer.getInteger("cotejo.simulation.seeds", 300);

    /** Steps of the whole scenario if nothing happens. */
    private static long steps() {
        SimLog log = new SimLog(0, TestKeys.plain());
        log.run(BATCHES);
        return log.faults.steps();
    }

    @Test
    void cutOffAtEachStepNothingIsLostAndNothingForks() {
        long runs = 0;
        for (long step = 0, of = steps() + 20; step < of; step++) {
            for (long seed = 0; seed < 4; seed++) {
                oneFault(step, seed, false);
                oneFault(step, seed, true);
                runs += 2;
            }
        }
        assertTrue(runs > 500, "only " + runs + " runs");
    }

    private static void oneFault(long step, long seed, boolean isFailure) {
        SimLog log = new SimLog(1_000 * step + seed, TestKeys.plain());
        arm(log.faults, step, isFailure);
        guarded("step " + step + ", seed " + seed + ", failure " + isFailure, () -> {
            log.run(BATCHES);
            log.mustSurvive();
        });
        assertTrue(log.size() >= 858);
    }

    private static void arm(Faults faults, long step, boolean isFailure) {
        if (isFailure) {
            faults.failAt(step);
        } else {
            faults.cutAt(step);
        }
    }

    @Test
    void throughManyFaultsNothingIsLostAndNothingForks() {
        long faults = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            faults += manyFaults(seed);
        }
        assertTrue(faults > SEEDS, "only " + faults + " faults in " + SEEDS + " seeds");
    }

    /** A life of some batches in which processes are cut off again and again, some of them while they repair; returns how often. */
    private static int manyFaults(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SimLog log = new SimLog(random.nextLong(), random.nextInt(20) == 0 ? TestKeys.both() : TestKeys.plain());
        List<Integer> batches = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            batches.add(SIZES[random.nextInt(SIZES.length)]);
        }
        log.faults.plan(1 + random.nextInt(5));
        guarded("seed " + seed, () -> {
            log.run(batches);
            log.faults.plan(0);
            log.mustSurvive();
        });
        return log.faults.happened();
    }

    private static void guarded(String what, Runnable life) {
        try {
            life.run();
        } catch (RuntimeException | AssertionError | Faults.Cut e) {
            throw new AssertionError(what, e);
        }
    }

    /** If the disk forgets what it was told to force, this simulation must see it: else it could never find anything. */
    @Test
    void aDiskThatForgetsItsFoldersIsFoundOut() {
        mustBeFoundOut(disk -> new ForwardingDisk(disk) {
            @Override
            public void forceFolder(Path folder) {}
        });
    }

    @Test
    void aDiskThatForgetsTheFolderOfTheCheckpointIsFoundOut() {
        mustBeFoundOut(disk -> new ForwardingDisk(disk) {
            @Override
            public void forceFolder(Path folder) {
                if (!folder.equals(SimLog.FOLDERS.site())) {
                    super.forceFolder(folder);
                }
            }
        });
    }

    @Test
    void aDiskThatForgetsTheStagingIsFoundOut() {
        mustBeFoundOut(disk -> new ForwardingDisk(disk) {
            @Override
            public void forceFolder(Path folder) {
                if (!folder.endsWith("staging")) {
                    super.forceFolder(folder);
                }
            }
        });
    }

    @Test
    void aWriterThatFindsFilesThereAndLeavesThemUnforcedIsFoundOut() {
        mustBeFoundOut(disk -> new ForwardingDisk(disk) {
            @Override
            public void forceFolder(Path folder) {
                if (!folder.toString().contains("/tile/")) {
                    super.forceFolder(folder);
                }
            }
        });
    }

    private static void mustBeFoundOut(UnaryOperator<Disk> disguise) {
        for (long seed = 0; seed < 2_000; seed++) {
            SimLog log = new SimLog(seed, TestKeys.plain(), disguise);
            log.faults.cutAt(new SplittableRandom(seed).nextInt(150));
            try {
                log.run(List.of(254, 3, 1));
                log.mustSurvive();
            } catch (RuntimeException | AssertionError e) {
                return;
            }
        }
        fail("the disk lost what it should not, and nothing was noticed");
    }
}
