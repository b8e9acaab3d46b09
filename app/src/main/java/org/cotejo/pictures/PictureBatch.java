package org.cotejo.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cotejo.base.Progress;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.capture.Extras;
import org.cotejo.capture.PictureReader;
import org.cotejo.capture.picture.PictureLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads many pictures side by side and hands them on in their order. Only as many are in memory as there are threads, of which there
 * are no more than the memory bears; one that takes too long is given up and reported, and the others go on.
 */
public final class PictureBatch {
    private static final long SECONDS_MOST = 120;
    private static final long BYTES_A_THREAD = 500L << 20;
    private static final Sentence WHAT = new Sentence("Reading pictures:", "Leyendo imágenes:");

    private final Supplier<PictureReader> readers;
    private final Supplier<@Nullable Extras> extras;
    private final Progress progress;
    private final BlockingQueue<PictureReader> idle = new LinkedBlockingQueue<>();
    private final int threads;
    private final Semaphore turns;

    /** Readers are made as threads need them, one each; {@code extras} once for each picture, null where none are wanted. */
    public PictureBatch(Supplier<PictureReader> readers, Supplier<@Nullable Extras> extras, Progress progress) {
        this.readers = readers;
        this.extras = extras;
        this.progress = progress;
        this.threads = Math.clamp(Runtime.getRuntime().maxMemory() / BYTES_A_THREAD, 1, Workers.THREADS);
        this.turns = new Semaphore(threads, true);
    }

    /** Reads all files; {@code to} gets each in the order of the list, on the thread of the caller. */
    public void run(List<Path> files, Consumer<PictureRead> to) {
        ExecutorService pool =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        Deque<Running> running = new ArrayDeque<>();
        Iterator<Path> next = files.iterator();
        long done = 0;
        while (next.hasNext() || !running.isEmpty()) {
            while (next.hasNext() && running.size() < 2 * threads) {
                Path file = next.next();
                AtomicBoolean hasTurn = new AtomicBoolean(true);
                running.add(new Running(file, hasTurn, pool.submit(() -> inTurn(file, hasTurn))));
            }
            to.accept(await(running.remove()));
            done++;
            progress.at(WHAT, done, files.size());
        }
        pool.shutdown();
    }

    private record Running(Path file, AtomicBoolean hasTurn, Future<PictureRead> read) {}

    private PictureRead await(Running running) {
        try {
            return running.read().get(SECONDS_MOST, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Nothing can stop a decoder; its thread dies with the program, and another one takes its turn.
            running.read().cancel(true);
            giveUp(running.hasTurn());
            return failed(running.file(), PicturesProblem.SLOW.at(running.file().toString(), SECONDS_MOST));
        } catch (ExecutionException e) {
            return failed(
                    running.file(), PicturesProblem.FAILED.at(running.file().toString(), String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading pictures", e);
        }
    }

    private PictureRead inTurn(Path file, AtomicBoolean hasTurn) throws InterruptedException {
        turns.acquire();
        try {
            PictureReader reader = idle.poll();
            if (reader == null) {
                reader = readers.get();
            }
            PictureRead read = read(file, reader);
            idle.add(reader);
            return read;
        } finally {
            giveUp(hasTurn);
        }
    }

    /** Hands a turn on, once: a picture that was given up has handed it on already. */
    private void giveUp(AtomicBoolean hasTurn) {
        if (hasTurn.getAndSet(false)) {
            turns.release();
        }
    }

    private PictureRead read(Path file, PictureReader reader) {
        try {
            if (!Files.isRegularFile(file)) {
                return failed(file, PicturesProblem.NO_FILE.at(file.toString()));
            }
            // A longer file is refused by its length alone, so its rest need not be read.
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(PictureLimits.BYTES_MOST + 1);
            }
            @Nullable Extras wanted = extras.get();
            return new PictureRead(
                    file,
                    Optional.of(wanted == null ? reader.read(bytes) : reader.read(bytes, wanted)),
                    Optional.empty(),
                    wanted);
        } catch (NoSuchFileException e) {
            return failed(file, PicturesProblem.NO_FILE.at(file.toString()));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return failed(file, PicturesProblem.FAILED.at(file.toString(), e.toString()));
        }
    }

    private static PictureRead failed(Path file, org.cotejo.base.Problem problem) {
        return new PictureRead(file, Optional.empty(), Optional.of(problem), null);
    }
}
