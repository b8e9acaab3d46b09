package org.cotejo.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileSealTest {
    private static final byte[] ABOUT = "picture 1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "what was written".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void whatIsSealedOpensWithTheKeyThatWasKept() {
        FileSeal key = FileSeal.fresh(RANDOM);
        byte[] sealed = key.seal(PLAIN, ABOUT, RANDOM);
        assertEquals(PLAIN.length + FileSeal.MORE, sealed.length);
        assertArrayEquals(PLAIN, new FileSeal(key.bytes()).open(sealed, ABOUT).orElseThrow());
        assertArrayEquals(
                new byte[0],
                key.open(key.seal(new byte[0], ABOUT, RANDOM), ABOUT).orElseThrow());
    }

    /** Test case 14 of McGrew and Viega, "The Galois/Counter Mode of Operation" (2005): key, nonce and text all zeros. */
    @Test
    void itIsTheCipherOfTheStandard() {
        byte[] sealed = HexFormat.of()
                .parseHex("000000000000000000000000cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        assertArrayEquals(
                new byte[16],
                new FileSeal(new byte[FileSeal.SIZE]).open(sealed, new byte[0]).orElseThrow());
    }

    @Test
    void theSameFileSealedTwiceIsTwoFiles() {
        FileSeal key = FileSeal.fresh(RANDOM);
        byte[] once = key.seal(PLAIN, ABOUT, RANDOM);
        byte[] again = key.seal(PLAIN, ABOUT, RANDOM);
        assertFalse(Arrays.equals(Arrays.copyOf(once, 12), Arrays.copyOf(again, 12)));
        assertFalse(Arrays.equals(once, again));
    }

    @Test
    void anotherKeyAnotherMatterOrAChangedByteOpensNothing() {
        FileSeal key = FileSeal.fresh(RANDOM);
        byte[] sealed = key.seal(PLAIN, ABOUT, RANDOM);
        assertEquals(Optional.empty(), FileSeal.fresh(RANDOM).open(sealed, ABOUT));
        assertEquals(Optional.empty(), key.open(sealed, "picture 2".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), key.open(changed, ABOUT), "byte " + i);
        }
        for (int length = 0; length < sealed.length; length++) {
            assertEquals(Optional.empty(), key.open(Arrays.copyOf(sealed, length), ABOUT), "length " + length);
        }
    }

    @Test
    void aNameTellsKeysApartAndIsNoPartOfAKey() {
        FileSeal key = FileSeal.fresh(RANDOM);
        assertArrayEquals(key.name(), new FileSeal(key.bytes()).name());
        assertFalse(Arrays.equals(key.name(), FileSeal.fresh(RANDOM).name()));
        assertFalse(
                HexFormat.of().formatHex(key.bytes()).contains(HexFormat.of().formatHex(key.name())));
        assertFalse(key.toString().contains(HexFormat.of().formatHex(key.bytes())));
    }

    @Test
    void aKeyOfAnotherSizeIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new FileSeal(new byte[16]));
    }
}
