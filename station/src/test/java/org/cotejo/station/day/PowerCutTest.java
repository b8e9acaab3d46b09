package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cotejo.base.RefusedException;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.Faults;
import org.cotejo.station.box.ForwardingDisk;
import org.junit.jupiter.api.Test;

/** The power fails at every step of a day, on a disk that keeps no more than it must: no confirmed vote is lost, none counts twice. */
class PowerCutTest {
    /** Days of {@link #throughManyCutsNothingIsLost}, each with some five cuts. */
    private static final int DAYS = Integer.getInteger("cotejo.station.days", 60);

    private static VotingDay day(long seed, int voters) {
        return new VotingDay(seed, voters, UnaryOperator.identity());
    }

    private static void guarded(String what, Runnable day) {
        try {
            day.run();
        } catch (RuntimeException | AssertionError | Faults.Cut e) {
            throw new AssertionError(what, e);
        }
    }

    @Test
    void cutOffAtEachStepOfADayNothingIsLost() {
        long crashes = 0;
        for (long step = 0; step < 260; step++) {
            VotingDay day = day(5, 2);
            long at = step;
            guarded("cut at step " + step, () -> day.runCutAt(at));
            crashes += day.crashes();
        }
        assertTrue(crashes > 150, "only " + crashes + " cuts");
    }

    @Test
    void throughManyCutsNothingIsLost() {
        long crashes = 0;
        for (long seed = 0; seed < DAYS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            VotingDay day = day(seed, 1 + random.nextInt(8));
            guarded("seed " + seed, () -> day.run(1 + random.nextInt(9)));
            crashes += day.crashes();
        }
        System.out.println(crashes + " cuts and failures in " + DAYS + " days");
        assertTrue(crashes > DAYS, "only " + crashes + " cuts in " + DAYS + " days");
    }

    @Test
    void aDiskThatForgetsTheImageIsFoundOut() {
        mustBeFoundOut("box.");
    }

    @Test
    void aDiskThatForgetsTheLogIsFoundOut() {
        mustBeFoundOut("log.txt");
    }

    private static void mustBeFoundOut(String forgotten) {
        UnaryOperator<Disk> disguise = disk -> new ForwardingDisk(disk) {
            @Override
            public void force(Path file) {
                if (!String.valueOf(file.getFileName()).startsWith(forgotten)) {
                    super.force(file);
                }
            }
        };
        for (long seed = 0; seed < 500; seed++) {
            VotingDay day = new VotingDay(seed, 4, disguise);
            try {
                day.run(6);
            } catch (RefusedException | AssertionError | IllegalStateException | java.util.NoSuchElementException e) {
                return;
            }
        }
        fail("the disk lost what it should not, and nothing was noticed");
    }

    @Test
    void aMachineWhoseMakingWasCutOffIsNoMachineOrAWholeOne() {
        for (long step = 0; step < 30; step++) {
            Polling polling = new Polling(step);
            polling.faults.cutAt(step);
            boolean isMade = true;
            try {
                polling.make();
            } catch (Faults.Cut e) {
                isMade = false;
                polling.disk.losePower(new SplittableRandom(step));
            }
            polling.faults.begin();
            String code = Polling.code(Machine.start(Polling.FOLDER, polling.around()));
            assertTrue(isMade ? code.equals("ok") : !code.isEmpty(), code);
        }
    }
}
