package org.cotejo.capture.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.TestCodes;
import org.junit.jupiter.api.Test;

/** Every kind of file, and everything that is none. */
class PictureDecoderTest {
    /** A picture whose upper left corner is dark, so that its orientation shows. */
    private static final Grey CORNER = corner(90, 60);

    private static Grey corner(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 240);
        for (int y = 0; y < height / 3; y++) {
            Arrays.fill(pixels, y * width, y * width + width / 3, (byte) 10);
        }
        return new Grey(width, height, pixels);
    }

    private static Picture ok(byte[] file) {
        return switch (PictureDecoder.decode(file)) {
            case Result.Ok<Picture>(Picture picture) -> picture;
            case Result.Refused<Picture>(Problem problem) -> throw new AssertionError(problem.line("en"));
        };
    }

    private static String refused(byte[] file) {
        return assertInstanceOf(Result.Refused.class, PictureDecoder.decode(file))
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

    @Test
    void pixelsComeOutAsTheyWent() {
        for (String format : List.of("png", "jpeg", "tiff")) {
            Grey page = ok(TestCodes.file(CORNER, format)).pages().getFirst();
            assertEquals(90, page.width(), format);
            assertEquals(60, page.height(), format);
            assertEquals(10, page.at(5, 5), 4, format);
            assertEquals(240, page.at(80, 50), 4, format);
        }
    }

    /** An EXIF segment with the orientation, and a place where somebody stood, which is not looked at. */
    private static byte[] exif(int orientation) {
        byte[] tiff =
                HexFormat.of().parseHex("4d4d002a00000008000201120003000000010000000088250004000000010000002600000000");
        tiff[19] = (byte) orientation;
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + tiff.length);
        segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (2 + name.length + tiff.length));
        return segment.put(name).put(tiff).array();
    }

    @Test
    void allEightOrientationsOfAPhoneAreTurnedUpright() {
        byte[] jpeg = TestCodes.file(CORNER, "jpeg");
        // Where the dark corner of the stored picture is once it is upright: right and down, for each number of the
        // tag.
        boolean[][] corners = {
            {false, false}, {true, false}, {true, true}, {false, true},
            {false, false}, {true, false}, {true, true}, {false, true}
        };
        for (int number = 1; number <= 8; number++) {
            byte[] turned = joined(Arrays.copyOf(jpeg, 2), exif(number), Arrays.copyOfRange(jpeg, 2, jpeg.length));
            Grey page = ok(turned).pages().getFirst();
            assertEquals(number < 5 ? 90 : 60, page.width(), "orientation " + number);
            int x = corners[number - 1][0] ? page.width() - 6 : 5;
            int y = corners[number - 1][1] ? page.height() - 6 : 5;
            assertEquals(10, page.at(x, y), 12, "orientation " + number);
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsReadAsFarAsItGoes() {
        byte[] jpeg = TestCodes.file(TestCodes.code("a text of some length, so that the picture is large", 12), "jpeg");
        Picture picture = ok(Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
        assertEquals("PICTURE-108", picture.notes().getFirst().code());
        assertEquals("PICTURE-106", refused(Arrays.copyOf(jpeg, 60)));
        byte[] png = TestCodes.file(CORNER, "png");
        assertEquals("PICTURE-106", refused(Arrays.copyOf(png, 40)));
    }

    private static byte[] chunk(String name, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(named);
        crc.update(body);
        return chunk.putInt(body.length)
                .put(named)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] pngOf(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
        return joined(
                HexFormat.of().parseHex("89504e470d0a1a0a"),
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[30]),
                chunk("IEND", new byte[0]));
    }

    @Test
    void aBombIsRefusedByItsHeaderAlone() {
        assertEquals("PICTURE-104", refused(pngOf(60_000, 60_000)));
        assertEquals("PICTURE-104", refused(pngOf(2_000_000, 4)));
        assertEquals("PICTURE-104", refused(pngOf(200_000, 1)));
        byte[] jpeg = TestCodes.file(CORNER, "jpeg");
        for (int i = 0; i + 8 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xff);
            }
        }
        assertEquals("PICTURE-104", refused(jpeg));
    }

    @Test
    void aStripOfAHundredThousandPixelsIsRead() {
        byte[] png = TestCodes.file(TestCodes.paper(40, 100_000), "png");
        Grey page = ok(png).pages().getFirst();
        assertEquals(100_000, page.height());
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] jpeg = TestCodes.file(CORNER, "jpeg");
        byte[] scans = new byte[400];
        for (int i = 0; i < scans.length; i += 2) {
            scans[i] = (byte) 0xff;
            scans[i + 1] = (byte) 0xda;
        }
        assertEquals("PICTURE-106", refused(joined(jpeg, scans)));
    }

    @Test
    void movingPicturesAreRefused() {
        byte[] png = TestCodes.file(CORNER, "png");
        assertEquals(
                "PICTURE-105",
                refused(joined(
                        Arrays.copyOf(png, 33), chunk("acTL", new byte[8]), Arrays.copyOfRange(png, 33, png.length))));
        byte[] webp = joined(
                "RIFF____WEBPVP8X".getBytes(StandardCharsets.US_ASCII),
                new byte[] {10, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 9, 0, 0},
                "ANIM".getBytes(StandardCharsets.US_ASCII),
                new byte[10]);
        assertEquals("PICTURE-105", refused(webp));
    }

    @Test
    void webpIsRead() {
        // 32 x 16 pixels, lossless, all white.
        byte[] webp = HexFormat.of().parseHex("524946461c000000574542505650384c0f0000002f1fc003000710fd8ffe0722a2ff01");
        Result<Picture> decoded = PictureDecoder.decode(joined(webp, new byte[1]));
        if (decoded instanceof Result.Ok<Picture>(Picture picture)) {
            assertEquals(32, picture.pages().getFirst().width());
            assertEquals(16, picture.pages().getFirst().height());
        } else {
            throw new AssertionError(decoded.toString());
        }
    }

    @Test
    void whatFollowsAPictureIsNotLookedAt() {
        byte[] pdf = "%PDF-1.7 <html><script>alert(1)</script>PK\3\4".getBytes(StandardCharsets.US_ASCII);
        Picture picture = ok(joined(TestCodes.file(CORNER, "png"), pdf));
        assertEquals(PictureKind.PNG, picture.kind());
        assertEquals(
                PictureKind.JPEG,
                ok(joined(TestCodes.file(CORNER, "jpeg"), pdf)).kind());
    }

    @Test
    void otherFilesAreNamed() {
        assertEquals("PICTURE-101", refused(new byte[0]));
        assertEquals("PICTURE-101", refused("GIF89a".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("PICTURE-101", refused("PK\3\4 a zip".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("PICTURE-102", refused("\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("PICTURE-102", refused("\0\0\0\30ftypavif\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] pdf(int pages, boolean isLocked) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            LosslessFactory.createFromImage(document, TestCodes.image(CORNER)), 100, 500, 180, 120);
                }
            }
            if (isLocked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void pagesOfAPdfAreDrawn() throws IOException {
        Picture picture = ok(pdf(2, false));
        assertEquals(2, picture.pages().size());
        Grey page = picture.pages().getFirst();
        double dots = page.width() / PDRectangle.A4.getWidth();
        assertTrue(dots * 72 > 200, page.width() + " pixels wide");
        int y = (int) ((PDRectangle.A4.getHeight() - 500 - 120 + 10) * dots);
        assertEquals(10, page.at((int) (110 * dots), y), 30);
        assertEquals("PICTURE-110", refused(pdf(1, true)));
    }

    @Test
    void ofManyPagesTheFirstAreRead() throws IOException {
        Picture picture = ok(pdf(PictureLimits.PAGES_MOST + 3, false));
        assertEquals(PictureLimits.PAGES_MOST, picture.pages().size());
        assertEquals("PICTURE-107", picture.notes().getFirst().code());
    }

    @Property(tries = 150)
    void aDamagedFileIsReadOrRefusedAndNothingElse(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] file = switch (random.nextInt(5)) {
            case 0 -> TestCodes.file(CORNER, "png");
            case 1 -> TestCodes.file(CORNER, "jpeg");
            case 2 -> TestCodes.file(CORNER, "tiff");
            case 3 -> pdf(1, false);
            default -> joined("RIFF____WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), new byte[200]);
        };
        for (int i = 0, times = 1 + random.nextInt(20); i < times; i++) {
            int at = random.nextBoolean() ? random.nextInt(file.length) : random.nextInt(Math.min(200, file.length));
            file[at] = (byte) random.nextInt(256);
        }
        byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
        assertInstanceOf(Result.class, PictureDecoder.decode(cut));
    }
}
