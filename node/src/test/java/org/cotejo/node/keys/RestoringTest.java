package org.cotejo.node.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** Whatever people bring, it is the keys that were split or a refusal with a code: never other keys, and never an exception. */
class RestoringTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ORIGIN = "results.example.org/2027";
    private static final List<Skey> KEYS = List.of(key(Vkey.Kind.NOTE), key(Vkey.Kind.COSIGNATURE_ML_DSA));
    private static final List<KeyShare> SHARES = split();
    private static final List<KeyShare> OTHERS = split();

    private static Skey key(Vkey.Kind kind) {
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        return Skey.of(ORIGIN, kind, seed);
    }

    private static List<KeyShare> split() {
        return KeyBackup.split(KEYS, 6, 3, RANDOM).orThrow();
    }

    private static List<String> forms(List<Skey> keys) {
        return keys.stream().map(Skey::fileForm).toList();
    }

    private static String outcome(List<KeyShare> given) {
        return switch (KeyBackup.restore(given)) {
            case Result.Ok<List<Skey>>(List<Skey> keys) -> {
                assertEquals(forms(KEYS), forms(keys), "other keys than those that were split");
                yield "restored";
            }
            case Result.Refused<List<Skey>>(Problem problem) -> problem.code();
        };
    }

    @Property(tries = 300)
    void aChangedShareAmongTrueOnesRestoresNothingElse(
            @ForAll @IntRange(min = 0, max = 5) int which,
            @ForAll @IntRange(min = 0, max = 31) int at,
            @ForAll @IntRange(min = 1, max = 255) int by) {
        KeyShare honest = SHARES.get(which);
        byte[] part = honest.part();
        part[at] ^= (byte) by;
        List<KeyShare> given = new ArrayList<>(SHARES);
        given.set(
                which,
                new KeyShare(honest.origin(), honest.fingerprint(), honest.index(), 6, 3, part, honest.sealed()));
        Collections.shuffle(given, new Random(at));
        assertEquals("KEYS-107", outcome(given));
    }

    @Property(tries = 300)
    void changedSealedKeysOpenNothing(
            @ForAll @IntRange(min = 0, max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        List<KeyShare> given = new ArrayList<>();
        for (KeyShare share : SHARES.subList(0, 3)) {
            byte[] sealed = share.sealed();
            sealed[at % sealed.length] ^= (byte) by;
            given.add(new KeyShare(share.origin(), share.fingerprint(), share.index(), 6, 3, share.part(), sealed));
        }
        assertEquals("KEYS-107", outcome(given));
    }

    @Property(tries = 200)
    void sharesOfTwoBackupsNeverMix(@ForAll @IntRange(min = 1, max = 62) int mask) {
        List<KeyShare> given = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            given.add((mask >> i & 1) == 1 ? SHARES.get(i) : OTHERS.get(i));
        }
        assertEquals("KEYS-104", outcome(given));
    }

    @Property(tries = 500)
    void aTypedShareWithAnyOtherLetterIsRefusedOrTheSameShare(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll @IntRange(min = 32, max = 126) int letter) {
        StringBuilder typed = new StringBuilder(SHARES.getFirst().text());
        typed.setCharAt(at % typed.length(), (char) letter);
        switch (KeyShare.parse(typed.toString())) {
            case Result.Refused<KeyShare>(Problem problem) ->
                assertTrue(Set.of("KEYS-101", "KEYS-102", "KEYS-103").contains(problem.code()), problem::code);
            case Result.Ok<KeyShare>(KeyShare read) -> assertEquals(SHARES.getFirst(), read);
        }
    }

    @Property(tries = 300)
    void garbageIsRefusedAndNeverThrows(@ForAll String garbage) {
        assertTrue(KeyShare.parse(garbage) instanceof Result.Refused<KeyShare>);
        assertTrue(KeyShare.parse("COTEJO KEY SHARE 1\n" + garbage) instanceof Result.Refused<KeyShare>);
    }

    @Test
    void tooFewAndTwiceTheSameAreToldBeforeAnythingIsTried() {
        assertEquals("KEYS-106", outcome(SHARES.subList(0, 2)));
        assertEquals("KEYS-105", outcome(List.of(SHARES.get(0), SHARES.get(1), SHARES.get(1))));
        assertEquals("restored", outcome(SHARES.subList(3, 6)));
        assertEquals("restored", outcome(SHARES));
    }

    /** A share that says that fewer restore it: the seal is about the number, so that nobody lowers it unseen. */
    @Test
    void anotherNumberOfSharesNeededIsSeen() {
        List<KeyShare> lowered = SHARES.subList(0, 2).stream()
                .map(share -> new KeyShare(
                        share.origin(), share.fingerprint(), share.index(), 6, 2, share.part(), share.sealed()))
                .toList();
        assertEquals("KEYS-107", outcome(lowered));
    }

    @Test
    void aSheetHoldsOneShareAndNothingOfAnother() {
        String page = KeySheet.share(SHARES.getFirst(), LocalDate.of(2027, 3, 1));
        String other = SHARES.get(1).rows().getFirst();
        assertTrue(page.contains("Parte 1 de 6") && page.contains("Share 1 of 6"));
        assertFalse(page.contains(other.substring(3, other.indexOf(" = "))));
        assertFalse(page.contains("<script"));
        String secret = KEYS.getFirst().fileForm();
        assertFalse(new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .contains(secret.substring(secret.length() - 20)));
    }
}
