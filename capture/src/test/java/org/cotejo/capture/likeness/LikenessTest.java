package org.cotejo.capture.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.TestSheets;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.station.words.Language;
import org.junit.jupiter.api.Test;

/** One picture saved twice looks like itself; two sheets of one layout don't look like one picture. */
class LikenessTest {
    private static final Grey SHEET = TestSheets.strip(Language.SPANISH, TestElection.STATION, 287, 134, 61);

    private static Grey half(Grey plane) {
        int width = plane.width() / 2;
        byte[] pixels = new byte[width * (plane.height() / 2)];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width * 2;
            int y = i / width * 2;
            pixels[i] =
                    (byte) ((plane.at(x, y) + plane.at(x + 1, y) + plane.at(x, y + 1) + plane.at(x + 1, y + 1)) / 4);
        }
        return new Grey(width, plane.height() / 2, pixels);
    }

    private static Grey darker(Grey plane) {
        byte[] pixels = plane.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) * 7 / 10);
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    @Test
    void aPictureSavedSmallerDarkerOrAsJpegIsTheSame() {
        Likeness likeness = Likeness.of(SHEET);
        Grey jpeg = PictureDecoder.decode(TestCodes.file(SHEET, "jpeg"))
                .orThrow()
                .pages()
                .getFirst();
        for (Grey again : List.of(half(SHEET), darker(SHEET), jpeg, darker(half(jpeg)))) {
            int distance = likeness.distance(Likeness.of(again));
            assertTrue(distance <= Alike.DISTANCE_MOST, "" + distance);
        }
    }

    @Test
    void anotherStationsSheetOfTheSameLayoutIsAnotherPicture() {
        Grey other = TestSheets.strip(Language.SPANISH, TestElection.OTHER_STATION, 41, 355, 2);
        int distance = Likeness.of(SHEET).distance(Likeness.of(other));
        assertTrue(distance > Alike.DISTANCE_MOST, "" + distance);
        assertTrue(Likeness.of(SHEET).distance(Likeness.of(SHEET.turned(2))) > 60);
    }

    @Test
    void theFirstOfItsKindIsFoundAmongMany() {
        Random random = new Random(7);
        Alike alike = new Alike();
        Likeness likeness = Likeness.of(SHEET);
        assertEquals(Optional.empty(), alike.add(likeness));
        for (int i = 0; i < 2000; i++) {
            assertEquals(Optional.empty(), alike.add(random(random)));
        }
        assertEquals(Optional.of(0), alike.add(changed(likeness, Alike.DISTANCE_MOST, random)));
        assertEquals(Optional.empty(), alike.add(changed(likeness, 60, random)));
    }

    @Property(tries = 200)
    void digitsReadBackAndChangedBitsAreCounted(@ForAll long seed) {
        Random random = new Random(seed);
        Likeness likeness = random(random);
        assertEquals(Optional.of(likeness), Likeness.ofHex(likeness.hex()));
        int bits = random.nextInt(Likeness.BITS);
        assertEquals(bits, likeness.distance(changed(likeness, bits, random)));
        assertEquals(Optional.empty(), Likeness.ofHex(likeness.hex().substring(1)));
    }

    private static Likeness random(Random random) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return Likeness.ofHex(hex.toString()).orElseThrow();
    }

    private static Likeness changed(Likeness likeness, int bits, Random random) {
        Set<Integer> which = new HashSet<>();
        while (which.size() < bits) {
            which.add(random.nextInt(Likeness.BITS));
        }
        char[] hex = likeness.hex().toCharArray();
        for (int bit : which) {
            hex[bit / 4] = Character.forDigit(Character.digit(hex[bit / 4], 16) ^ 1 << bit % 4, 16);
        }
        return Likeness.ofHex(new String(hex)).orElseThrow();
    }
}
