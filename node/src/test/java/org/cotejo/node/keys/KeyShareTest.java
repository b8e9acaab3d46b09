package org.cotejo.node.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** A share on paper: typed back by a person in any careless way, and never believed where a digit is another. */
class KeyShareTest {
    private static final List<Skey> KEYS = List.of(
            Skey.of("results.example.org/2027", Vkey.Kind.NOTE, new byte[32]),
            Skey.of("results.example.org/2027", Vkey.Kind.COSIGNATURE_ML_DSA, new byte[32]));
    private final List<KeyShare> shares =
            KeyBackup.split(KEYS, 5, 3, new SecureRandom()).orThrow();

    private static String code(String text) {
        return KeyShare.parse(text) instanceof Result.Refused<KeyShare>(Problem problem) ? problem.code() : "ok";
    }

    @Test
    void everyShareIsReadBack() {
        shares.forEach(share -> assertEquals(share, KeyShare.parse(share.text()).orThrow()));
    }

    @Test
    void carelessTypingIsForgiven() {
        KeyShare share = shares.get(3);
        String text = share.text();
        assertEquals(
                share, KeyShare.parse("\ufeff" + text.replace("\n", "\r\n\r\n")).orThrow());
        assertEquals(share, KeyShare.parse(text.replace(" ", "   ")).orThrow());
        String[] lines = text.split("\n", -1);
        StringBuilder loud = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            loud.append(
                            i < 4
                                    ? lines[i]
                                    : lines[i].toUpperCase(Locale.ROOT)
                                            .replace('0', 'O')
                                            .replace('1', 'l'))
                    .append('\n');
        }
        assertEquals(share, KeyShare.parse(loud.toString()).orThrow());
        assertEquals(
                share,
                KeyShare.parse(text.replace("COTEJO KEY SHARE", "cotejo key share"))
                        .orThrow());
    }

    @Test
    void aMistypedDigitIsToldWithItsRow() {
        KeyShare share = shares.getFirst();
        List<String> rows = share.rows();
        for (int row = 0; row < rows.size(); row++) {
            String right = rows.get(row);
            String wrong = right.substring(0, 5) + (right.charAt(5) == 'a' ? 'b' : 'a') + right.substring(6);
            String typed = share.text().replace(right, wrong);
            assertEquals("KEYS-102", code(typed), "row " + (row + 1));
            if (KeyShare.parse(typed) instanceof Result.Refused<KeyShare>(Problem problem)) {
                assertTrue(problem.sentence().en().startsWith("row " + (row + 1) + " "), problem.sentence()::en);
            }
        }
    }

    @Test
    void rowsOfTwoSharesOrAChangedHeadAreSeen() {
        KeyShare one = shares.get(0);
        KeyShare other = shares.get(1);
        assertEquals(
                "KEYS-103",
                code(one.text().replace(one.rows().getFirst(), other.rows().getFirst())));
        assertEquals("KEYS-103", code(one.text().replace("share 1 of 5", "share 2 of 5")));
        assertEquals("KEYS-103", code(one.text().replace("any 3 restore", "any 2 restore")));
        assertEquals("KEYS-103", code(one.text().replace("log results", "log results2")));
    }

    @Test
    void whatIsNoShareIsRefusedWithTheLine() {
        String text = shares.getFirst().text();
        assertEquals("KEYS-101", code(""));
        assertEquals("KEYS-101", code("hello\n"));
        assertEquals("KEYS-101", code(text.replace("SHARE 1", "SHARE 2")));
        assertEquals("KEYS-101", code(text.replace("share 1 of 5", "share 6 of 5")));
        assertEquals("KEYS-101", code(text.replace("share 1 of 5", "share 1 of 99999999999")));
        assertEquals("KEYS-101", code(text.replace("any 3", "any 1")));
        assertEquals("KEYS-101", code(text + "99 zz\n"));
        assertEquals("KEYS-101", code("x".repeat(100_000)));
        String[] lines = text.split("\n", -1);
        assertTrue(
                List.of("KEYS-101", "KEYS-103")
                        .contains(code(String.join("\n", List.of(lines).subList(0, lines.length - 2)))),
                "the last row is missing");
    }

    @Test
    void changedBytesOfAnyKindAreRefusedOrMeanTheSame() {
        Random random = new Random(5);
        KeyShare share = shares.get(2);
        String text = share.text();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder changed = new StringBuilder(text);
            for (int i = 0; i <= random.nextInt(3); i++) {
                int at = random.nextInt(changed.length());
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> changed.deleteCharAt(at);
                    default -> changed.insert(at, (char) (' ' + random.nextInt(90)));
                }
            }
            if (KeyShare.parse(changed.toString()) instanceof Result.Ok<KeyShare>(KeyShare read)) {
                assertEquals(share, read, changed::toString);
            }
        }
    }

    @Test
    void theSheetHoldsTheSameShareInItsRowsAndNoScript() {
        KeyShare share = shares.get(4);
        String page = KeySheet.share(share, LocalDate.of(2027, 3, 1));
        share.rows().forEach(row -> assertTrue(page.contains(row.substring(3, row.indexOf(" = "))), row));
        assertTrue(page.contains("Parte 5 de 5") && page.contains("Share 5 of 5"));
        assertTrue(!page.contains("<script") && !page.contains("href=") && !page.contains("src="), "it stands alone");
        shares.stream()
                .filter(other -> other.index() != 5)
                .forEach(other ->
                        assertTrue(!page.contains(other.rows().getFirst().substring(3, 20)), other::toString));
    }

    @Test
    void theCeremonysPageHasTheGroupsThatAreReadAloud() {
        Vkey key = KEYS.getFirst().vkey();
        String page = KeySheet.ceremony(KEYS.stream().map(Skey::vkey).toList(), null, LocalDate.of(2027, 3, 1));
        for (String group : KeyBackup.spoken(key).groups().split(" ", -1)) {
            assertTrue(page.contains("<span>" + group + "</span>"), group);
        }
        assertTrue(page.contains("log " + key.toString().replace("&", "&amp;")));
        assertTrue(page.contains("No successor key was made"));
        assertTrue(!page.contains("PRIVATE"), "no secret stands on it");
    }
}
