package org.cotejo.covered;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

/** A public picture holds its pixels and nothing else, and one that holds more is refused. */
class PublicPngTest {
    private static final byte[] PNG = CoveredSamples.png(noise(90, 70));

    private static Pixels noise(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(width).nextBytes(pixels);
        return new Pixels(width, height, pixels);
    }

    private static String refused(byte[] file) {
        return assertInstanceOf(Result.Refused.class, PublicPng.read(file))
                .problem()
                .code();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] head(int width, int height, int colour) {
        return joined(
                Arrays.copyOf(PNG, 8),
                chunk(
                        "IHDR",
                        ByteBuffer.allocate(13)
                                .putInt(width)
                                .putInt(height)
                                .put((byte) 8)
                                .put((byte) colour)
                                .array()));
    }

    private static byte[] deflated(int size) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(new byte[size]);
        deflater.finish();
        byte[] out = new byte[size / 500 + 1000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    @Test
    void itHoldsThreeKindsOfChunksAndComesBackPixelByPixel() {
        List<String> names = new ArrayList<>();
        ByteBuffer png = ByteBuffer.wrap(PNG);
        for (int at = 8; at < PNG.length; at += 12 + png.getInt(at)) {
            names.add(new String(PNG, at + 4, 4, StandardCharsets.US_ASCII));
        }
        assertEquals(List.of("IHDR", "IDAT", "IEND"), names.stream().distinct().toList());
        assertArrayEquals(noise(90, 70).values(), PublicPng.read(PNG).orThrow().values());
    }

    @Test
    void aTextAPlaceAThumbnailOrATailIsRefused() {
        int end = PNG.length - 12;
        for (String name :
                List.of("tEXt", "eXIf", "iTXt", "zTXt", "acTL", "tIME", "gAMA", "\u0001\u0002\u0003\u0004")) {
            byte[] more = joined(
                    Arrays.copyOf(PNG, end),
                    chunk(name, new byte[] {1, 2, 3}),
                    Arrays.copyOfRange(PNG, end, PNG.length));
            assertEquals("REDACT-108", refused(more), name);
        }
        assertEquals("REDACT-108", refused(joined(PNG, new byte[] {0})));
        assertEquals(
                "REDACT-108",
                refused(joined(PNG, CoveredSamples.file(noise(20, 20), BufferedImage.TYPE_BYTE_GRAY, "jpeg"))));
    }

    @Test
    void whatHidesBehindThePixelsIsRefused() {
        byte[] pixels = deflated(71 * 50);
        byte[] end = chunk("IEND", new byte[0]);
        assertEquals(
                50,
                PublicPng.read(joined(head(70, 50, 0), chunk("IDAT", pixels), end))
                        .orThrow()
                        .height());
        assertEquals(
                "REDACT-108", refused(joined(head(70, 50, 0), chunk("IDAT", joined(pixels, new byte[] {7})), end)));
        assertEquals(
                "REDACT-108",
                refused(joined(head(70, 50, 0), chunk("IDAT", pixels), chunk("IDAT", new byte[] {7}), end)));
        assertEquals("REDACT-108", refused(joined(head(70, 50, 0), chunk("IDAT", deflated(71 * 50 + 1)), end)));
        assertEquals("REDACT-107", refused(joined(head(70, 50, 0), chunk("IDAT", deflated(71 * 50 - 1)), end)));
    }

    @Test
    void bombsAndOtherPicturesAreRefused() {
        byte[] end = chunk("IEND", new byte[0]);
        assertEquals("REDACT-108", refused(joined(head(70, 50, 0), chunk("IDAT", deflated(60_000_000)), end)));
        assertEquals("REDACT-103", refused(joined(head(99_999, 99_999, 0), chunk("IDAT", deflated(10)), end)));
        assertEquals("REDACT-103", refused(joined(head(-1, 1, 0), chunk("IDAT", deflated(10)), end)));
        assertEquals("REDACT-107", refused(joined(head(70, 50, 2), chunk("IDAT", deflated(10)), end)));
        assertEquals("REDACT-107", refused(CoveredSamples.file(noise(20, 20), BufferedImage.TYPE_INT_RGB, "png")));
        assertEquals("REDACT-107", refused(CoveredSamples.file(noise(20, 20), BufferedImage.TYPE_BYTE_GRAY, "jpeg")));
        assertEquals("REDACT-107", refused(Arrays.copyOf(PNG, 8)));
        assertEquals("REDACT-107", refused(new byte[0]));
    }

    @Property(tries = 300)
    void aChangedOrCutFileIsRefused(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] changed = PNG.clone();
        changed[at % PNG.length] ^= (byte) by;
        refused(changed);
        refused(Arrays.copyOf(PNG, at % PNG.length));
    }
}
