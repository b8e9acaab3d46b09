package org.cotejo.station.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** Counts what a process does to its disk, and lets it be cut off or fail at a chosen step. */
public final class Faults {
    /** The process ends here; nothing may catch this and go on. */
    public static final class Cut extends Error {
        private static final long serialVersionUID = 1L;

        Cut(String at) {
            super(at, null, false, false);
        }
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final SplittableRandom random;
    private long steps;
    private long cutAt = NEVER;
    private long failAt = NEVER;
    private boolean isCut;
    private int planned;
    private int happened;

    public Faults(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Steps since the process began. */
    public long steps() {
        return steps;
    }

    /** A new process begins; nothing happens to it unless that was planned. */
    public void begin() {
        steps = 0;
        isCut = false;
        arm();
    }

    /** The process will be cut off at its step with this number, from 0. */
    public void cutAt(long step) {
        cutAt = step;
    }

    /** The step with this number, from 0, will fail; those after it work again. */
    public void failAt(long step) {
        failAt = step;
    }

    /** So many processes from this one on will each be cut off or fail somewhere. */
    public void plan(int faults) {
        planned = faults;
        arm();
    }

    private void arm() {
        cutAt = NEVER;
        failAt = NEVER;
        if (planned > 0) {
            planned--;
            long step = random.nextInt(random.nextBoolean() ? 25 : 150);
            if (random.nextInt(3) == 0) {
                failAt = step;
            } else {
                cutAt = step;
            }
        }
    }

    /** Cuts and failures that there were. */
    public int happened() {
        return happened;
    }

    /** One step that takes effect or does not when it is cut off or fails. */
    public void step(String what, Runnable effect) {
        forceStep(what, effect, random.nextBoolean() ? effect : () -> {});
    }

    /** One step whose failure has an effect of its own. */
    void forceStep(String what, Runnable effect, Runnable failure) {
        if (isCut) {
            throw new Cut("the process is gone and does: " + what);
        }
        long step = steps++;
        if (step == cutAt) {
            isCut = true;
            happened++;
            if (random.nextBoolean()) {
                effect.run();
            }
            throw new Cut(what);
        }
        if (step == failAt) {
            happened++;
            failure.run();
            throw new UncheckedIOException(what, new IOException("injected at step " + step));
        }
        effect.run();
    }
}
