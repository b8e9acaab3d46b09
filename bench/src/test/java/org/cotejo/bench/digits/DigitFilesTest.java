package org.cotejo.bench.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import org.cotejo.capture.picture.Grey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of digits are read as their packages have them, and only the part that nothing was learned from. */
class DigitFilesTest {
    @TempDir
    private Path folder;

    @Test
    void ofThePackageTheLastTenthOfEachDigitIsRead() throws IOException {
        Path digits = Files.createDirectories(folder.resolve("src/digits"));
        for (int truth = 0; truth < 10; truth++) {
            StringJoiner numbers = new StringJoiner(",", "{ \"data\": [", "]}");
            for (int i = 0; i < 20 * 28 * 28; i++) {
                numbers.add(i < 18 * 28 * 28 ? "0" : "0.5");
            }
            Files.writeString(digits.resolve(truth + ".json"), numbers.toString());
        }
        List<DigitFiles.Digit> read = DigitFiles.heldOut(folder);
        assertEquals(20, read.size());
        assertEquals(9, read.getLast().truth());
        for (DigitFiles.Digit digit : read) {
            assertEquals(28 * 28, digit.ink().length);
            assertEquals(0.5f, digit.ink()[0]);
        }
    }

    @Test
    void ofTheOthersEachLineIsADigitWithItsTruthAtTheEnd() throws IOException {
        Path file = folder.resolve("digits.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("16," + "0,".repeat(62) + "8,7\n").getBytes(StandardCharsets.US_ASCII));
        }
        DigitFiles.Digit digit = DigitFiles.uci(file).getFirst();
        assertEquals(7, digit.truth());
        assertEquals(1f, digit.ink()[0]);
        assertEquals(0.5f, digit.ink()[63]);
    }

    @Test
    void aDigitLiesInsideItsFrame() {
        float[] ink = new float[28 * 28];
        java.util.Arrays.fill(ink, 1);
        Grey box = WrittenBox.of(ink, 28, new SplittableRandom(1));
        assertTrue(box.at(1, 30) < 90, "the frame");
        assertTrue(box.at(4, 4) > 180, "paper between frame and digit");
        assertTrue(box.at(28, 28) < 100, "the pen");
    }
}
