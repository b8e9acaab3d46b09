package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.TilePath;

/** A public folder read as a stranger reads it: every entry and every tile, against the checkpoint that stands there. */
final class WholeSite {
    private final Map<String, byte[]> files;
    private final SignedCheckpoint head;
    private final List<byte[]> entries = new ArrayList<>();
    private final WholeTree tree = new WholeTree();

    private WholeSite(Map<String, byte[]> files, LogKeys keys) {
        this.files = files;
        this.head = SignedCheckpoint.parse(file(PublicFolder.CHECKPOINT)).orThrow();
        head.verify(keys.keys().stream().map(Skey::vkey).toList()).orThrow();
        assertEquals(keys.origin(), head.checkpoint().origin());
        readEntries();
    }

    /** Reads and verifies all of a folder; fails if anything is missing or wrong. Nothing where there is no checkpoint. */
    static Optional<WholeSite> verified(Map<String, byte[]> files, LogKeys keys) {
        if (!files.containsKey(PublicFolder.CHECKPOINT)) {
            return Optional.empty();
        }
        WholeSite site = new WholeSite(files, keys);
        site.checkTiles();
        return Optional.of(site);
    }

    private byte[] file(String path) {
        byte[] bytes = files.get(path);
        assertTrue(bytes != null, () -> path + " is missing");
        return bytes;
    }

    private void readEntries() {
        TreeHash hash = new TreeHash();
        long size = head.checkpoint().size();
        for (long first = 0; first < size; first += TilePath.FULL) {
            TilePath path = TilePath.ofEntry(first, size);
            String file =
                    files.containsKey(path.path()) ? path.path() : path.full().path();
            EntryBundle bundle = EntryBundle.read(file(file), path.width()).orElseThrow();
            for (int i = 0; i < path.width(); i++) {
                entries.add(bundle.entry(i));
                tree.append(hash.leaf(bundle.entry(i)));
            }
        }
        assertEquals(head.checkpoint().root(), size == 0 ? TreeHash.EMPTY : tree.root());
    }

    private void checkTiles() {
        for (TilePath path : TilePath.all(size())) {
            if (!path.isEntries()) {
                assertArrayEquals(expected(path), file(path.path()), path::path);
            }
        }
    }

    private byte[] expected(TilePath path) {
        byte[] tile = new byte[path.width() * 32];
        for (int i = 0; i < path.width(); i++) {
            tree.hash(8 * path.level(), path.index() * TilePath.FULL + i).copyTo(tile, i * 32);
        }
        return tile;
    }

    /** Nothing is there but the checkpoint and tiles, each of which is the beginning of what the log holds now. */
    void mustHoldNothingElse() {
        files.forEach((name, bytes) -> {
            if (!name.equals(PublicFolder.CHECKPOINT)) {
                TilePath path = TilePath.parse(name).orThrow();
                assertArrayEquals(path.isEntries() ? bundle(path) : expected(path), bytes, name);
            }
        });
    }

    private byte[] bundle(TilePath path) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < path.width(); i++) {
            byte[] entry = entries.get((int) path.index() * TilePath.FULL + i);
            out.write(entry.length >>> 8);
            out.write(entry.length & 0xff);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** An older head is one of this log's, and can be proven to be. */
    void mustContinue(Checkpoint older) {
        assertTrue(older.size() <= size(), () -> "a head of " + older.size() + " entries was lost: now " + size());
        if (older.size() > 0) {
            Consistency.verify(
                            older.size(),
                            size(),
                            older.root(),
                            head.checkpoint().root(),
                            older.size() == size() ? List.of() : Consistency.prove(older.size(), size(), tree))
                    .orThrow();
        }
    }

    long size() {
        return head.checkpoint().size();
    }

    Checkpoint head() {
        return head.checkpoint();
    }

    /** Whether the log holds exactly these entries. */
    boolean holds(List<byte[]> expected) {
        if (expected.size() != entries.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!Arrays.equals(expected.get(i), entries.get(i))) {
                return false;
            }
        }
        return true;
    }

    List<byte[]> entries() {
        return entries;
    }
}
