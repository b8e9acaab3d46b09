package org.cotejo.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.cotejo.base.Problem;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.quality.Flaw;
import org.cotejo.capture.quality.Remark;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** From the bytes of a picture to what it says. */
class PictureReaderTest {
    private final PictureReader reader = new PictureReader(new Checker(TestElection.known()));

    private static Grey sheet(String text) {
        return TestCodes.draw(TestCodes.paper(700, 900), text, 60, 120, 6);
    }

    @Test
    void aPictureOfASheetIsRead() {
        for (String format : List.of("jpeg", "png", "tiff")) {
            PictureReading reading = reader.read(TestCodes.file(sheet(TestElection.VENEZUELA), format));
            assertEquals(1, reading.taken().size(), format + reading);
            assertEquals(
                    TestElection.STATION, reading.taken().getFirst().reading().station());
            assertEquals(List.of(), reading.problems());
            assertEquals(List.of(), reading.remarks());
        }
    }

    @Test
    void twoSheetsOfAPictureAreBothRead() {
        Grey page = TestCodes.paper(1000, 800);
        page = TestCodes.draw(page, TestElection.signed(TestElection.STATION, 210, 101, 0), 10, 10, 6);
        page = TestCodes.draw(page, TestElection.signed(TestElection.OTHER_STATION, 1, 2, 3), 500, 330, 6);
        PictureReading reading = reader.read(TestCodes.file(page, "jpeg"));
        assertEquals(2, reading.taken().size(), reading.toString());
    }

    @Test
    void aForeignCodeIsNoSheetAndHostileTextsStayTexts() {
        String hostile = "javascript:alert('\u202e')\n\u0000<b>";
        PictureReading reading = reader.read(TestCodes.file(sheet(hostile), "png"));
        assertEquals(List.of(), reading.taken());
        assertTrue(reading.checked().stream().allMatch(Checked.Foreign.class::isInstance));
        assertEquals(hostile, reading.texts().getFirst().text());
    }

    @Test
    void aSmallOrBlurredCodeIsSaidToWhoeverHoldsThePhone() {
        Grey large = sheet(TestElection.VENEZUELA);
        int factor = 10;
        byte[] small = new byte[(large.width() / factor) * (large.height() / factor)];
        int width = large.width() / factor;
        for (int i = 0; i < small.length; i++) {
            int sum = 0;
            for (int at = 0; at < factor * factor; at++) {
                sum += large.at(i % width * factor + at % factor, i / width * factor + at / factor);
            }
            small[i] = (byte) (sum / (factor * factor));
        }
        PictureReading reading = reader.read(TestCodes.file(new Grey(width, large.height() / factor, small), "png"));
        List<Flaw> flaws = reading.remarks().stream().map(Remark::flaw).toList();
        assertFalse(flaws.isEmpty(), reading.toString());
        assertTrue(flaws.contains(Flaw.SMALL) || flaws.contains(Flaw.NO_CODE), flaws.toString());
        for (Remark remark : reading.remarks()) {
            assertFalse(remark.problem().sentence().es().contains("{"), remark.toString());
        }
    }

    @Test
    void anOverlayShowsTheVotesAndNothingOfTheFileButItsPixels() throws IOException {
        byte[] jpeg = TestCodes.file(sheet(TestElection.VENEZUELA), "jpeg");
        byte[] secret = "GPS 10.5 N 66.9 W, phone of Maria".getBytes(StandardCharsets.US_ASCII);
        byte[] segment = new byte[4 + secret.length];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xfe;
        segment[3] = (byte) (2 + secret.length);
        System.arraycopy(secret, 0, segment, 4, secret.length);
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        commented.write(jpeg, 0, 2);
        commented.writeBytes(segment);
        commented.write(jpeg, 2, jpeg.length - 2);
        Extras overlay = new Extras(true, false);
        PictureReading reading = reader.read(commented.toByteArray(), overlay);
        assertEquals(1, reading.taken().size());
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(overlay.overlay()));
        assertTrue(drawn.getWidth() > 700);
        boolean hasGreen = false;
        for (int x = 0; x < 700; x++) {
            for (int y = 0; y < 900; y++) {
                hasGreen |= (drawn.getRGB(x, y) & 0xffffff) == 0x1b7f3b;
            }
        }
        assertTrue(hasGreen);
        assertFalse(new String(overlay.overlay(), StandardCharsets.ISO_8859_1).contains("Maria"));
    }

    @Test
    void noPictureIsListedWithItsHash() {
        byte[] file = "not a picture".getBytes(StandardCharsets.US_ASCII);
        PictureReading reading = reader.read(file);
        assertEquals("unknown", reading.kind());
        assertEquals(64, reading.hash().hex().length());
        assertEquals(
                List.of("PICTURE-101"),
                reading.problems().stream().map(Problem::code).toList());
    }

    @Test
    void theRealSheetOf2024IsRead() throws IOException {
        Path shared = Path.of(System.getProperty("cotejo.shared", "../../shared"), "data/venezuela-2024");
        Path sheet = shared.resolve("sheet-010111043-01.jpg");
        Assumptions.assumeTrue(Files.exists(sheet), "no shared data");
        PictureReading reading = reader.read(Files.readAllBytes(sheet));
        assertTrue(
                Arrays.asList(Files.readString(shared.resolve("qr-strings.txt")).split("\\s+"))
                        .contains(reading.texts().getFirst().text()),
                reading.toString());
        assertEquals(1, reading.taken().size(), reading.toString());
        assertEquals(
                345,
                reading.taken().getFirst().reading().contests().getFirst().byCandidate().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }
}
