package org.cotejo.covered;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;

/** A public copy proves what is not covered, and whoever changed anything is found, whatever they knew of the format. */
class PublicCopyTest {
    private static final Area COVER = new Area(80, 80, 20, 20);
    private static final CoveredSamples.Sample SAMPLE = CoveredSamples.sample(CoveredSamples.noise(150, 130, 1), COVER);

    private static List<String> faults(byte[] png, RedactionProof proof) {
        return PublicCopy.read(png, proof).orThrow().faults().stream()
                .map(Problem::code)
                .distinct()
                .toList();
    }

    private static RedactionProof parsed(String text) {
        return RedactionProof.parse(text.getBytes(StandardCharsets.US_ASCII)).orThrow();
    }

    private static String text(RedactionProof proof) {
        return new String(proof.bytes(), StandardCharsets.US_ASCII);
    }

    private static String code(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    /** A PNG whose every row has the filter of this number, made by hand, as other writers of PNG do. */
    private static byte[] filtered(Pixels page, int filter) {
        int width = page.width();
        byte[] raw = new byte[(width + 1) * page.height()];
        for (int y = 0; y < page.height(); y++) {
            raw[y * (width + 1)] = (byte) filter;
            for (int x = 0; x < width; x++) {
                int left = x > 0 ? page.values()[y * width + x - 1] & 0xff : 0;
                int up = y > 0 ? page.values()[(y - 1) * width + x] & 0xff : 0;
                int corner = x > 0 && y > 0 ? page.values()[(y - 1) * width + x - 1] & 0xff : 0;
                int nearest = Stream.of(left, up, corner)
                        .min((a, b) -> Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b))
                        .orElseThrow();
                int[] predicted = {0, left, up, (left + up) / 2, nearest};
                raw[y * (width + 1) + 1 + x] = (byte) (page.values()[y * width + x] - predicted[Math.min(filter, 4)]);
            }
        }
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] packed = new byte[raw.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(page.height())
                .put((byte) 8)
                .array();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Arrays.copyOf(SAMPLE.picture(), 8));
        chunk(all, "IHDR", head);
        chunk(all, "IDAT", Arrays.copyOf(packed, length / 2));
        chunk(all, "IDAT", new byte[0]);
        chunk(all, "IDAT", Arrays.copyOfRange(packed, length / 2, length));
        chunk(all, "IEND", new byte[0]);
        return all.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String name, byte[] content) {
        byte[] named = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 4 + content.length);
        System.arraycopy(content, 0, named, 4, content.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        to.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        to.writeBytes(named);
        to.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    @Test
    void itHoldsAndItsProofIsReadBackToTheSameBytes() {
        assertEquals(List.of(), faults(SAMPLE.picture(), SAMPLE.proof()));
        assertArrayEquals(SAMPLE.proof().bytes(), parsed(text(SAMPLE.proof())).bytes());
        PublicCopy copy = PublicCopy.read(SAMPLE.picture(), SAMPLE.proof()).orThrow();
        assertEquals(List.of(), copy.faults(SAMPLE.proof().root()));
        assertEquals(
                List.of("REDACT-205"),
                copy.faults(Sha256.of(new byte[0])).stream().map(Problem::code).toList());
    }

    @Property(tries = 50)
    void everyFilterOfARowIsTakenBack(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 0, max = 4) int filter) {
        Pixels page = CoveredSamples.noise(width, height, width);
        assertArrayEquals(
                page.values(), PublicPng.read(filtered(page, filter)).orThrow().values());
    }

    @Test
    void aFilterThatThereIsNotIsRefused() {
        assertEquals("REDACT-107", code(PublicPng.read(filtered(CoveredSamples.noise(5, 5, 1), 5))));
    }

    @Property(tries = 80)
    void oneOtherPixelIsFound(
            @ForAll @IntRange(min = 0, max = 149) int x, @ForAll @IntRange(min = 0, max = 129) int y) {
        Pixels seen = PublicPng.read(SAMPLE.picture()).orThrow();
        byte[] changed = seen.values().clone();
        changed[y * 150 + x] ^= 1;
        boolean isCovered = x >= 64 && x < 128 && y >= 64 && y < 128;
        assertEquals(
                List.of(isCovered ? "REDACT-203" : "REDACT-202"),
                faults(CoveredSamples.png(new Pixels(150, 130, changed)), SAMPLE.proof()));
    }

    /** Somebody who knows the format: each lie is one that its writer can write and its reader can read. */
    @Test
    void proofsThatLieInTheRightFormAreRefuted() {
        String text = text(SAMPLE.proof());
        String[] lines = text.split("\n", -1);
        String swapped = text.replace(lines[7], "#").replace(lines[8], lines[7]).replace("#", lines[8]);
        assertEquals(List.of("REDACT-202", "REDACT-204"), faults(SAMPLE.picture(), parsed(swapped)));
        String other = text.replace(SAMPLE.proof().root().hex(), "0".repeat(64));
        assertEquals(List.of("REDACT-204"), faults(SAMPLE.picture(), parsed(other)));
        byte[] salt = new byte[32];
        new Random(3).nextBytes(salt);
        String saltOf = lines[7].split(" ", -1)[1];
        String salted = text.replace(saltOf, Base64.getEncoder().encodeToString(salt));
        assertEquals(List.of("REDACT-202"), faults(SAMPLE.picture(), parsed(salted)));
        String covered = text.replace(lines[7], "- " + lines[7].split(" ", -1)[2]);
        assertEquals(List.of("REDACT-203"), faults(SAMPLE.picture(), parsed(covered)), "seen is said to be covered");
        String headless =
                text.replace(lines[4].split(" ", -1)[1], Base64.getEncoder().encodeToString(salt));
        assertEquals(List.of("REDACT-207"), faults(SAMPLE.picture(), parsed(headless)));
    }

    @Test
    void aProofOfAnotherPictureOrSizeIsRefuted() {
        CoveredSamples.Sample other = CoveredSamples.sample(CoveredSamples.noise(150, 130, 2), COVER);
        assertEquals(List.of("REDACT-202"), faults(SAMPLE.picture(), other.proof()));
        CoveredSamples.Sample wide = CoveredSamples.sample(CoveredSamples.noise(151, 130, 1), COVER);
        assertEquals(List.of("REDACT-201"), faults(SAMPLE.picture(), wide.proof()));
    }

    @Test
    void otherFormsOfOneProofAreRefused() {
        String text = text(SAMPLE.proof());
        List<String> others = List.of(
                "",
                text + "\n",
                text.stripTrailing(),
                text.replace("\n", "\r\n"),
                " " + text,
                text.replace("size 150", "size 0150"),
                text.replace("size 150", "size 0"),
                text.replace("size 150 130", "size 99999 99999"),
                text.replace("fields 1", "fields 2"),
                text.replace("fields 1", "fields 999"),
                text.replace("root ", "root A"),
                text.replace("redaction/1", "redaction/2"),
                text.replaceFirst("\\+ ", "- "),
                text.replaceFirst("- ", "+ "),
                text.replaceFirst("\n\\+ [^\n]*", ""));
        for (String other : others) {
            assertFalse(other.equals(text));
            assertEquals(
                    "REDACT-106",
                    code(RedactionProof.parse(other.getBytes(StandardCharsets.US_ASCII))),
                    other.substring(0, Math.min(60, other.length())));
        }
    }

    /** The last digit of 43 holds two bits that say nothing: only one of four ways to write it is the proof's. */
    @Test
    void aHashWrittenInAnotherWayIsRefused() {
        String text = text(SAMPLE.proof());
        int end = text.indexOf("=\n");
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char last = digits.charAt(digits.indexOf(text.charAt(end - 1)) ^ 1);
        String other = text.substring(0, end - 1) + last + text.substring(end);
        assertEquals("REDACT-106", code(RedactionProof.parse(other.getBytes(StandardCharsets.US_ASCII))));
    }

    @Property(tries = 400)
    void garbageIsRefusedAndNeverThrows(@ForAll byte[] garbage) {
        code(RedactionProof.parse(garbage));
        code(PublicPng.read(garbage));
        byte[] behind = Arrays.copyOf(Arrays.copyOf(SAMPLE.picture(), 8), 8 + garbage.length);
        System.arraycopy(garbage, 0, behind, 8, garbage.length);
        code(PublicPng.read(behind));
    }

    @Property(tries = 400)
    void aProofWithAChangedByteIsRefusedOrRefuted(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] proof = SAMPLE.proof().bytes();
        proof[at % proof.length] ^= (byte) by;
        switch (RedactionProof.parse(proof)) {
            case Result.Refused<RedactionProof>(Problem problem) -> assertEquals("REDACT-106", problem.code());
            case Result.Ok<RedactionProof>(RedactionProof changed) ->
                assertFalse(faults(SAMPLE.picture(), changed).isEmpty());
        }
    }
}
