package org.cotejo.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures and keys, against RFC 8032 and the published edge cases on which verifiers disagree. */
class KeysTest {
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] seed(int first) {
        byte[] seed = new byte[SigningKey.SEED_SIZE];
        seed[0] = (byte) first;
        return seed;
    }

    private static String code(Result<?> result) {
        return switch (result) {
            case Result.Ok<?>(Object value) -> fail("taken: " + value);
            case Result.Refused<?>(Problem problem) -> problem.code();
        };
    }

    /** RFC 8032, section 7.1: tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
    })
    void theExamplesOfTheStandardComeOut(String seed, String key, String message, String signature) {
        Ed25519Secret secret = Ed25519Secret.ofSeed(HEX.parseHex(seed));
        assertEquals(key, secret.verifyKey().toString());
        assertEquals(signature, HEX.formatHex(secret.sign(HEX.parseHex(message))));
        assertTrue(secret.verifyKey().verifies(HEX.parseHex(message), HEX.parseHex(signature)));
        assertEquals(Result.ok(secret.verifyKey()), Ed25519Key.enrolled(HEX.parseHex(key)));
        assertArrayEquals(HEX.parseHex(seed), secret.seed());
    }

    /** Under keys that can be enrolled, this platform and all others say the same; the rest can't be enrolled. */
    @Test
    void theEdgeCasesOnWhichVerifiersDisagreeCannotBeEnrolled() {
        Ed25519Verifier verifier = new Ed25519Verifier();
        int enrolled = 0;
        List<Vectors> cases =
                Vectors.read("tlog/ed25519/cctv-edge-cases.json").get("vectors").list();
        for (Vectors one : cases) {
            byte[] key = HEX.parseHex(one.get("key").text());
            byte[] message = one.get("msg").utf8();
            byte[] signature = HEX.parseHex(one.get("sig").text());
            String number = "case " + one.get("number").number();
            Ed25519Key asGiven = Ed25519Key.unenrolled(key);
            assertEquals(one.get("jdk25Accepts").flag(), asGiven.verifies(message, signature), number);
            assertEquals(
                    one.get("jdk25Accepts").flag(),
                    verifier.verifies(asGiven, message, 0, message.length, signature),
                    number);
            Set<String> flags =
                    one.get("flags").list().stream().map(Vectors::text).collect(Collectors.toCollection(TreeSet::new));
            boolean isBad = flags.contains("low_order_A") || flags.contains("non_canonical_A");
            Result<Ed25519Key> result = Ed25519Key.enrolled(key);
            assertEquals(result, Ed25519Key.wellFormed(key), number);
            if (isBad) {
                assertEquals("KEY-101", code(result), number);
            } else {
                assertEquals(Result.ok(asGiven), result, number);
                assertEquals(one.get("opensslAccepts").flag(), asGiven.verifies(message, signature), number);
                enrolled++;
            }
        }
        assertTrue(enrolled > 50 && cases.size() - enrolled > 50, "enrolled " + enrolled);
    }

    /** About half of all heights are no point: the shorter look at a key takes them, the whole one and every signature do not. */
    @Test
    void aHeightThatIsNoPointIsWellFormedAndVerifiesNothing() {
        int points = 0;
        for (int height = 2; height < 66; height++) {
            byte[] key = new byte[Ed25519Key.SIZE];
            key[0] = (byte) height;
            Ed25519Key wellFormed = Ed25519Key.wellFormed(key).orThrow();
            boolean isPoint = Ed25519Key.enrolled(key) instanceof Result.Ok<Ed25519Key>;
            points += isPoint ? 1 : 0;
            assertFalse(wellFormed.verifies(new byte[] {1}, new byte[Ed25519Key.SIGNATURE_SIZE]));
        }
        assertTrue(points > 16 && points < 48, points + " of 64 heights are points");
    }

    @Test
    void everySpellingOfEverySmallOrderPointIsRefused() {
        List<String> heights = List.of(
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
        for (String height : heights) {
            byte[] key = HEX.parseHex(height);
            assertEquals("KEY-101", code(Ed25519Key.enrolled(key)), height);
            key[31] |= (byte) 0x80;
            assertEquals("KEY-101", code(Ed25519Key.enrolled(key)), height);
        }
    }

    @Test
    void everyHeightThatIsNotBelowTheFieldIsRefused() {
        byte[] key = new byte[Ed25519Key.SIZE];
        Arrays.fill(key, (byte) 0xff);
        for (int first = 0xed; first <= 0xff; first++) {
            key[0] = (byte) first;
            for (int last : new int[] {0x7f, 0xff}) {
                key[31] = (byte) last;
                assertEquals("KEY-101", code(Ed25519Key.enrolled(key)));
            }
        }
    }

    /** About half of all heights belong to no point. */
    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        int refused = 0;
        for (int first = 2; first < 66; first++) {
            byte[] key = seed(first);
            if (Ed25519Key.enrolled(key) instanceof Result.Refused<Ed25519Key>(Problem problem)) {
                assertEquals("KEY-101", problem.code());
                assertFalse(Ed25519Key.unenrolled(key).verifies(new byte[1], new byte[64]));
                refused++;
            }
        }
        assertTrue(refused > 16 && refused < 48, refused + " of 64 are no points");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        for (int length : new int[] {0, 31, 33, 64}) {
            assertEquals("KEY-101", code(Ed25519Key.enrolled(new byte[length])));
            assertThrows(IllegalArgumentException.class, () -> Ed25519Key.unenrolled(new byte[length]));
            assertThrows(IllegalArgumentException.class, () -> Ed25519Secret.ofSeed(new byte[length]));
            assertThrows(IllegalArgumentException.class, () -> MlDsa44Secret.ofSeed(new byte[length]));
            assertEquals("KEY-103", code(MlDsa44Key.enrolled(new byte[length])));
        }
    }

    @Test
    void eachAlgorithmVerifiesItsOwnSignatureAndNoChangedOne() {
        byte[] message = "a message".getBytes(StandardCharsets.UTF_8);
        for (SigningKey secret : List.of(Ed25519Secret.ofSeed(seed(1)), MlDsa44Secret.ofSeed(seed(1)))) {
            VerifyKey key = secret.verifyKey();
            byte[] signature = secret.sign(message);
            assertArrayEquals(signature, secret.sign(message));
            assertEquals(key.signatureSize(), signature.length);
            assertTrue(key.verifies(message, signature));
            byte[] wider = new byte[message.length + 5];
            System.arraycopy(message, 0, wider, 3, message.length);
            assertTrue(key.verifies(wider, 3, message.length, signature));
            assertFalse(key.verifies(wider, 2, message.length, signature));
            assertFalse(key.verifies(message, Arrays.copyOf(signature, signature.length - 1)));
            assertFalse(key.verifies(message, Arrays.copyOf(signature, signature.length + 1)));
            assertFalse(key.verifies(message, new byte[0]));
            for (int bit = 0; bit < signature.length * 8; bit += 1 + signature.length / 100) {
                byte[] changed = signature.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertFalse(key.verifies(message, changed));
            }
            for (int bit = 0; bit < message.length * 8; bit++) {
                byte[] changed = message.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertFalse(key.verifies(changed, signature));
            }
            assertFalse(secret.toString().contains(HEX.formatHex(secret.seed())));
        }
    }

    /** One verifier for many: a false signature, a bad key or another key in between changes no other answer. */
    @Test
    void oneVerifierServesForMany() {
        Ed25519Verifier verifier = new Ed25519Verifier();
        Ed25519Secret[] secrets = {Ed25519Secret.ofSeed(seed(1)), Ed25519Secret.ofSeed(seed(2))};
        Ed25519Key bad = Ed25519Key.unenrolled(seed(2));
        for (int i = 0; i < 60; i++) {
            byte[] message = {1, (byte) i, 2};
            Ed25519Secret secret = secrets[i / 3 % 2];
            byte[] signature = secret.sign(message);
            if (i % 5 == 0) {
                byte[] outOfRange = signature.clone();
                outOfRange[63] |= (byte) 0xe0;
                assertFalse(verifier.verifies(secret.verifyKey(), message, 0, 3, outOfRange));
                assertFalse(verifier.verifies(bad, message, 0, 3, signature));
                assertFalse(verifier.verifies(secret.verifyKey(), message, 0, 3, new byte[1]));
            }
            assertTrue(verifier.verifies(secret.verifyKey(), message, 0, 3, signature));
            assertFalse(verifier.verifies(secret.verifyKey(), message, 0, 2, signature));
            assertFalse(verifier.verifies(secrets[(i / 3 + 1) % 2].verifyKey(), message, 0, 3, signature));
        }
    }

    @Test
    void keysAreComparedByContentAndGiveNothingAway() {
        Ed25519Key key = Ed25519Secret.ofSeed(seed(1)).verifyKey();
        byte[] bytes = key.bytes();
        assertEquals(key, Ed25519Key.unenrolled(bytes));
        assertEquals(key.hashCode(), Ed25519Key.unenrolled(bytes).hashCode());
        assertNotEquals(key, Ed25519Secret.ofSeed(seed(2)).verifyKey());
        bytes[0]++;
        assertNotEquals(bytes[0], key.bytes()[0]);
        MlDsa44Key other = MlDsa44Secret.ofSeed(seed(1)).verifyKey();
        assertEquals(Result.ok(other), MlDsa44Key.enrolled(other.bytes()));
        assertNotEquals(other, MlDsa44Secret.ofSeed(seed(2)).verifyKey());
        assertEquals(
                other.hashCode(), MlDsa44Key.enrolled(other.bytes()).orThrow().hashCode());
    }

    /** The last step of signing with ML-DSA must not take a seed for randomness, nor a generator ask for more than the seed. */
    @Test
    void aSeedIsGivenOnce() {
        SeedOnce once = new SeedOnce(seed(3));
        assertThrows(IllegalArgumentException.class, () -> once.nextBytes(new byte[31]));
        byte[] given = new byte[32];
        once.nextBytes(given);
        assertArrayEquals(seed(3), given);
        assertTrue(once.isGiven());
        assertThrows(IllegalArgumentException.class, () -> once.nextBytes(given));
    }
}
