package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.Consistency;
import org.cotejo.merkle.Inclusion;
import org.cotejo.merkle.SubtreeConsistency;
import org.cotejo.merkle.TreeHash;
import org.cotejo.merkle.WholeTree;
import org.junit.jupiter.api.Test;

/** A reader gives what is in the tree, or says why not; it never gives anything else. */
class TileReaderTest {
    private static final int SIZE = 70_000;
    private static final Map<TilePath, byte[]> FILES = new HashMap<>();
    private static final WholeTree TREE = new WholeTree();
    private static final TreeHash HASH = new TreeHash();

    static {
        TileWriter writer = new TileWriter();
        for (int i = 0; i < SIZE; i++) {
            writer.append(entry(i), FILES::put);
            TREE.append(HASH.leaf(entry(i)));
        }
        writer.flush(FILES::put);
    }

    private static byte[] entry(long i) {
        return ("entry " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static Checkpoint head() {
        return new Checkpoint("log.example", SIZE, TREE.root());
    }

    private static TileReader reader() {
        return TileReader.open(head(), TileReaderTest::found).orThrow();
    }

    private static Optional<byte[]> found(TilePath path) {
        return Optional.ofNullable(FILES.get(path));
    }

    @Test
    void aNationsLogHasTheTilesOfTheSpecification() {
        assertEquals(273 + 1 + 1 + 1 + 1 + 273 + 1, TilePath.all(SIZE).size());
        assertEquals(
                List.of("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112"),
                TilePath.partial(SIZE).stream().map(TilePath::path).toList());
    }

    /** More tiles are asked for than are kept, so that tiles are read and verified again. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void everyProofFromTilesIsTheOneFromTheTree(@ForAll Random random) {
        TileReader reader = reader();
        for (int i = 0; i < 5; i++) {
            long index = random.nextInt(SIZE);
            assertEquals(
                    Inclusion.prove(index, SIZE, TREE), reader.inclusion(index).orThrow());
            long older = 1L + random.nextInt(SIZE);
            assertEquals(
                    Consistency.prove(older, SIZE, TREE),
                    reader.consistency(older).orThrow());
            assertEquals(TREE.root(older), reader.root(older).orThrow());
            long start = random.nextInt(SIZE / 256) * 256L;
            long end = start + 1 + random.nextInt(256);
            List<Hash> subtree = reader.subtree(start, end).orThrow();
            assertEquals(SubtreeConsistency.prove(start, end, SIZE, TREE), subtree);
        }
    }

    @Test
    void everyTileIsReadAgainAfterItWasForgotten() {
        TileReader reader = reader();
        for (int round = 0; round < 2; round++) {
            for (long tile = 0; tile < SIZE / 256; tile++) {
                assertEquals(TREE.hash(0, tile * 256), reader.leaf(tile * 256).orThrow());
            }
        }
    }

    @Test
    void whatIsOutsideTheLogIsRefused() {
        TileReader reader = reader();
        for (long index : new long[] {-1, SIZE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals("TLOG-110", code(reader.leaf(index)));
            assertEquals("TLOG-110", code(reader.inclusion(index)));
            assertEquals("TLOG-110", code(reader.entry(index)));
            assertEquals("TLOG-110", code(reader.consistency(index == Long.MIN_VALUE ? 0 : index + 1)));
        }
        assertEquals("TLOG-110", code(reader.bundle(-1)));
        assertEquals("TLOG-110", code(reader.bundle(274)));
        assertEquals(112, reader.bundle(273).orThrow().count());
        assertEquals(head(), reader.head());
    }

    /** The bundle's number times 256 wraps around to a small one. */
    @Test
    void aNumberOfABundleThatOverflowsIsRefused() {
        assertEquals("TLOG-110", code(reader().bundle(1L << 56)));
        assertEquals("TLOG-110", code(reader().bundle(Long.MAX_VALUE)));
        assertEquals("TLOG-110", code(reader().bundle(Long.MIN_VALUE)));
    }

    @Test
    void aRootThatIsNotThatOfTheFilesIsRefusedAtOnce() {
        Checkpoint other = new Checkpoint("log.example", SIZE, TREE.root(SIZE - 1));
        assertEquals("TLOG-107", code(TileReader.open(other, TileReaderTest::found)));
        Checkpoint smaller = new Checkpoint("log.example", SIZE - 1, TREE.root());
        assertEquals("TLOG-105", code(TileReader.open(smaller, TileReaderTest::found)));
        Checkpoint none = new Checkpoint("log.example", 0, TREE.root());
        assertEquals("TLOG-107", code(TileReader.open(none, TileReaderTest::found)));
        Checkpoint empty = new Checkpoint("log.example", 0, TreeHash.EMPTY);
        assertEquals(
                "TLOG-110",
                code(TileReader.open(empty, path -> Optional.empty()).orThrow().leaf(0)));
    }

    @Test
    void aFileThatIsMissingOrOfAnotherLengthIsNamed() {
        TilePath full = new TilePath(0, 3, TilePath.FULL);
        for (int length : new int[] {0, 31, 8_191, 8_193, 9_000}) {
            TileReader reader = TileReader.open(
                            head(), path -> path.equals(full) ? Optional.of(new byte[length]) : found(path))
                    .orThrow();
            assertEquals("TLOG-106", code(reader.leaf(3 * 256)));
        }
        TileReader gone = TileReader.open(head(), path -> path.equals(full) ? Optional.empty() : found(path))
                .orThrow();
        Result<Hash> refused = gone.leaf(3 * 256);
        assertEquals("TLOG-105", code(refused));
        String said = ((Result.Refused<Hash>) refused).problem().line("en");
        assertTrue(said.contains("tile/0/003"), said);
        assertEquals(TREE.hash(0, 4 * 256), gone.leaf(4 * 256).orThrow());
    }

    /** Full tiles of two places changed for each other are as wrong as any. */
    @Test
    void aTileOfAnotherPlaceIsNeverBelieved() {
        for (TilePath path : List.of(new TilePath(0, 5, 256), new TilePath(1, 0, 256), TilePath.entries(5, 256))) {
            TilePath other = path.level() == 1 ? new TilePath(0, 0, 256) : new TilePath(path.level(), 6, 256);
            Result<byte[]> read = TileReader.open(head(), asked -> found(asked.equals(path) ? other : asked))
                    .then(reader -> reader.entry(5 * 256 + 7));
            assertTrue(code(read).matches("TLOG-10[79]"), path::path);
        }
    }

    @Test
    void entriesThatChangedPlacesInABundleAreRefused() {
        TilePath path = TilePath.entries(0, TilePath.FULL);
        byte[] bundle = Objects.requireNonNull(FILES.get(path)).clone();
        // The first two entries, "entry 0" and "entry 1", have the same length.
        byte[] first = Arrays.copyOf(bundle, 9);
        System.arraycopy(bundle, 9, bundle, 0, 9);
        System.arraycopy(first, 0, bundle, 9, 9);
        Result<byte[]> read = TileReader.open(head(), asked -> asked.equals(path) ? Optional.of(bundle) : found(asked))
                .then(reader -> reader.entry(200));
        assertEquals("TLOG-109", code(read));
    }

    @Test
    void whatTheDiskSaysPassesThrough() {
        UncheckedIOException broken = new UncheckedIOException(new IOException("the disk"));
        TileSource source = path -> {
            throw broken;
        };
        assertSame(broken, assertThrows(UncheckedIOException.class, () -> TileReader.open(head(), source)));
    }

    @Test
    void aWriterDoesNotGoOnFromFilesThatAreNotTheLogs() {
        TilePath edge = TilePath.entries(273, 112);
        byte[] changed = Objects.requireNonNull(FILES.get(edge)).clone();
        changed[changed.length - 1] ^= 1;
        TileSource source = path -> path.equals(edge) ? Optional.of(changed) : found(path);
        assertEquals("TLOG-109", code(TileWriter.resume(head(), source)));
        Checkpoint other = new Checkpoint("log.example", SIZE, TREE.root(7));
        assertEquals("TLOG-107", code(TileWriter.resume(other, TileReaderTest::found)));
        TileWriter resumed = TileWriter.resume(head(), TileReaderTest::found).orThrow();
        assertEquals(TREE.root(), resumed.root());
        Map<TilePath, byte[]> again = new HashMap<>();
        resumed.flush(again::put);
        again.forEach((path, bytes) -> assertArrayEquals(FILES.get(path), bytes));
    }
}
