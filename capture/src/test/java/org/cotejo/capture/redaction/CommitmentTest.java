package org.cotejo.capture.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.covered.Area;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactionProof;
import org.cotejo.crypto.FileSeal;
import org.junit.jupiter.api.Test;

/** A picture is committed to before anybody decides what of it is shown, and whatever is decided, the root is the one that was stated. */
class CommitmentTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] FILE = "the file as it came".getBytes(StandardCharsets.UTF_8);
    private static final Grey PAGE = noise();
    private static final PrivatePart PART = committed();

    private static Grey noise() {
        byte[] pixels = new byte[300 * 200];
        new Random(5).nextBytes(pixels);
        return new Grey(300, 200, pixels);
    }

    private static PrivatePart committed() {
        return Redaction.commit(PAGE, FILE, List.of(new PrivateField(PrivateField.What.OTHER, "capture 1")), RANDOM)
                .orThrow();
    }

    private static List<String> faults(PrivatePart part) {
        RedactionProof proof = RedactionProof.parse(part.proof().bytes()).orThrow();
        return PublicCopy.read(part.publicPicture(), proof)
                .orThrow()
                .faults(PART.proof().root())
                .stream()
                .map(Problem::code)
                .toList();
    }

    private static String refused(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    @Test
    void nothingIsSeenOfWhatIsOnlyCommittedTo() {
        assertEquals(List.of(), faults(PART));
        assertEquals(PART.proof().tileCount(), PART.proof().coveredTiles());
        Pixels seen = PublicPng.read(PART.publicPicture()).orThrow();
        for (byte pixel : seen.values()) {
            assertEquals(0, pixel);
        }
    }

    @Property(tries = 60)
    void whateverIsCoveredLaterTheRootIsTheSameAndTheCopyHolds(
            @ForAll @IntRange(min = 0, max = 250) int x,
            @ForAll @IntRange(min = 0, max = 150) int y,
            @ForAll @IntRange(min = 1, max = 50) int wide,
            @ForAll @IntRange(min = 1, max = 50) int high) {
        Area cover = new Area(x, y, wide, high);
        PrivatePart shown = PART.covering(List.of(cover)).orThrow();
        assertEquals(PART.proof().root(), shown.proof().root());
        assertEquals(List.of(), faults(shown));
        assertTrue(shown.proof().coveredTiles() < PART.proof().tileCount());
        Pixels seen = PublicPng.read(shown.publicPicture()).orThrow();
        for (int row = y; row < y + high; row++) {
            for (int column = x; column < x + wide; column++) {
                assertEquals(0, seen.values()[row * 300 + column], "a covered pixel");
            }
        }
        int same = 0;
        for (int i = 0; i < seen.values().length; i++) {
            same += seen.values()[i] == PAGE.pixels()[i] ? 1 : 0;
        }
        assertTrue(same > 10_000, "what is not covered is seen");
    }

    @Test
    void aCoverMustLieInThePictureAndThereMustBeOne() {
        assertEquals("REDACT-104", refused(PART.covering(List.of())));
        assertEquals("REDACT-102", refused(PART.covering(List.of(new Area(290, 190, 11, 5)))));
    }

    @Test
    void theFileAndTheFieldStayCoveredAndACourtIsShownThemFromAnyCopy() {
        PrivatePart shown = PART.covering(List.of(new Area(1, 1, 5, 5))).orThrow();
        Disclosure disclosure = PART.disclose(
                        Set.of(PrivatePart.fileLeaf(), PART.fieldLeaf(1).orElseThrow()))
                .orThrow();
        assertEquals(List.of(), disclosure.faults(shown.proof()));
        assertEquals("capture 1", disclosure.fields(shown.proof()).getFirst().text());
        assertTrue(disclosure.file(shown.proof()).isPresent());
        assertEquals("REDACT-113", refused(shown.disclose(Set.of(8))), "what is seen needs no disclosure");
    }

    @Test
    void itIsSealedAndOpenedWithEverySaltItHad() {
        FileSeal key = FileSeal.fresh(RANDOM);
        byte[] sealed = PART.sealed(key, RANDOM);
        assertTrue(PrivatePart.isSealed(sealed));
        assertFalse(PrivatePart.isSealed(PART.publicPicture()));
        assertFalse(PrivatePart.isSealed(new byte[0]));
        PrivatePart again = PrivatePart.open(sealed, key).orThrow();
        assertArrayEquals(PART.proof().bytes(), again.proof().bytes());
        List<Area> cover = List.of(new Area(70, 70, 9, 9));
        assertArrayEquals(
                PART.covering(cover).orThrow().proof().bytes(),
                again.covering(cover).orThrow().proof().bytes());
        assertArrayEquals(PAGE.pixels(), again.page().pixels());
    }

    /** The same sheet committed to on two devices: nobody can tell from the roots that it is one picture. */
    @Test
    void onePictureCommittedToTwiceHasTwoRoots() {
        assertFalse(committed().proof().root().equals(PART.proof().root()));
    }
}
