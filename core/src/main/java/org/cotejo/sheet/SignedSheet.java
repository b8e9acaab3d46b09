package org.cotejo.sheet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cotejo.base.Check;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;

/**
 * A sheet with the signature that stands on it, true or false: the bytes that were signed, and 64 bytes. As text it ends with the
 * signature in 155 decimal digits, which survive any app, any keyboard and any change of case.
 */
public final class SignedSheet {
    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = Ed25519Key.SIGNATURE_SIZE;

    /** Decimal digits of a signature in the text. */
    public static final int SIGNATURE_DIGITS = 155;

    private final Sheet sheet;
    private final byte[] signed;
    private final byte[] signature;

    SignedSheet(Sheet sheet, byte[] signed, byte[] signature) {
        Check.that(signature.length == SIGNATURE_BYTES, "a signature of %d bytes", signature.length);
        this.sheet = sheet;
        this.signed = signed;
        this.signature = signature;
    }

    /** A sheet with a signature, which is not checked. */
    public static SignedSheet of(Sheet sheet, byte[] signature) {
        return new SignedSheet(sheet, SheetWriter.signed(sheet), signature.clone());
    }

    /** A sheet as a machine signs it with its key. */
    public static SignedSheet signedBy(Ed25519Secret machine, Sheet sheet) {
        byte[] signed = SheetWriter.signed(sheet);
        return new SignedSheet(sheet, signed, machine.sign(signed));
    }

    /** Whether the signature is that of a key of the same algorithm. */
    public boolean isSignedBy(StationKey key) {
        return key.algorithm() == sheet.algorithm() && key.key().verifies(signed, signature);
    }

    public Sheet sheet() {
        return sheet;
    }

    /** The bytes over which the signature is made. */
    public byte[] signed() {
        return signed.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** The whole text, signature included. */
    public String text() {
        return new String(signed, StandardCharsets.UTF_8) + digits(signature);
    }

    /** A signature as 155 digits: one unsigned number, most significant byte first, with leading zeros. */
    static String digits(byte[] signature) {
        String digits = new BigInteger(1, signature).toString();
        return "0".repeat(SIGNATURE_DIGITS - digits.length()) + digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedSheet that
                && Arrays.equals(signed, that.signed)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(signed) + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return text();
    }
}
