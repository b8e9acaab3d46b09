package org.cotejo.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneSealTest {
    private static final byte[] ABOUT = "machine M-1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "what was said".getBytes(StandardCharsets.UTF_8);

    private static byte[] opened(OneSeal key, byte[] sealed, byte[] about) {
        return key.open(sealed, about).orElseThrow();
    }

    @Test
    void whatIsSealedOpensWithTheKeyThatWasKept() {
        OneSeal fresh = OneSeal.fresh(new SecureRandom());
        byte[] sealed = fresh.seal(PLAIN, ABOUT);
        assertEquals(PLAIN.length + OneSeal.TAG_SIZE, sealed.length);
        assertArrayEquals(PLAIN, opened(OneSeal.kept(fresh.bytes()), sealed, ABOUT));
    }

    /** Test case 14 of McGrew and Viega, "The Galois/Counter Mode of Operation" (2005): key, nonce and text all zeros. */
    @Test
    void itIsTheCipherOfTheStandard() {
        byte[] sealed = HexFormat.of().parseHex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        assertArrayEquals(new byte[16], opened(OneSeal.kept(new byte[OneSeal.SIZE]), sealed, new byte[0]));
    }

    @Test
    void aKeySealsOnce() {
        OneSeal key = OneSeal.fresh(new SecureRandom());
        key.seal(PLAIN, ABOUT);
        assertThrows(IllegalArgumentException.class, () -> key.seal(PLAIN, ABOUT));
        OneSeal kept = OneSeal.kept(key.bytes());
        assertThrows(IllegalArgumentException.class, () -> kept.seal(PLAIN, ABOUT));
    }

    @Test
    void anotherKeyAnotherMatterOrAChangedByteOpensNothing() {
        OneSeal key = OneSeal.fresh(new SecureRandom());
        byte[] sealed = key.seal(PLAIN, ABOUT);
        assertEquals(Optional.empty(), OneSeal.fresh(new SecureRandom()).open(sealed, ABOUT));
        assertEquals(Optional.empty(), key.open(sealed, "machine M-2".getBytes(StandardCharsets.UTF_8)));
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
    void aKeyThatWasForgottenOpensNothingAndSealsNothing() {
        OneSeal key = OneSeal.fresh(new SecureRandom());
        byte[] sealed = key.seal(PLAIN, ABOUT);
        key.forget();
        assertTrue(key.open(sealed, ABOUT).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> key.seal(PLAIN, ABOUT));
    }

    @Test
    void itsTextFormDoesNotShowIt() {
        OneSeal key = OneSeal.fresh(new SecureRandom());
        assertFalse(
                key.toString().contains(HexFormat.of().formatHex(key.bytes()).substring(0, 4)));
    }
}
