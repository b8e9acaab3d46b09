package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Tiles as they are written and read back, against a tree in memory. */
class TilesTest {
    private final Map<TilePath, byte[]> files = new HashMap<>();
    private final WholeTree tree = new WholeTree();

    private static byte[] entry(long i) {
        return ("entry " + i).getBytes(StandardCharsets.UTF_8);
    }

    private TileWriter write(int count) {
        TileWriter writer = new TileWriter();
        TreeHash hash = new TreeHash();
        for (int i = 0; i < count; i++) {
            writer.append(entry(i), files::put);
            tree.append(hash.leaf(entry(i)));
        }
        writer.flush(files::put);
        return writer;
    }

    private TileSource source() {
        return path -> Optional.ofNullable(files.get(path));
    }

    private Checkpoint head() {
        return new Checkpoint("log.example", tree.size(), tree.root());
    }

    @Test
    void aLogIsReadBackAsItWasWritten() {
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_536, 66_000}) {
            TilesTest log = new TilesTest();
            TileWriter writer = log.write(size);
            assertEquals(size, writer.size());
            assertEquals(log.tree.root(), writer.root());
            assertTrue(log.files.keySet().containsAll(TilePath.all(size)));
            TileReader reader = TileReader.open(log.head(), log.source()).orThrow();
            for (long i = 0; i < size; i += 1 + size / 37) {
                assertEquals(log.tree.hash(0, i), reader.leaf(i).orThrow());
                assertArrayEquals(entry(i), reader.entry(i).orThrow());
                assertEquals(
                        Inclusion.prove(i, size, log.tree), reader.inclusion(i).orThrow());
            }
        }
    }

    @Test
    void theLogOfTesseraIsWrittenByteForByte() throws java.io.IOException {
        Vectors about = Vectors.read("tlog/tiles/tessera-log/README.json");
        Vkey key = Vkey.parse(about.get("vkey").text()).orThrow();
        TileWriter writer = new TileWriter();
        int size = 0;
        for (Vectors word : about.get("entries").list()) {
            writer.append(word.utf8(), files::put);
            size++;
            files.clear();
            writer.flush(files::put);
            assertEquals(2, files.size());
            files.forEach(
                    (path, bytes) -> assertArrayEquals(Vectors.bytes("tlog/tiles/tessera-log/" + path.path()), bytes));
            SignedCheckpoint signed = SignedCheckpoint.parse(Vectors.bytes("tlog/tiles/tessera-log/checkpoint." + size))
                    .orThrow();
            assertEquals(new Checkpoint(about.get("origin").text(), size, writer.root()), signed.checkpoint());
            assertEquals(1, signed.verify(List.of(key)).orThrow().size());
            Path folder = Vectors.file("tlog/tiles/tessera-log");
            assertTrue(Files.isDirectory(folder));
        }
        assertEquals(8, size);
    }

    @Test
    void aWriterGoesOnWhereAnotherStopped() {
        for (int first : new int[] {0, 1, 255, 256, 300, 65_536, 65_700}) {
            TilesTest log = new TilesTest();
            log.write(first);
            TileWriter resumed = TileWriter.resume(log.head(), log.source()).orThrow();
            TreeHash hash = new TreeHash();
            for (int i = first; i < first + 700; i++) {
                resumed.append(entry(i), log.files::put);
                log.tree.append(hash.leaf(entry(i)));
            }
            resumed.flush(log.files::put);
            assertEquals(log.tree.root(), resumed.root());
            TilesTest whole = new TilesTest();
            whole.write(first + 700);
            whole.files.forEach((path, bytes) -> assertArrayEquals(bytes, log.files.get(path), path::path));
        }
    }

    @Test
    void aChangedTileIsNeverBelieved() {
        write(66_000);
        for (TilePath path : List.copyOf(files.keySet())) {
            byte[] bytes = java.util.Objects.requireNonNull(files.get(path));
            if (path.index() % 50 != 0 && path.isFull()) {
                continue;
            }
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            files.put(path, changed);
            long index = path.isEntries() || path.level() == 0 ? path.index() * 256 : 0;
            Result<byte[]> read = TileReader.open(head(), source()).then(reader -> reader.entry(index));
            assertTrue(NoteTest.code(read).matches("TLOG-10[789]"), path::path);
            files.put(path, bytes);
        }
        assertArrayEquals(
                entry(65_999),
                TileReader.open(head(), source()).orThrow().entry(65_999).orThrow());
    }

    @Test
    void whereAPartialTileIsGoneTheFullOneServes() {
        write(300);
        TilesTest later = new TilesTest();
        later.write(512);
        files.keySet().removeIf(path -> !path.isFull() && path.level() <= 0);
        assertEquals("TLOG-105", NoteTest.code(TileReader.open(head(), source())));
        later.files.forEach(files::putIfAbsent);
        TileReader reader = TileReader.open(head(), source()).orThrow();
        assertArrayEquals(entry(299), reader.entry(299).orThrow());
        assertEquals("TLOG-110", NoteTest.code(reader.entry(300)));
        assertEquals("TLOG-110", NoteTest.code(reader.leaf(-1)));
        assertEquals("TLOG-110", NoteTest.code(reader.consistency(0)));
        Hash older = tree.root(77);
        assertEquals(
                Result.ok(tree.root()),
                org.cotejo.merkle.Consistency.verify(
                        77, 300, older, tree.root(), reader.consistency(77).orThrow()));
    }
}
