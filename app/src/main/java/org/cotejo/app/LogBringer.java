package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.EntryBlock;
import org.cotejo.merkle.RightEdge;
import org.cotejo.merkle.TreeHash;
import org.cotejo.node.log.LogFolders;
import org.cotejo.node.log.LogKeys;
import org.cotejo.node.log.LogWriter;
import org.cotejo.node.log.Pace;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;

/** Brings a log to where its folder is: what the log has is never changed, what it lacks is appended. */
final class LogBringer {
    private static final int BATCH_ENTRIES = 8_192;
    private static final int BATCH_BYTES = 1 << 24;
    private static final Pace PACE = new Pace(Duration.ZERO, BATCH_ENTRIES, 2 * BATCH_ENTRIES, 1 << 26);

    private final LogFolders folders;
    private final LogKeys keys;
    private final InstantSource clock;

    LogBringer(LogFolders folders, LogKeys keys, InstantSource clock) {
        this.folders = folders;
        this.keys = keys;
        this.clock = clock;
    }

    /** Appends what comes behind the first {@code kept} entries; {@code site} is what was published before. */
    SignedCheckpoint bring(List<EntryBlock> blocks, long kept, Path site) {
        Hash root = root(blocks, kept);
        if (!isThere(kept)) {
            anew(blocks, kept, site);
        }
        try (LogWriter writer = LogWriter.open(folders, keys, PACE, clock)) {
            if (!writer.head().checkpoint().root().equals(root)) {
                throw changed(blocks, kept, site);
            }
            List<byte[]> batch = new ArrayList<>();
            int[] bytes = {0};
            long[] index = {0};
            for (EntryBlock block : blocks) {
                block.forEach((content, offset, length) -> {
                    if (index[0]++ >= kept) {
                        batch.add(Arrays.copyOfRange(content, offset, offset + length));
                        bytes[0] += length;
                        if (batch.size() == BATCH_ENTRIES || bytes[0] > BATCH_BYTES) {
                            append(writer, batch);
                            bytes[0] = 0;
                        }
                    }
                });
            }
            append(writer, batch);
            return writer.head();
        }
    }

    private static void append(LogWriter writer, List<byte[]> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            writer.append(List.copyOf(batch)).orThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
        batch.clear();
    }

    /** The root of the first {@code count} entries; a folder that has fewer was rolled back. */
    static Hash root(List<EntryBlock> blocks, long count) {
        RightEdge edge = RightEdge.of(0, List.of());
        TreeHash hash = new TreeHash();
        for (EntryBlock block : blocks) {
            block.forEach((content, offset, length) -> {
                if (edge.size() < count) {
                    edge.append(hash.leaf(content, offset, length));
                }
            });
        }
        if (edge.size() < count) {
            throw new RefusedException(AppProblem.ENTRY_CHANGED.at("", edge.size()));
        }
        return edge.root();
    }

    /** Whether the site that was carried along has the log as far as its own store knows it. */
    private boolean isThere(long kept) {
        Path checkpoint = folders.site().resolve(SitePath.CHECKPOINT);
        try {
            return Files.isRegularFile(checkpoint)
                    && SignedCheckpoint.parse(Files.readAllBytes(checkpoint))
                                    .orThrow()
                                    .checkpoint()
                                    .size()
                            == kept;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading " + checkpoint, e);
        }
    }

    /** The site lags behind or is gone, after a crash or on another disk: made anew from the entries, which must give the kept root. */
    private void anew(List<EntryBlock> blocks, long kept, Path site) {
        Path tiles = folders.site().resolve("tile");
        if (Files.exists(tiles)) {
            Folders.delete(tiles);
        }
        try {
            Files.deleteIfExists(folders.site().resolve(SitePath.CHECKPOINT));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("deleting a checkpoint", e);
        }
        List<byte[]> entries = new ArrayList<>();
        EntryBlock.first(blocks, kept)
                .forEach(block -> block.forEach((content, offset, length) ->
                        entries.add(Arrays.copyOfRange(content, offset, offset + length))));
        try {
            LogWriter.rebuild(folders, keys, entries, clock);
        } catch (RefusedException e) {
            throw e.problem().code().equals("LOG-115") ? changed(blocks, kept, site) : e;
        }
    }

    /** Names the first entry that the published bundles hold otherwise. */
    private static RefusedException changed(List<EntryBlock> blocks, long kept, Path site) {
        long[] index = {0};
        long[] found = {-1};
        byte[][] bundle = {new byte[0]};
        int[] at = {0};
        for (EntryBlock block : EntryBlock.first(blocks, kept)) {
            block.forEach((content, offset, length) -> {
                if (found[0] < 0 && index[0] % TilePath.FULL == 0) {
                    bundle[0] = bundle(site, index[0], kept);
                    at[0] = 0;
                }
                int from = at[0] + EntryBlock.LENGTH_BYTES;
                boolean isSame = from + length <= bundle[0].length
                        && EntryBlock.lengthAt(bundle[0], at[0]) == length
                        && Arrays.equals(content, offset, offset + length, bundle[0], from, from + length);
                if (found[0] < 0 && !isSame) {
                    found[0] = index[0];
                }
                at[0] = from + length;
                index[0]++;
            });
        }
        return new RefusedException(AppProblem.ENTRY_CHANGED.at("", Math.max(found[0], 0)));
    }

    private static byte[] bundle(Path site, long entry, long size) {
        Path file = site.resolve(TilePath.ofEntry(entry, size).path());
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading " + file, e);
        }
    }
}
