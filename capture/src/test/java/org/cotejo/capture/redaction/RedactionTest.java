package org.cotejo.capture.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.covered.Area;
import org.cotejo.covered.Pixels;
import org.cotejo.covered.PublicCopy;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactionProof;
import org.cotejo.covered.Salt;
import org.cotejo.crypto.FileSeal;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.TreeHash;
import org.junit.jupiter.api.Test;

/** What a public copy proves and hides, what a court is shown, and what lies sealed. */
class RedactionTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] FILE = "the file as it came".getBytes(StandardCharsets.UTF_8);
    private static final List<PrivateField> FIELDS = List.of(
            new PrivateField(PrivateField.What.NAME, "Nadie Ninguno"),
            new PrivateField(PrivateField.What.IDENTITY, "4711"));
    private static final Area COVER = new Area(80, 75, 30, 20);

    private static Grey noise(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        return new Grey(width, height, pixels);
    }

    private static PrivatePart made(Grey page) {
        return Redaction.make(page, FILE, FIELDS, List.of(COVER), RANDOM).orThrow();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).distinct().toList();
    }

    private static List<String> faults(byte[] png, byte[] proof) {
        return codes(PublicCopy.read(png, RedactionProof.parse(proof).orThrow())
                .orThrow()
                .faults());
    }

    private static String refused(Result<?> result) {
        return assertInstanceOf(Result.Refused.class, result).problem().code();
    }

    private static Grey pixels(byte[] png) {
        Pixels read = PublicPng.read(png).orThrow();
        return new Grey(read.width(), read.height(), read.values());
    }

    @Test
    void aPublicCopyHoldsAndCoversWholeTiles() {
        Grey page = noise(300, 200, 1);
        PrivatePart part = made(page);
        assertEquals(List.of(), faults(part.publicPicture(), part.proof().bytes()));
        // 72 to 118 with the margin lies in the second column; 67 to 103 in the second row.
        assertEquals(1, part.proof().coveredTiles());
        assertEquals(20, part.proof().tileCount());
        Grey seen = pixels(part.publicPicture());
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                boolean isCovered = x >= 64 && x < 128 && y >= 64 && y < 128;
                assertEquals(isCovered ? 0 : page.at(x, y), seen.at(x, y));
            }
        }
    }

    @Test
    void aCoverNearAnEdgeTakesTheNextTileToo() {
        Grey page = noise(300, 200, 1);
        Area near = new Area(70, 70, 50, 20);
        PrivatePart part =
                Redaction.make(page, FILE, List.of(), List.of(near), RANDOM).orThrow();
        assertEquals(4, part.proof().coveredTiles());
    }

    @Property(tries = 60)
    void anyChangedPixelIsFound(
            @ForAll @IntRange(min = 0, max = 299) int x, @ForAll @IntRange(min = 0, max = 199) int y) {
        PrivatePart part = made(noise(300, 200, 2));
        Grey seen = pixels(part.publicPicture());
        byte[] changed = seen.pixels().clone();
        changed[y * 300 + x] ^= 1;
        boolean isCovered = x >= 64 && x < 128 && y >= 64 && y < 128;
        assertEquals(
                List.of(isCovered ? "REDACT-203" : "REDACT-202"),
                faults(Png.of(new Grey(300, 200, changed)), part.proof().bytes()));
    }

    @Property(tries = 300)
    void anyChangedByteOfAProofIsFound(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        PrivatePart part = made(noise(150, 130, 3));
        byte[] proof = part.proof().bytes();
        proof[at % proof.length] ^= (byte) by;
        switch (RedactionProof.parse(proof)) {
            case Result.Refused<RedactionProof>(Problem problem) -> assertEquals("REDACT-106", problem.code());
            case Result.Ok<RedactionProof> _ ->
                assertFalse(faults(part.publicPicture(), proof).isEmpty());
        }
    }

    @Test
    void aCopyOfAnotherSizeOrRootIsRefuted() {
        PrivatePart part = made(noise(300, 200, 4));
        PublicCopy wide =
                PublicCopy.read(Png.of(noise(301, 200, 4)), part.proof()).orThrow();
        assertEquals(List.of("REDACT-201"), codes(wide.faults()));
        PublicCopy copy = PublicCopy.read(part.publicPicture(), part.proof()).orThrow();
        assertEquals(List.of(), copy.faults(part.proof().root()));
        assertEquals(List.of("REDACT-205"), codes(copy.faults(Sha256.of(FILE))));
    }

    /** Whoever changes a pixel and makes hash and root anew has another root, and nothing else gives them away. */
    @Test
    void onlyARootFromElsewhereFindsAProofThatWasMadeAnew() {
        Grey page = noise(300, 200, 5);
        Hash stated = made(page).proof().root();
        byte[] forged = page.pixels().clone();
        forged[0] ^= 1;
        PrivatePart other = made(new Grey(300, 200, forged));
        PublicCopy copy = PublicCopy.read(other.publicPicture(), other.proof()).orThrow();
        assertEquals(List.of(), copy.faults());
        assertEquals(List.of("REDACT-205"), codes(copy.faults(stated)));
    }

    @Test
    void whatIsCoveredTouchesNothingPublicButHashes() {
        Grey page = noise(300, 200, 6);
        byte[] other = page.pixels().clone();
        Arrays.fill(other, 70 * 300 + 70, 70 * 300 + 120, (byte) 99);
        PrivatePart one = made(page);
        PrivatePart two = Redaction.make(
                        new Grey(300, 200, other),
                        "another file".getBytes(StandardCharsets.UTF_8),
                        List.of(FIELDS.getFirst(), new PrivateField(PrivateField.What.OTHER, "x")),
                        List.of(COVER),
                        RANDOM)
                .orThrow();
        assertArrayEquals(one.publicPicture(), two.publicPicture());
        assertArrayEquals(shape(one.proof()), shape(two.proof()));
    }

    /** A proof without its hashes, salts and root. */
    private static byte[] shape(RedactionProof proof) {
        String text = new String(proof.bytes(), StandardCharsets.US_ASCII);
        return text.replaceAll("[A-Za-z0-9+/]{43}=", "H")
                .replaceAll("[0-9a-f]{64}", "R")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void onePictureTwiceHasNothingInCommon() {
        Grey page = noise(300, 200, 7);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            String text = new String(made(page).proof().bytes(), StandardCharsets.US_ASCII);
            for (String word : text.split("[ \n]", -1)) {
                if (word.length() >= 44) {
                    assertTrue(seen.add(word), word);
                }
            }
        }
    }

    /** The public files hold no salt of a covered leaf, so trying all numbers finds nothing; with the salt it would. */
    @Test
    void aNumberOfFourDigitsCanNotBeFoundByTrying() {
        PrivatePart part = made(noise(300, 200, 8));
        Disclosure shown =
                part.disclose(Set.of(part.fieldLeaf(2).orElseThrow())).orThrow();
        String text = new String(shown.bytes(), StandardCharsets.US_ASCII);
        Salt salt = new Salt(Base64.getDecoder().decode(text.split("[ \n]", -1)[5]));
        String published = new String(part.proof().bytes(), StandardCharsets.US_ASCII);
        assertFalse(published.contains(salt.base64()));
        Hash covered = part.proof().leaves().get(3).hash();
        int found = 0;
        for (int number = 0; number < 10_000; number++) {
            byte[] body =
                    CoveredBody.field(1, new PrivateField(PrivateField.What.IDENTITY, String.format("%04d", number)));
            assertNotEquals(new TreeHash().leaf(body), covered);
            for (RedactionProof.Leaf leaf : part.proof().leaves()) {
                if (leaf instanceof RedactionProof.Leaf.Seen(Salt known, Hash _)) {
                    assertNotEquals(covered, known.leaf(body));
                }
            }
            found += salt.leaf(body).equals(covered) ? 1 : 0;
        }
        assertEquals(1, found);
    }

    @Test
    void aCourtIsShownWhatItAskedForAndNoMore() {
        Grey page = noise(300, 200, 9);
        PrivatePart part = made(page);
        Set<Integer> leaves = part.coveredIn(new Area(0, 0, 300, 200));
        assertEquals(1, leaves.size());
        Disclosure shown =
                Disclosure.parse(part.disclose(leaves).orThrow().bytes()).orThrow();
        assertEquals(List.of(), shown.faults(part.proof()));
        PublicCopy copy = PublicCopy.read(part.publicPicture(), part.proof()).orThrow();
        assertArrayEquals(page.pixels(), pixels(shown.shownOn(copy)).pixels());
        assertEquals(List.of(), shown.fields(part.proof()));
        Disclosure texts = part.disclose(Set.of(1, 2)).orThrow();
        assertEquals(List.of(FIELDS.getFirst()), texts.fields(part.proof()));
        assertEquals(Sha256.of(FILE), texts.file(part.proof()).orElseThrow());
        assertEquals(List.of("REDACT-205"), codes(texts.faults(made(page).proof())));
    }

    @Test
    void whatIsNotCoveredIsNotDisclosed() {
        PrivatePart part = made(noise(300, 200, 10));
        assertEquals("REDACT-113", refused(part.disclose(Set.of(0))));
        assertEquals("REDACT-113", refused(part.disclose(Set.of(4))));
        assertEquals("REDACT-113", refused(part.disclose(Set.of(9999))));
        assertTrue(part.coveredIn(new Area(0, 0, 10, 10)).isEmpty());
        assertTrue(part.coveredIn(new Area(9000, 9000, 10, 10)).isEmpty());
        assertTrue(part.fieldLeaf(0).isEmpty());
        assertTrue(part.fieldLeaf(3).isEmpty());
    }

    @Property(tries = 200)
    void anyChangedByteOfADisclosureIsFound(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        PrivatePart part = made(noise(150, 130, 11));
        Set<Integer> leaves = part.coveredIn(new Area(0, 0, 150, 130));
        byte[] bytes = part.disclose(leaves).orThrow().bytes();
        bytes[at % bytes.length] ^= (byte) by;
        switch (Disclosure.parse(bytes)) {
            case Result.Refused<Disclosure>(Problem problem) -> assertEquals("REDACT-112", problem.code());
            case Result.Ok<Disclosure>(Disclosure changed) ->
                assertFalse(changed.faults(part.proof()).isEmpty());
        }
    }

    @Test
    void aFieldShownAsATileIsRefuted() {
        PrivatePart part = made(noise(300, 200, 12));
        String text = new String(part.disclose(Set.of(2)).orThrow().bytes(), StandardCharsets.US_ASCII);
        Disclosure moved = Disclosure.parse(text.replace("leaf 2 ", "leaf 3 ").getBytes(StandardCharsets.US_ASCII))
                .orThrow();
        assertEquals(List.of("REDACT-206"), codes(moved.faults(part.proof())));
        Disclosure seen = Disclosure.parse(text.replace("leaf 2 ", "leaf 4 ").getBytes(StandardCharsets.US_ASCII))
                .orThrow();
        assertEquals(List.of("REDACT-206"), codes(seen.faults(part.proof())));
    }

    @Test
    void whatIsSealedOpensToTheSame() {
        FileSeal key = FileSeal.fresh(RANDOM);
        PrivatePart part = made(noise(300, 200, 13));
        byte[] sealed = part.sealed(key, RANDOM);
        PrivatePart again = PrivatePart.open(sealed, key).orThrow();
        assertArrayEquals(part.proof().bytes(), again.proof().bytes());
        assertArrayEquals(part.publicPicture(), again.publicPicture());
        assertArrayEquals(FILE, again.file());
        assertEquals(FIELDS, again.fields());
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Ninguno"));
    }

    @Test
    void anotherKeyAChangedOrACutSealedFileOpensNothing() {
        FileSeal key = FileSeal.fresh(RANDOM);
        byte[] sealed = made(noise(120, 110, 14)).sealed(key, RANDOM);
        assertEquals("REDACT-110", refused(PrivatePart.open(sealed, FileSeal.fresh(RANDOM))));
        assertEquals("REDACT-109", refused(PrivatePart.open(new byte[0], key)));
        assertEquals("REDACT-109", refused(PrivatePart.open(Arrays.copyOf(sealed, 90), key)));
        for (int cut = 1; cut < sealed.length - 100; cut += 97) {
            assertEquals("REDACT-111", refused(PrivatePart.open(Arrays.copyOf(sealed, sealed.length - cut), key)));
        }
        for (int at = 26; at < sealed.length; at += 53) {
            byte[] changed = sealed.clone();
            changed[at] ^= 4;
            String code = refused(PrivatePart.open(changed, key));
            assertTrue(code.equals("REDACT-111") || code.equals("REDACT-110"), code);
        }
    }

    @Test
    void whatCanNotBeMadeIsRefusedWithACode() {
        Grey page = noise(100, 100, 15);
        assertEquals("REDACT-104", refused(Redaction.make(page, FILE, List.of(), List.of(), RANDOM)));
        assertEquals(
                "REDACT-102", refused(Redaction.make(page, FILE, List.of(), List.of(new Area(90, 90, 11, 5)), RANDOM)));
        Grey large = new Grey(8001, 5000, new byte[8001 * 5000]);
        assertEquals("REDACT-103", refused(Redaction.make(large, FILE, FIELDS, List.of(), RANDOM)));
        for (String bad : List.of("", "1,2,3", "1,2,3,0", "-1,2,3,4", "1,2,3,4,5", "a,b,c,d", "1,2,3,99999999")) {
            assertEquals("REDACT-101", refused(Area.parse(bad)), bad);
        }
        assertEquals(new Area(1, 2, 3, 4), Area.parse("1,2,3,4").orThrow());
    }

    @Test
    void fieldsAreReadComposedAndNeverPrinted() {
        PrivateField field = PrivateField.parse("name =  Jose\u0301 N. ").orElseThrow();
        assertEquals("Jos\u00e9 N.", field.text());
        assertEquals("name", field.toString());
        for (String bad :
                List.of("", "name", "name =", "surname = x", "name = a\u0007b", "name = " + "x".repeat(501))) {
            assertTrue(PrivateField.parse(bad).isEmpty(), bad);
        }
    }

    @Property(tries = 300)
    void garbageIsRefusedAndNeverThrows(@ForAll byte[] garbage) {
        FileSeal key = FileSeal.fresh(RANDOM);
        refused(RedactionProof.parse(garbage));
        refused(Disclosure.parse(garbage));
        refused(Suggestion.parse(garbage));
        refused(PrivatePart.open(garbage, key));
        refused(PublicPng.read(garbage));
    }

    @Test
    void aProofThatPromisesMoreThanItHoldsIsRefused() {
        String head = "cotejo-redaction/1\nsize 999999 999999\nfields 0\nroot " + "0".repeat(64) + "\n";
        assertEquals("REDACT-106", refused(RedactionProof.parse(head.getBytes(StandardCharsets.US_ASCII))));
        assertEquals("REDACT-106", refused(RedactionProof.parse(new byte[RedactionProof.BYTES_MOST + 1])));
    }
}
