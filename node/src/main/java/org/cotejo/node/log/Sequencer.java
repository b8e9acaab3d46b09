package org.cotejo.node.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileSink;
import org.cotejo.tlog.TileWriter;

/**
 * Writes one batch after the other, in the one order that survives a loss of power at any instant: everything is staged before a
 * head is signed, the head is kept before anything becomes public, and the public head comes last. After any failure it is of no
 * more use: what the disk holds is then found out by {@link Opening} alone. Not safe for use by several threads.
 */
final class Sequencer {
    private final HeadStore store;
    private final HeadSigner signer;
    private final Staging staging;
    private final PublicFolder site;
    private final TileWriter tiles;
    private KeptHead kept;
    private SignedCheckpoint head;
    private boolean isSpent;
    private boolean isInDoubt;

    Sequencer(
            HeadStore store,
            HeadSigner signer,
            Staging staging,
            PublicFolder site,
            TileWriter tiles,
            KeptHead kept,
            SignedCheckpoint head) {
        this.store = store;
        this.signer = signer;
        this.staging = staging;
        this.site = site;
        this.tiles = tiles;
        this.kept = kept;
        this.head = head;
    }

    /** The public head. */
    SignedCheckpoint head() {
        return head;
    }

    /** Whether the batch that failed may be in the log all the same. */
    boolean isInDoubt() {
        return isInDoubt;
    }

    /** Puts entries into the log; they are durable and public when this returns the new head. */
    SignedCheckpoint commit(List<byte[]> entries) {
        if (isSpent) {
            throw new IllegalStateException(
                    "a batch failed before: nothing more is written until the log is opened again");
        }
        isSpent = true;
        Stage stage = build(entries);
        staging.keep(stage);
        SignedCheckpoint signed = signer.sign(stage.size(), stage.root());
        KeptHead next = KeptHead.of(signed);
        isInDoubt = true;
        if (!store.swap(signer.origin(), kept, next)) {
            throw new IllegalStateException("the head that was kept, " + kept + ", was replaced by somebody else");
        }
        site.add(stage.files());
        site.publish(signed.bytes());
        staging.drop(stage);
        kept = next;
        head = signed;
        isInDoubt = false;
        isSpent = false;
        return signed;
    }

    private Stage build(List<byte[]> entries) {
        long from = tiles.size();
        List<Stage.File> files = new ArrayList<>();
        TileSink all = (path, bytes) -> files.add(new Stage.File(path, bytes));
        for (byte[] entry : entries) {
            tiles.append(entry, all);
        }
        // A partial tile of a higher level that this batch did not reach is public already.
        Set<TilePath> there = new HashSet<>(TilePath.partial(from));
        tiles.flush((path, bytes) -> {
            if (!there.contains(path)) {
                all.put(path, bytes);
            }
        });
        return new Stage(from, tiles.size(), tiles.root(), files);
    }
}
