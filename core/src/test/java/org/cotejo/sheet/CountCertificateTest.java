package org.cotejo.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.junit.jupiter.api.Test;

/** The text of a certificate of a count of receipts. */
class CountCertificateTest {
    private static final String TEXT = "COTEJOCOUNT1/ED25519/e/" + "0".repeat(40)
            + "/S1/president/M1/20240728T2005 -0400/" + "0".repeat(32) + "/1:3 2:0/BLANK:1 UNREAD:0/" + "0".repeat(128);

    @Provide
    Arbitrary<CountCertificate> certificate() {
        return AnySheet.certificate();
    }

    private static String code(String text) {
        return switch (CountCertificate.read(text)) {
            case Result.Ok<CountCertificate> _ -> "ok";
            case Result.Refused<CountCertificate>(Problem problem) -> problem.code();
        };
    }

    @Property(tries = 300)
    void whatIsPrintedIsReadBack(@ForAll("certificate") CountCertificate certificate) {
        assertEquals(certificate, CountCertificate.read(certificate.text()).orThrow());
    }

    @Property(tries = 300)
    void whatIsReadPrintsToTheSameText(
            @ForAll("certificate") CountCertificate certificate,
            @ForAll @IntRange(max = 30_000) int at,
            @ForAll char other) {
        StringBuilder changed = new StringBuilder(certificate.text());
        changed.setCharAt(at % changed.length(), other);
        if (CountCertificate.read(changed.toString()) instanceof Result.Ok<CountCertificate>(CountCertificate read)) {
            assertEquals(changed.toString(), read.text());
        }
    }

    @Test
    void whatNoMachinePrintsIsRefused() {
        assertEquals("ok", code(TEXT));
        for (String[] change : new String[][] {
            {"COTEJOCOUNT1", "COTEJO1"},
            {"ED25519", "RSA"},
            {"/e/", "//"},
            {"/e/", "/e f/"},
            {"0".repeat(40), "9".repeat(40)},
            {"20240728T2005", "20240230T2005"},
            {"20240728T2005", "20240728T2460"},
            {"-0400", "-0000"},
            {"-0400", "+1500"},
            {"1:3 2:0", "1:3 3:0"},
            {"1:3 2:0", "1:03 2:0"},
            {"1:3 2:0", "1:3  2:0"},
            {"1:3 2:0", "1:9999999999 2:0"},
            {"1:3 2:0", ""},
            {"BLANK:1", "BLANK:-1"},
            {"UNREAD:0/", "UNREAD:0/0"},
        }) {
            assertEquals("SHEET-107", code(TEXT.replace(change[0], change[1])), change[0] + " to " + change[1]);
        }
        assertEquals("SHEET-107", code(TEXT.replace("1:3 2:0", "1:3 ".repeat(5_000))));
        assertEquals("SHEET-107", code(""));
    }

    @Test
    void noCertificateIsASheetAndNoSheetACertificate() {
        SignedSheet sheet = AnySheet.signed().sample();
        assertEquals("SHEET-107", code(sheet.text()));
        assertFalse(SheetReader.read(TEXT) instanceof Result.Ok<SignedSheet>);
    }

    @Test
    void receiptsAreAddedUpWithoutOverflow() {
        CountCertificate read = CountCertificate.read(TEXT.replace("1:3 2:0", "1:999999999 2:999999999 3:999999999"))
                .orThrow();
        assertTrue(read.receipts() == 2_999_999_998L, () -> "" + read.receipts());
    }
}
