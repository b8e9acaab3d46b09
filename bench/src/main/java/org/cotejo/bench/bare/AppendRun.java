package org.cotejo.bench.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.log.Bulk;
import org.cotejo.node.log.LogFolders;
import org.cotejo.node.log.LogKeys;
import org.cotejo.node.log.LogWriter;
import org.cotejo.node.log.Pace;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * Appends entries to a fresh log through the real writer, each acknowledged when it is durable and public, and writes down every
 * write that was forced to the disk ({@link DiskTrace}), so that {@link PlainWriter} can do the same without a log.
 */
final class AppendRun {
    private static final String ORIGIN = "bench.invalid/append";

    private AppendRun() {}

    /**
     * DIR MODE ENTRIES BYTES CALLERS TRACE. MODE: {@code many} callers that each append one entry and wait for the answer; {@code bulk},
     * one caller with many entries; {@code single}, one caller that waits for each. Prints entries, seconds, batches.
     */
    static void main(String[] words) throws IOException, InterruptedException {
        Path dir = Path.of(words[0]);
        int entries = Integer.parseInt(words[2]);
        byte[][] sheets = sheets(entries, Integer.parseInt(words[3]));
        LogFolders folders = new LogFolders(
                Files.createDirectories(dir.resolve("state")), Files.createDirectories(dir.resolve("site")));
        LogKeys keys = new LogKeys(ORIGIN, List.of(key(Vkey.Kind.NOTE), key(Vkey.Kind.COSIGNATURE_ML_DSA)));
        LogWriter.create(folders, keys, Clock.systemUTC());
        long nanos;
        try (LogWriter writer = LogWriter.open(folders, keys, Pace.usual(), Clock.systemUTC())) {
            // Unmeasured: classes are loaded, folders made.
            writer.append(List.of(new byte[] {1})).orThrow();
            try (DiskTrace trace = DiskTrace.begin()) {
                long since = System.nanoTime();
                append(writer, words[1], sheets, Integer.parseInt(words[4]));
                nanos = System.nanoTime() - since;
                trace.write(Path.of(words[5]), folders.state());
            }
            if (writer.head().checkpoint().size() != entries + 1L) {
                throw new IllegalStateException("the log has " + writer.head().checkpoint() + " entries");
            }
        }
        System.out.printf("%d %.3f%n", entries, nanos / 1e9);
    }

    private static Skey key(Vkey.Kind kind) {
        return Skey.of(
                ORIGIN,
                kind,
                Sha256.of(kind.name().getBytes(StandardCharsets.UTF_8)).bytes());
    }

    private static byte[][] sheets(int entries, int size) {
        Random random = new Random(1);
        byte[][] sheets = new byte[entries][size];
        for (byte[] sheet : sheets) {
            random.nextBytes(sheet);
        }
        return sheets;
    }

    private static void append(LogWriter writer, String mode, byte[][] sheets, int callers)
            throws InterruptedException {
        switch (mode) {
            case "many" -> many(writer, sheets, callers);
            case "bulk" -> {
                Bulk bulk = writer.bulk();
                for (byte[] sheet : sheets) {
                    bulk.entry(sheet, 0, sheet.length);
                }
                bulk.finish();
            }
            case "single" -> {
                for (byte[] sheet : sheets) {
                    writer.append(List.of(sheet)).orThrow();
                }
            }
            default -> throw new IllegalArgumentException("mode " + mode);
        }
    }

    private static void many(LogWriter writer, byte[][] sheets, int callers) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                running.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < sheets.length; at = next.getAndIncrement()) {
                        writer.append(List.of(sheets[at])).orThrow();
                    }
                    return null;
                }));
            }
            running.forEach(Workers::await);
        }
    }
}
