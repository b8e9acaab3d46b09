package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cotejo.base.Result;
import org.cotejo.merkle.TreeHash;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and widths of tiles and bundles. */
class TilePathTest {
    private static int width(Vectors published) {
        return published.number() == 0 ? TilePath.FULL : (int) published.number();
    }

    @Test
    void thePublishedPathsComeOut() {
        Vectors file = Vectors.read("tlog/tiles/paths.json");
        for (Vectors row : file.get("tile").list()) {
            List<Vectors> cells = row.list();
            TilePath tile =
                    new TilePath((int) cells.get(0).number(), cells.get(1).number(), width(cells.get(2)));
            assertEquals(cells.get(3).text(), tile.path());
            assertEquals(Result.ok(tile), TilePath.parse(tile.path()));
        }
        for (Vectors row : file.get("entries").list()) {
            List<Vectors> cells = row.list();
            TilePath bundle = TilePath.entries(cells.get(0).number(), width(cells.get(1)));
            assertEquals(cells.get(2).text(), bundle.path());
        }
        for (Vectors row : file.get("entriesForIndex").list()) {
            List<Vectors> cells = row.list();
            assertEquals(
                    cells.get(2).text(),
                    TilePath.ofEntry(cells.get(0).number(), cells.get(1).number())
                            .path());
        }
        for (Vectors one : file.get("sizes").list()) {
            for (int level = 0; one.has("level" + level); level++) {
                long hashes = TilePath.hashes(level, one.get("treeSize").number());
                assertEquals(one.get("level" + level).get("full").number(), hashes / TilePath.FULL);
                assertEquals(one.get("level" + level).get("partial").number(), hashes % TilePath.FULL);
            }
        }
    }

    @Property
    void everyPathIsReadBack(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll @LongRange(min = 0, max = TreeHash.SIZE_MOST) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath path = new TilePath(level, index, width);
        assertEquals(Result.ok(path), TilePath.parse(path.path()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/00",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/data/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/../000",
                "/tile/0/000",
                "tile/0/000/",
                "tile//000",
                "tile/0/x001//002",
                "tile/0/x001/x099/x511/x627/777",
                "tile/0/x009/x223/x372/x036/x854/x775/807",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/00\u0663"
            })
    void whatIsNotTheOneSpellingIsRefused(String path) {
        assertEquals("TLOG-104", code(TilePath.parse(path)));
    }

    @Test
    void aLogOfEverySizeConsistsOfTheseTiles() {
        assertEquals(List.of(), TilePath.all(0));
        assertEquals(
                List.of("tile/0/000.p/1", "tile/entries/000.p/1"),
                TilePath.all(1).stream().map(TilePath::path).toList());
        assertEquals(
                List.of("tile/0/000", "tile/1/000.p/1", "tile/entries/000"),
                TilePath.all(256).stream().map(TilePath::path).toList());
        assertEquals(
                List.of("tile/0/001.p/1", "tile/1/000.p/1", "tile/entries/001.p/1"),
                TilePath.partial(257).stream().map(TilePath::path).toList());
        assertEquals(
                List.of("tile/1/000.p/1"),
                TilePath.partial(256).stream().map(TilePath::path).toList());
        assertEquals(1, TilePath.partial(TreeHash.SIZE_MOST).size());
        assertEquals(5, TilePath.partial(TreeHash.SIZE_MOST).getFirst().level());
        assertEquals(0, TilePath.hashes(6, TreeHash.SIZE_MOST));
        assertEquals(0, TilePath.hashes(63, TreeHash.SIZE_MOST));
    }
}
