package org.cotejo.station.kiosk;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.day.BallotPass;
import org.cotejo.station.day.Booth;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.MachineState;
import org.cotejo.station.day.MachineView;
import org.jspecify.annotations.Nullable;

/**
 * What both pages see: the machine, and the little that is known of the page itself, such as whether the voter still answers. No lock
 * is held while the machine acts, so that the officer's page answers while paper comes out.
 */
final class Desk {
    /** Why the same voter begins again. */
    enum Again {
        /** The receipt was wrong. */
        SPOILED,
        /** No receipt could be printed. */
        WITHDRAWN,
        /** The machine did not take the vote. */
        REFUSED
    }

    /**
     * All of it at one moment.
     *
     * @param seq grows with every change
     * @param turn grows with every ballot that is shown
     * @param calls grows when the officer gives a silent voter more time
     * @param isStopped the machine's disk failed, and it does nothing more
     */
    record Moment(
            MachineView view,
            long seq,
            long turn,
            long calls,
            boolean isPrinting,
            boolean isAway,
            boolean isStopped,
            @Nullable Again again,
            @Nullable Problem problem,
            Sentence last,
            Wanted wanted) {}

    private final Machine machine;
    private final Wanted usual;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** One act of the voter at a time: a ballot that was sent twice finds its pass used. */
    private final ReentrantLock voter = new ReentrantLock();

    private long seq;
    private long turn;
    private long calls;
    private int printing;
    private int unsettled;
    private boolean isAway;
    private boolean isStopped;
    private @Nullable Again again;
    private @Nullable Problem problem;
    private @Nullable BallotPass pass;
    private Sentence last;
    private Wanted wanted;

    Desk(Machine machine, Wanted usual) {
        this.machine = machine;
        this.usual = usual;
        this.wanted = usual;
        this.last = machine.lastVoter();
    }

    Machine machine() {
        return machine;
    }

    Moment now() {
        lock.lock();
        try {
            while (unsettled > 0) {
                changed.awaitUninterruptibly();
            }
            MachineView view = machine.view();
            if (view.pass() != null && !view.pass().equals(pass)) {
                turn++;
            }
            pass = view.pass();
            return new Moment(view, seq, turn, calls, printing > 0, isAway, isStopped, again, problem, last, wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is other than it was at {@code seen}, but not longer than {@code patience}. */
    Moment after(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (seq == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        return now();
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            seq++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** An act of the machine; what it refuses is shown to the officer, and when its disk fails both pages say that it stopped. */
    <T> Result<T> act(Supplier<Result<T>> what) {
        return act(false, what, _ -> again);
    }

    /** An act during which paper comes out, which takes its time. */
    <T> Result<T> print(Supplier<Result<T>> what) {
        return act(true, what, _ -> again);
    }

    /** Nobody is told of anything between: of a short act the pages see the end, of a print that it is going on. */
    private <T> Result<T> act(boolean prints, Supplier<Result<T>> what, Function<Result<T>, @Nullable Again> then) {
        change(() -> {
            printing += prints ? 1 : 0;
            unsettled += prints ? 0 : 1;
        });
        @Nullable Result<T> done = null;
        try {
            done = what.get();
            return done;
        } catch (UncheckedIOException e) {
            change(() -> isStopped = true);
            throw e;
        } finally {
            @Nullable Result<T> result = done;
            change(() -> {
                printing -= prints ? 1 : 0;
                unsettled -= prints ? 0 : 1;
                isAway = false;
                problem = result instanceof Result.Refused<T>(Problem found) ? found : null;
                again = result == null ? again : then.apply(result);
                last = machine.lastVoter();
            });
        }
    }

    Result<BallotPass> release(Wanted forVoter) {
        return act(false, machine::release, done -> {
            wanted = done instanceof Result.Ok ? forVoter : wanted;
            return null;
        });
    }

    Result<MachineState> cancel() {
        return act(false, machine::cancelRelease, done -> {
            wanted = done instanceof Result.Ok ? usual : wanted;
            return null;
        });
    }

    Result<MachineState> withdraw() {
        return act(false, machine::withdraw, done -> done instanceof Result.Ok ? Again.WITHDRAWN : again);
    }

    /** The voter confirms. A pass that is not the present one does nothing: the page learns how things stand instead. */
    void confirm(BallotPass with, Ballot ballot) {
        voter.lock();
        try {
            if (with.equals(machine.view().pass())) {
                act(true, () -> machine.confirm(with, ballot), _ -> isReleased(machine.view()) ? Again.REFUSED : null);
            }
        } finally {
            voter.unlock();
        }
    }

    private static boolean isReleased(MachineView view) {
        return view.state() instanceof MachineState.Open(Booth booth) && booth instanceof Booth.Released;
    }

    /** The voter answers for the receipt; an answer that comes too late does nothing. */
    void answer(boolean isRight) {
        voter.lock();
        try {
            if (machine.view().state() instanceof MachineState.Open(Booth booth) && booth instanceof Booth.Checking) {
                act(
                        false,
                        isRight ? machine::receiptRight : machine::receiptWrong,
                        done -> !isRight && done instanceof Result.Ok ? Again.SPOILED : null);
            }
        } finally {
            voter.unlock();
        }
    }

    /** Whether the voter's page has covered itself because nobody answers. */
    void away(boolean is) {
        change(() -> isAway = is);
    }

    /** The officer gives more time: the page uncovers itself. */
    void call() {
        change(() -> {
            calls++;
            isAway = false;
        });
    }

    /** Something that must never happen did, in this program; the name of its kind says nothing of a vote. */
    void fault(Throwable thrown) {
        Problem fault = KioskProblem.FAULT.at(
                "", Objects.requireNonNull(thrown.getClass().getSimpleName()));
        change(() -> problem = fault);
    }
}
