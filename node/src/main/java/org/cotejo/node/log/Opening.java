package org.cotejo.node.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TileSource;
import org.cotejo.tlog.TileWriter;

/**
 * What is done before a log can be written: it is created once; later the kept head, the public one and the staging are compared,
 * what was cut off is finished, and the right edge is verified. All of it is read and judged before the first byte is written. The
 * caller holds the lock.
 */
final class Opening {
    /** Files that a rebuild writes before it forces their folders. */
    private static final int FILES_AT_ONCE = 64;

    private final HeadStore store;
    private final HeadSigner signer;
    private final Path state;
    private final Staging staging;
    private final PublicFolder site;

    Opening(Disk disk, HeadStore store, HeadSigner signer, LogFolders folders) {
        this.store = store;
        this.signer = signer;
        this.state = folders.state();
        this.staging = new Staging(disk, folders.state());
        this.site = new PublicFolder(disk, folders.site());
    }

    /** Begins a log; refuses where there is a kept head, or anything public. */
    void create() {
        if (site.isBegun()) {
            throw LogProblem.EXISTS.at(site.path(""));
        }
        if (store.read(signer.origin()).isPresent()) {
            throw LogProblem.EXISTS.at(state);
        }
        TileWriter none = new TileWriter();
        SignedCheckpoint empty = signer.sign(none.size(), none.root());
        if (!store.create(signer.origin(), KeptHead.of(empty))) {
            throw LogProblem.EXISTS.at(state);
        }
        site.clean();
        site.publish(empty.bytes());
    }

    /** Finishes what was cut off and gives the log to be written. */
    Sequencer open() {
        KeptHead kept = kept();
        SignedCheckpoint head = signed(kept);
        Optional<SignedCheckpoint> seen = seen();
        Optional<Stage> stage = staging.find(kept.size(), kept.root());
        compare(kept, seen, stage);
        verify(head.checkpoint(), seen, overlaid(stage));

        site.clean();
        stage.ifPresent(found -> site.add(found.files()));
        TileWriter tiles = sound(TileWriter.resume(head.checkpoint(), site));
        if (seen.isPresent() && seen.get().checkpoint().size() == kept.size()) {
            // It may carry cosignatures that the kept one lacks, and its name may not be on the disk yet.
            site.force();
        } else {
            site.publish(kept.noteBytes());
        }
        staging.dropAll();
        return new Sequencer(store, signer, staging, site, tiles, kept, head);
    }

    private KeptHead kept() {
        return store.read(signer.origin()).orElseThrow(() -> LogProblem.NO_STORE.at(state, signer.origin()));
    }

    private SignedCheckpoint signed(KeptHead kept) {
        SignedCheckpoint head = signer.known(kept.noteBytes(), state);
        if (head.checkpoint().size() != kept.size() || !head.checkpoint().root().equals(kept.root())) {
            throw LogProblem.DAMAGED.at(state, "the head that it keeps is not the one that was signed");
        }
        return head;
    }

    private Optional<SignedCheckpoint> seen() {
        return site.checkpoint().map(note -> signer.known(note, site.path(PublicFolder.CHECKPOINT)));
    }

    private void compare(KeptHead kept, Optional<SignedCheckpoint> seen, Optional<Stage> stage) {
        Path checkpoint = site.path(PublicFolder.CHECKPOINT);
        long size = seen.map(head -> head.checkpoint().size()).orElse(0L);
        if (size > kept.size()) {
            throw LogProblem.AHEAD.at(checkpoint, size, kept.size());
        }
        if (seen.isPresent()
                && size == kept.size()
                && !seen.get().checkpoint().root().equals(kept.root())) {
            throw LogProblem.FORKED.at(checkpoint, size);
        }
        if (size < stage.map(Stage::from).orElse(kept.size())) {
            throw LogProblem.BEHIND.at(checkpoint, size, kept.size());
        }
    }

    /** The public folder as it will be once the staging is written to it. */
    private TileSource overlaid(Optional<Stage> stage) {
        Map<TilePath, byte[]> staged = new HashMap<>();
        stage.ifPresent(found -> found.files().forEach(file -> staged.put(file.path(), file.bytes())));
        return path -> Optional.ofNullable(staged.get(path)).or(() -> site.read(path));
    }

    /** The right edge and the last entries are those of the kept head, which continues the public one. */
    private void verify(Checkpoint head, Optional<SignedCheckpoint> seen, TileSource files) {
        TileReader reader = sound(TileReader.open(head, files));
        if (head.size() > 0) {
            sound(reader.bundle((head.size() - 1) / TilePath.FULL));
        }
        long size = seen.map(older -> older.checkpoint().size()).orElse(0L);
        Hash root = size == 0 ? new TileWriter().root() : sound(reader.root(size));
        if (seen.isPresent() && !seen.get().checkpoint().root().equals(root)) {
            throw LogProblem.FORKED.at(site.path(PublicFolder.CHECKPOINT), size);
        }
    }

    private <T> T sound(Result<T> read) {
        return switch (read) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) ->
                throw new RefusedException(LogProblem.DAMAGED.because(site.path(""), problem.sentence()));
        };
    }

    /**
     * Writes a public folder that was lost anew. Nothing is written unless the entries give the kept head; what an earlier try
     * left there must be the same.
     *
     * @param entries all entries in order; gone through twice
     */
    void rebuild(Iterable<byte[]> entries) {
        KeptHead kept = kept();
        signed(kept);
        if (site.checkpoint().isPresent()) {
            throw LogProblem.NOT_EMPTY.at(site.path(""));
        }
        TileWriter counted = new TileWriter();
        entries.forEach(entry -> counted.append(entry, (_, _) -> {}));
        mustGive(kept, counted);

        site.clean();
        List<Stage.File> files = new ArrayList<>();
        TileWriter tiles = new TileWriter();
        for (byte[] entry : entries) {
            tiles.append(entry, (path, bytes) -> files.add(new Stage.File(path, bytes)));
            if (files.size() >= FILES_AT_ONCE) {
                site.add(files);
                files.clear();
            }
        }
        mustGive(kept, tiles);
        tiles.flush((path, bytes) -> files.add(new Stage.File(path, bytes)));
        site.add(files);
        site.publish(kept.noteBytes());
        staging.dropAll();
    }

    private void mustGive(KeptHead kept, TileWriter tiles) {
        if (tiles.size() != kept.size()) {
            throw LogProblem.OTHER_ENTRIES.at(state, "there are " + tiles.size() + " instead of " + kept.size());
        }
        if (!tiles.root().equals(kept.root())) {
            throw LogProblem.OTHER_ENTRIES.at(state, "their root is " + tiles.root() + " instead of " + kept.root());
        }
    }
}
