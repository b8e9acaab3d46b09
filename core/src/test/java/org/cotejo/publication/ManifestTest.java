package org.cotejo.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Hash HASH = Sha256.of(new byte[] {1});

    private static Manifest manifest() {
        return Manifest.of(
                12,
                HASH,
                List.of(
                        new Manifest.Line("index.html", 10, HASH),
                        new Manifest.Line("data/report.json", 0, HASH),
                        new Manifest.Line("es/c1/p3-2.html", 123_456, Sha256.of(new byte[0]))));
    }

    private static String text() {
        return new String(manifest().bytes(), StandardCharsets.US_ASCII);
    }

    private static Result<Manifest> read(String text) {
        return Manifest.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(manifest(), Manifest.read(manifest().bytes()).orThrow());
        assertEquals("data/report.json", manifest().files().getFirst().path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "tile/0/000",
                "blob/sha256/00/00",
                "timestamp/1-a.tsr",
                ".cotejo-site",
                "../x",
                "a/../b",
                "a//b",
                "/a",
                "a/",
                "",
                "a b",
                "a/.b",
                "ñ",
                "a\\b",
                "a\n"
            })
    void aPathThatLeadsElsewhereIsNone(String path) {
        assertFalse(SitePath.isOfManifest(path), path);
        assertThrows(IllegalArgumentException.class, () -> new Manifest.Line(path, 1, HASH));
    }

    @Test
    void longPathsHaveALimit() {
        assertTrue(SitePath.isOfManifest("a".repeat(200)));
        assertFalse(SitePath.isOfManifest("a".repeat(201)));
        assertTrue(SitePath.isOfManifest("a/".repeat(499) + "ab"));
        assertFalse(SitePath.isOfManifest("a/".repeat(500) + "a"));
    }

    @Test
    void otherFormsAreRefusedWithTheLine() {
        refused(0, "x".repeat(Manifest.SIZE_MOST + 1));
        refused(1, text().replace("manifest 1", "manifest 2"));
        refused(2, text().replace("entries 12", "entries 012"));
        refused(2, text().replace("entries 12", "entries -1"));
        refused(2, text().replace("entries 12", "entries 1234567890123456789"));
        refused(
                3,
                text().replace(
                                "renderer " + HASH.hex(),
                                "renderer " + HASH.hex().toUpperCase(java.util.Locale.ROOT)));
        refused(4, text().replace(" 0 data", " 00 data"));
        refused(4, text().replace("data/report", "data\\report"));
        refused(6, text() + text().lines().skip(5).findFirst().orElseThrow().substring(0, 70));
        refused(7, text() + text().lines().skip(3).findFirst().orElseThrow() + "\n");
        refused(6, text().substring(0, text().length() - 1));
        refused(3, text().lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
    }

    private static void refused(int line, String text) {
        Result<Manifest> result = read(text);
        if (!(result instanceof Result.Refused<Manifest>(var problem))) {
            throw new AssertionError("accepted");
        }
        assertEquals("PUB-205", problem.code());
        assertTrue(problem.where().line() == line || problem.where().line() == line + 1L, problem.line("en"));
    }

    @Test
    void aChangedByteIsAnotherManifestOrNone() {
        byte[] bytes = manifest().bytes();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (Manifest.read(changed) instanceof Result.Ok<Manifest>(Manifest read)) {
                assertArrayEquals(changed, read.bytes());
            }
        }
    }

    @Test
    void blobsLieByTheirHash() {
        assertEquals("blob/sha256/" + HASH.hex().substring(0, 2) + "/" + HASH.hex(), SitePath.blob(HASH));
        assertTrue(SitePath.isOfLog(SitePath.blob(HASH)));
    }
}
