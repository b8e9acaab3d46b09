package org.cotejo.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.CanonicalReader.Malformed;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.tlog.TilePath;
import org.junit.jupiter.api.Test;

/** What a crash or a bad disk leaves of a stage is never taken for one, and reading it takes no more than the bytes that are there. */
class StageFuzzTest {
    private static final Hash ROOT = Sha256.of(new byte[] {1});

    private static Stage stage(Random random) {
        List<Stage.File> files = java.util.stream.IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> {
                    byte[] bytes = new byte[random.nextInt(300)];
                    random.nextBytes(bytes);
                    return new Stage.File(new TilePath(random.nextInt(3), i, TilePath.FULL), bytes);
                })
                .toList();
        long from = random.nextInt(1_000);
        return new Stage(from, from + random.nextInt(1_000), ROOT, files);
    }

    @Property(tries = 300)
    void whatWasWrittenIsReadBack(@ForAll long seed) {
        byte[] bytes = stage(new Random(seed)).toBytes();
        Stage read = Stage.of(bytes);
        assertArrayEquals(bytes, read.toBytes());
    }

    @Property(tries = 300)
    void aStageThatWasCutOffOrChangedIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = stage(random).toBytes();
        assertThrows(Malformed.class, () -> Stage.of(Arrays.copyOf(bytes, random.nextInt(bytes.length))));
        assertThrows(Malformed.class, () -> Stage.of(Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9))));
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        assertThrows(Malformed.class, () -> Stage.of(changed));
    }

    @Property(tries = 1_000)
    void anyBytesUnderATrueHashAreRefusedOrReadInTheirOnlyForm(@ForAll byte[] inside, @ForAll boolean withMark) {
        byte[] file = hashed(withMark ? begun().raw(inside, 0, inside.length) : raw(inside));
        try {
            assertArrayEquals(file, Stage.of(file).toBytes());
        } catch (Malformed e) {
            // refused, which is what most of them are
        }
    }

    @Property(tries = 1_000)
    void aByteChangedUnderATrueHashNeverLeadsOutsideOfTheTiles(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = stage(random).toBytes();
        byte[] inside = Arrays.copyOf(bytes, bytes.length - Hash.SIZE);
        inside[random.nextInt(inside.length)] = (byte) random.nextInt(256);
        byte[] file = hashed(raw(inside));
        try {
            Stage read = Stage.of(file);
            assertArrayEquals(file, read.toBytes());
            read.files()
                    .forEach(one -> assertEquals(
                            one.path(), TilePath.parse(one.path().path()).orThrow()));
        } catch (Malformed e) {
            // refused
        }
    }

    @Test
    void hugeCountsAndLengthsAreRefusedBeforeAnythingIsMadeForThem() {
        assertThrows(
                Malformed.class,
                () -> Stage.of(hashed(begun().number(0)
                        .number(5)
                        .raw(ROOT.bytes(), 0, Hash.SIZE)
                        .number(Long.MAX_VALUE))));
        assertThrows(
                Malformed.class,
                () -> Stage.of(hashed(begun().number(0)
                        .number(5)
                        .raw(ROOT.bytes(), 0, Hash.SIZE)
                        .number(1)
                        .text("tile/0/000")
                        .number(1 << 27))));
        assertThrows(
                Malformed.class,
                () -> Stage.of(hashed(begun().number(5)
                        .number(4)
                        .raw(ROOT.bytes(), 0, Hash.SIZE)
                        .number(0))));
        for (String path : List.of("../keys", "/etc/passwd", "checkpoint", "tile/0/../000", "tile/64/000")) {
            assertThrows(
                    Malformed.class,
                    () -> Stage.of(hashed(begun().number(0)
                            .number(5)
                            .raw(ROOT.bytes(), 0, Hash.SIZE)
                            .number(1)
                            .text(path)
                            .bytes(new byte[3]))),
                    path);
        }
        assertThrows(Malformed.class, () -> Stage.of(new byte[0]));
    }

    private static CanonicalWriter begun() {
        return new CanonicalWriter().text("cotejo stage 1");
    }

    private static CanonicalWriter raw(byte[] inside) {
        return new CanonicalWriter().raw(inside, 0, inside.length);
    }

    private static byte[] hashed(CanonicalWriter inside) {
        byte[] digest =
                new Sha256().add(inside.array(), 0, inside.size()).hash().bytes();
        return inside.raw(digest, 0, Hash.SIZE).toBytes();
    }
}
