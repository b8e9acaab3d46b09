package org.cotejo.node.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cotejo.base.Check;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a log. Any number of threads may append; requests are pooled into batches, and each is answered when its entries
 * are durable and public. After a failure of the disk or the store the writer stops for good: it never tries again and never believes what
 * it reads back, and every later call is refused until the log is opened anew.
 */
public final class LogWriter implements AutoCloseable {
    private static final Sentence CLOSED = new Sentence("it was closed", "fue cerrado");

    private final Disk.Lock lock;
    private final HeadStore store;
    private final Sequencer sequencer;
    private final Intake intake;
    private final Path state;
    private final Thread thread;
    private final AtomicReference<@Nullable Sentence> ended = new AtomicReference<>();
    private final AtomicReference<SignedCheckpoint> head;

    /** A log that is opened, with what must be given back. */
    private LogWriter(Disk.Lock lock, HeadStore store, Sequencer sequencer, Path state, Pace pace) {
        this.lock = lock;
        this.store = store;
        this.sequencer = sequencer;
        this.state = state;
        this.intake = new Intake(pace);
        this.head = new AtomicReference<>(sequencer.head());
        this.thread = Thread.ofPlatform().name("log-writer").unstarted(this::run);
    }

    /** Begins a log in two folders that are there; done once in its life. Refuses where there is anything of a log already. */
    public static void create(LogFolders folders, LogKeys keys, InstantSource clock) {
        LogFolders real = folders.real();
        Disk disk = new RealDisk();
        Disk.Lock lock = locked(disk, real);
        try {
            if (new PublicFolder(disk, real.site()).isBegun()) {
                throw LogProblem.EXISTS.at(real.site());
            }
            try (HeadStore store = SqliteHeadStore.make(real.heads())) {
                disk.forceFolder(real.state());
                new Opening(disk, store, new HeadSigner(keys, clock), real).create();
            }
        } finally {
            lock.close();
        }
    }

    /** Opens a log that was created before; refuses, with a code that says what to do, unless everything fits together. */
    public static LogWriter open(LogFolders folders, LogKeys keys, Pace pace, InstantSource clock) {
        LogFolders real = folders.real();
        Disk disk = new RealDisk();
        Disk.Lock lock = locked(disk, real);
        try {
            HeadStore store = stored(real, keys);
            try {
                LogWriter writer = with(disk, lock, store, new HeadSigner(keys, clock), real, pace);
                writer.thread.start();
                return writer;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LogWriter with(
            Disk disk, Disk.Lock lock, HeadStore store, HeadSigner signer, LogFolders folders, Pace pace) {
        Sequencer sequencer = new Opening(disk, store, signer, folders).open();
        return new LogWriter(lock, store, sequencer, folders.state(), pace);
    }

    /** A writer on a disk and a store that may fail. */
    static LogWriter started(Disk disk, HeadStore store, HeadSigner signer, LogFolders folders, Pace pace) {
        LogWriter writer = with(disk, locked(disk, folders), store, signer, folders, pace);
        writer.thread.start();
        return writer;
    }

    /**
     * How many entries the log has, by its own store; empty if it was never created. Refused where somebody else has the log open: the
     * answer would be old before it was given.
     */
    public static OptionalLong kept(Path state, LogKeys keys) {
        if (!Files.exists(state.resolve(LogFolders.HEADS))) {
            return OptionalLong.empty();
        }
        Disk.Lock lock = new RealDisk().lock(state).orElseThrow(() -> LogProblem.BUSY.at(state));
        try (HeadStore store =
                SqliteHeadStore.open(state.resolve(LogFolders.HEADS)).orElseThrow()) {
            return store.read(keys.origin())
                    .map(kept -> OptionalLong.of(kept.size()))
                    .orElseGet(OptionalLong::empty);
        } finally {
            lock.close();
        }
    }

    /**
     * Writes the public folder of a log anew where it was lost.
     *
     * @param entries all entries in order, as a mirror or their maker has them; gone through twice
     */
    public static void rebuild(LogFolders folders, LogKeys keys, Iterable<byte[]> entries, InstantSource clock) {
        LogFolders real = folders.real();
        Disk disk = new RealDisk();
        Disk.Lock lock = locked(disk, real);
        try (HeadStore store = stored(real, keys)) {
            new Opening(disk, store, new HeadSigner(keys, clock), real).rebuild(entries);
        } finally {
            lock.close();
        }
    }

    private static Disk.Lock locked(Disk disk, LogFolders folders) {
        return disk.lock(folders.state()).orElseThrow(() -> LogProblem.BUSY.at(folders.state()));
    }

    private static HeadStore stored(LogFolders folders, LogKeys keys) {
        return SqliteHeadStore.open(folders.heads())
                .orElseThrow(() -> LogProblem.NO_STORE.at(folders.state(), keys.origin()));
    }

    /**
     * Puts entries into the log, one after the other, and waits until they are durable and public. Refused entries are not in the
     * log, but for LOG-112 alone: then the log says so when it is opened again. Whoever is interrupted does not know either.
     */
    public Result<Appended> append(List<byte[]> entries) throws InterruptedException {
        Check.that(!entries.isEmpty(), "nothing to append");
        for (byte[] entry : entries) {
            if (entry.length > EntryBundle.ENTRY_MOST) {
                return Result.refused(LogProblem.TOO_LONG.in(state, entry.length, EntryBundle.ENTRY_MOST));
            }
        }
        Intake.Request request = Intake.Request.of(entries);
        if (!intake.canEverTake(request)) {
            return Result.refused(intake.tooMany(request, state));
        }
        if (intake.offer(request)) {
            return Intake.await(request);
        }
        Sentence reason = ended.get();
        return Result.refused(reason == null ? LogProblem.FULL.in(state) : LogProblem.STOPPED.because(state, reason));
    }

    /** Begins to put many entries into the log, batch by batch. */
    public Bulk bulk() {
        return new Bulk(this);
    }

    /** The newest head that is durable and public. */
    public SignedCheckpoint head() {
        return head.get();
    }

    /** Why nothing more is taken; null while entries are. */
    @Nullable
    Sentence ended() {
        return ended.get();
    }

    private void run() {
        try {
            long since = System.nanoTime();
            for (var batch = intake.next(since); batch.isPresent(); batch = intake.next(since)) {
                since = System.nanoTime();
                write(batch.get());
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            stop(List.of(), e);
        }
    }

    private void write(List<Intake.Request> batch) {
        try {
            List<byte[]> entries = batch.stream()
                    .flatMap(request -> request.entries().stream())
                    .toList();
            long next = head.get().checkpoint().size();
            SignedCheckpoint signed = sequencer.commit(entries);
            head.set(signed);
            for (Intake.Request request : batch) {
                request.answer().complete(Result.ok(new Appended(next, signed)));
                next += request.entries().size();
            }
        } catch (RuntimeException | Error e) {
            // An error too: whatever it was, the entries were not written as they should have been.
            stop(batch, e);
        }
    }

    private void stop(List<Intake.Request> batch, Throwable cause) {
        Sentence reason = reason(cause);
        ended.compareAndSet(null, reason);
        LogProblem outcome = sequencer.isInDoubt() ? LogProblem.UNKNOWN : LogProblem.STOPPED;
        batch.forEach(request -> request.answer().complete(Result.refused(outcome.because(state, reason))));
        intake.refuseRest()
                .forEach(request ->
                        request.answer().complete(Result.refused(LogProblem.STOPPED.because(state, reason))));
    }

    private static Sentence reason(Throwable cause) {
        if (cause instanceof RefusedException refused) {
            return new Sentence(refused.problem().line("en"), refused.problem().line("es"));
        }
        String words = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        String inner = cause.getCause() == null ? "" : " (" + cause.getCause().getMessage() + ")";
        return new Sentence(words + inner, words + inner);
    }

    /** Takes nothing more, writes what is waiting, and lets go of the log. */
    @Override
    public void close() {
        ended.compareAndSet(null, CLOSED);
        intake.close();
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            store.close();
        } finally {
            lock.close();
        }
    }
}
