package org.cotejo.conformance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TileWriter;
import org.cotejo.tlog.Vkey;

/** Paths and widths of tiles, and a whole small log that lies beside its description. */
final class TileCases {
    private static final int ENTRIES_MOST = 100_000;

    private TileCases() {}

    static final VectorKind PATHS = new VectorKind(
            new Sentence("paths of tiles", "rutas de teselas"),
            List.of("tile", "entries", "entriesForIndex", "sizes"),
            List.of(),
            (file, _, cases) -> {
                rows(
                        file,
                        "tile",
                        4,
                        cases,
                        cells -> new TilePath(
                                Math.toIntExact(Read.number(cells.get(0))),
                                Read.number(cells.get(1)),
                                width(cells.get(2))));
                rows(
                        file,
                        "entries",
                        3,
                        cases,
                        cells -> TilePath.entries(Read.number(cells.get(0)), width(cells.get(1))));
                rows(
                        file,
                        "entriesForIndex",
                        3,
                        cases,
                        cells -> TilePath.ofEntry(Read.number(cells.get(0)), Read.number(cells.get(1))));
                for (JsonValue size : file.get("sizes").list()) {
                    cases.read("sizes", () -> sizes(size.anyObject(), cases));
                }
            });

    static final VectorKind SMALL_LOG = new VectorKind(
            new Sentence("a small log", "un registro pequeño"),
            List.of("vkey", "origin", "entries"),
            List.of("sizes"),
            (file, where, cases) -> new SmallLog(file, where, cases).run());

    /** Rows whose last cell is the path that the others give. */
    private static void rows(
            JsonObject file, String key, int count, Cases cases, Function<List<JsonValue>, TilePath> tile) {
        List<JsonValue> rows = file.get(key).list();
        for (int i = 0; i < rows.size(); i++) {
            JsonValue row = rows.get(i);
            cases.read(key + " " + (i + 1), () -> {
                List<JsonValue> cells = row.list();
                if (cells.size() != count) {
                    throw new IllegalArgumentException("a row of " + cells.size() + " cells, not " + count);
                }
                path(cells.getLast().rawText(), tile.apply(cells), cases);
            });
        }
    }

    private static int width(JsonValue published) {
        long width = Read.number(published);
        return width == 0 ? TilePath.FULL : Math.toIntExact(width);
    }

    private static void path(String expected, TilePath path, Cases cases) {
        cases.same(expected, expected, path::path);
        cases.same(
                expected + " read",
                path.toString(),
                () -> TilePath.parse(expected).orThrow().toString());
    }

    private static void sizes(JsonObject size, Cases cases) {
        long treeSize = Read.number(size, "treeSize");
        for (String key : size.keys()) {
            if (key.equals("treeSize")) {
                continue;
            }
            String id = "size " + treeSize + " " + key;
            cases.read(id, () -> {
                if (!key.matches("level[0-9]")) {
                    throw new IllegalArgumentException("a member of an unknown kind: " + key);
                }
                JsonObject level = size.get(key).object("full", "partial");
                long hashes = TilePath.hashes(key.charAt(key.length() - 1) - '0', treeSize);
                cases.same(
                        id,
                        Read.number(level, "full") + " full and " + Read.number(level, "partial"),
                        () -> hashes / TilePath.FULL + " full and " + hashes % TilePath.FULL);
            });
        }
    }

    /** Writes the log entry by entry and compares, at every size for which there is a checkpoint, each file at its edge. */
    private static final class SmallLog {
        private final JsonObject file;
        private final VectorFile where;
        private final Cases cases;
        private final TileWriter writer = new TileWriter();
        private final Map<TilePath, byte[]> tiles = new HashMap<>();

        SmallLog(JsonObject file, VectorFile where, Cases cases) {
            this.file = file;
            this.where = where;
            this.cases = cases;
        }

        void run() {
            List<JsonValue> entries = file.get("entries").list();
            String expected = "0.." + entries.size();
            cases.same("sizes", () -> file.find("sizes").map(JsonValue::rawText).orElse(expected), () -> expected);
            if (entries.size() > ENTRIES_MOST) {
                throw new IllegalArgumentException("a log of " + entries.size() + " entries");
            }
            atSize();
            for (JsonValue entry : entries) {
                writer.append(entry.rawText().getBytes(java.nio.charset.StandardCharsets.UTF_8), tiles::put);
                atSize();
            }
        }

        private void atSize() {
            String id = "size " + writer.size();
            writer.flush(tiles::put);
            for (TilePath path : TilePath.partial(writer.size())) {
                Optional<byte[]> beside = where.beside(path.path());
                cases.same(
                        path.path(),
                        "the same bytes",
                        () -> beside.isEmpty()
                                ? "no such file"
                                : Arrays.equals(beside.get(), tiles.get(path)) ? "the same bytes" : "other bytes");
            }
            Checkpoint head = new Checkpoint(Read.text(file, "origin"), writer.size(), writer.root());
            cases.same(
                    id + " checkpoint",
                    head.text(),
                    () -> where.beside("checkpoint." + writer.size())
                            .map(this::signed)
                            .orElse("no such file"));
            cases.same(
                    id + " read from its files",
                    "verified",
                    () -> Cases.verdict(TileReader.open(head, path -> where.beside(path.path())), "verified"));
        }

        private String signed(byte[] note) {
            Vkey key = Vkey.parse(Read.text(file, "vkey")).orThrow();
            return SignedCheckpoint.parse(note)
                    .then(signed -> signed.verify(List.of(key))
                            .then(_ -> org.cotejo.base.Result.ok(
                                    signed.checkpoint().text())))
                    .orThrow();
        }
    }
}
