package org.cotejo.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SHA-256 against the examples of FIPS 180-4 (NIST, Cryptographic Standards and Guidelines: Example Values). */
class HashTest {
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    })
    void theExamplesOfTheStandardComeOut(String text, String hex) {
        assertEquals(hex, Sha256.of(text.getBytes(StandardCharsets.US_ASCII)).hex());
    }

    @Test
    void aMillionLettersComeOutHoweverTheyAreAdded() {
        byte[] million = "a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        String expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        assertEquals(expected, Sha256.of(million).hex());
        Sha256 inParts = new Sha256();
        for (int at = 0; at < million.length; at += 77_777) {
            inParts.add(million, at, Math.min(77_777, million.length - at));
        }
        assertEquals(expected, inParts.hash().hex());
    }

    @Test
    void aHashSoFarChangesNothingOfWhatFollows() {
        Sha256 hash = new Sha256();
        byte[] letters = "abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Sha256.of(new byte[0]), hash.soFar());
        for (int length = 1; length <= letters.length; length++) {
            hash.add(letters, length - 1, 1);
            assertEquals(Sha256.of(java.util.Arrays.copyOf(letters, length)), hash.soFar());
            assertEquals(hash.soFar(), hash.soFar());
        }
        assertEquals(Sha256.of(letters), hash.hash());
    }

    @Test
    void aHashBeginsAnewAfterItWasTaken() {
        Sha256 hash = new Sha256();
        byte[] bytes = {1, 2, 3};
        Hash first = hash.add(bytes, 0, 3).hash();
        assertEquals(first, hash.add(bytes, 0, 3).hash());
        assertEquals(Sha256.of(new byte[] {2}), hash.add(bytes, 1, 1).hash());
    }

    @Test
    void hashesAreComparedByContentAndGiveNothingAway() {
        byte[] bytes = Sha256.of(new byte[0]).bytes();
        Hash hash = new Hash(bytes);
        bytes[0]++;
        assertEquals(Sha256.of(new byte[0]), hash);
        assertNotEquals(new Hash(bytes), hash);
        hash.bytes()[0]++;
        assertEquals(Hash.ofHex(hash.hex()), hash);
        assertEquals(Hash.ofHex(hash.hex()).hashCode(), hash.hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8"})
    void whatIsNot64DigitsIsNoHash(String hex) {
        assertThrows(IllegalArgumentException.class, () -> Hash.ofHex(hex));
    }
}
