package org.cotejo.node.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.OneSeal;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** Keys in shares: so many restore them, fewer do not, and every share that is wrong is named. */
class KeyBackupTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static List<Skey> keys(String origin, int first) {
        byte[] one = new byte[32];
        Arrays.fill(one, (byte) first);
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) (first + 1));
        return List.of(Skey.of(origin, Vkey.Kind.NOTE, one), Skey.of(origin, Vkey.Kind.COSIGNATURE_ML_DSA, other));
    }

    private static List<KeyShare> split(int shares, int need) {
        return KeyBackup.split(keys("results.example.org/2027", 1), shares, need, RANDOM)
                .orThrow();
    }

    private static String refused(List<KeyShare> shares) {
        return KeyBackup.restore(shares) instanceof Result.Refused<List<Skey>>(Problem problem) ? problem.code() : "ok";
    }

    private static List<String> forms(List<Skey> keys) {
        return keys.stream().map(Skey::fileForm).toList();
    }

    @Test
    void everySetOfEnoughSharesRestoresTheKeysAndEverySmallerOneIsRefused() {
        List<KeyShare> shares = split(5, 3);
        for (int mask = 1; mask < 1 << 5; mask++) {
            List<KeyShare> some = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                if ((mask >> i & 1) == 1) {
                    some.add(shares.get(i));
                }
            }
            Collections.shuffle(some, new Random(mask));
            if (some.size() >= 3) {
                assertEquals(
                        forms(keys("results.example.org/2027", 1)),
                        forms(KeyBackup.restore(some).orThrow()));
            } else {
                assertEquals("KEYS-106", refused(some));
            }
        }
    }

    @Test
    void allNumbersOfSharesWork() {
        for (int shares = 2; shares <= KeyShare.SHARES_MOST; shares += 3) {
            for (int need = 2; need <= shares; need += 2) {
                List<KeyShare> made = split(shares, need);
                assertEquals(
                        forms(keys("results.example.org/2027", 1)),
                        forms(KeyBackup.restore(made.subList(shares - need, shares))
                                .orThrow()));
            }
        }
    }

    /** The field of AES, by the book: what the library computes is held against it. */
    private static int times(int a, int b) {
        int product = 0;
        for (int x = a, y = b; y != 0; y >>= 1) {
            if ((y & 1) == 1) {
                product ^= x;
            }
            x = (x << 1) ^ ((x & 0x80) != 0 ? 0x11b : 0);
        }
        return product;
    }

    private static int inverse(int a) {
        for (int b = 1; b < 256; b++) {
            if (times(a, b) == 1) {
                return b;
            }
        }
        throw new IllegalArgumentException("0");
    }

    private static byte[] interpolated(List<KeyShare> some) {
        byte[] secret = new byte[OneSeal.SIZE];
        for (KeyShare at : some) {
            int weight = 1;
            for (KeyShare other : some) {
                if (other.index() != at.index()) {
                    weight = times(weight, times(other.index(), inverse(other.index() ^ at.index())));
                }
            }
            for (int i = 0; i < secret.length; i++) {
                secret[i] = (byte) (secret[i] ^ times(weight, at.part()[i] & 0xff));
            }
        }
        return secret;
    }

    @Test
    void thePartsAreShamirsOverTheFieldOfAesAndFewerOpenNothing() {
        List<KeyShare> shares = split(6, 4);
        byte[] about =
                KeyShare.about("results.example.org/2027", shares.getFirst().fingerprint(), 6, 4);
        byte[] secret = interpolated(shares.subList(1, 5));
        assertTrue(OneSeal.kept(secret).open(shares.getFirst().sealed(), about).isPresent());
        assertArrayEquals(secret, interpolated(shares), "six points lie on the curve of four");
        assertFalse(OneSeal.kept(interpolated(shares.subList(0, 3)))
                .open(shares.getFirst().sealed(), about)
                .isPresent());
        shares.forEach(share -> assertFalse(Arrays.equals(secret, share.part()), "no share is the secret"));
    }

    @Test
    void twoBackupsOfTheSameKeysShareNothing() {
        KeyShare one = split(3, 2).getFirst();
        KeyShare other = split(3, 2).getFirst();
        assertFalse(Arrays.equals(one.part(), other.part()));
        assertFalse(Arrays.equals(one.sealed(), other.sealed()));
        assertNotEquals(one, other);
    }

    @Test
    void sharesOfAnotherBackupLogOrTwiceTheSameAreNamed() {
        List<KeyShare> shares = split(5, 3);
        assertEquals(
                "KEYS-104",
                refused(List.of(shares.get(0), shares.get(1), split(5, 3).get(2))));
        KeyShare ofOther = KeyBackup.split(keys("other.example.org/2027", 1), 5, 3, RANDOM)
                .orThrow()
                .get(2);
        assertEquals("KEYS-104", refused(List.of(shares.get(0), shares.get(1), ofOther)));
        assertEquals("KEYS-105", refused(List.of(shares.get(0), shares.get(1), shares.get(0))));
    }

    @Test
    void aShareThatWasAlteredWithItsChecksMadeToFitRestoresNothing() {
        List<KeyShare> shares = split(5, 3);
        KeyShare honest = shares.get(2);
        byte[] part = honest.part();
        part[7] = (byte) (part[7] ^ 1);
        KeyShare altered = new KeyShare(honest.origin(), honest.fingerprint(), 3, 5, 3, part, honest.sealed());
        KeyShare read = KeyShare.parse(altered.text()).orThrow();
        assertEquals("KEYS-107", refused(List.of(shares.get(0), shares.get(1), read)));
        KeyShare renumbered =
                new KeyShare(honest.origin(), honest.fingerprint(), 4, 5, 3, honest.part(), honest.sealed());
        assertEquals("KEYS-107", refused(List.of(shares.get(0), shares.get(1), renumbered)));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        List<Skey> keys = keys("a.example/1", 1);
        for (int[] wrong : new int[][] {{1, 1}, {5, 1}, {5, 6}, {21, 3}, {0, 0}}) {
            assertTrue(
                    KeyBackup.split(keys, wrong[0], wrong[1], RANDOM)
                                    instanceof Result.Refused<List<KeyShare>>(Problem p)
                            && p.code().equals("KEYS-108"),
                    Arrays.toString(wrong));
        }
    }

    @Test
    void nothingThatIsPrintedByMistakeHoldsTheSecret() {
        KeyShare share = split(3, 2).getFirst();
        assertEquals("share 1 of 3 of the keys of results.example.org/2027", share.toString());
        String secret = keys("results.example.org/2027", 1).getFirst().fileForm();
        String text = share.text();
        assertFalse(text.contains(secret.substring(secret.length() - 40)));
        assertFalse(new String(share.sealed(), StandardCharsets.ISO_8859_1).contains("\u0001\u0001\u0001\u0001"));
    }
}
