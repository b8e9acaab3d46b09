package org.cotejo.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.cotejo.base.Result;

/** An ML-DSA-44 public key (FIPS 204): 1,312 bytes, parsed once. The context of its signatures is empty. */
public final class MlDsa44Key implements VerifyKey {
    /** Bytes of a key. */
    public static final int SIZE = 1_312;

    /** Bytes of a signature. */
    public static final int SIGNATURE_SIZE = 2_420;

    /** What stands before the key in an X.509 SubjectPublicKeyInfo (RFC 9881). */
    private static final byte[] WRAPPING = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private final byte[] value;
    private final PublicKey parsed;

    private MlDsa44Key(byte[] value, PublicKey parsed) {
        this.value = value;
        this.parsed = parsed;
    }

    /** A key that somebody brings to be relied on; refused (KEY-103) unless it has the right length. */
    public static Result<MlDsa44Key> enrolled(byte[] bytes) {
        if (bytes.length != SIZE) {
            return Result.refused(KeyProblem.ML_DSA_44.because("it does not have 1312 bytes", "no tiene 1312 bytes"));
        }
        byte[] wrapped = Arrays.copyOf(WRAPPING, WRAPPING.length + SIZE);
        System.arraycopy(bytes, 0, wrapped, WRAPPING.length, SIZE);
        try {
            PublicKey parsed = KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(wrapped));
            return Result.ok(new MlDsa44Key(bytes.clone(), parsed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 takes every ML-DSA-44 key of the right length", e);
        }
    }

    @Override
    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public int signatureSize() {
        return SIGNATURE_SIZE;
    }

    @Override
    public boolean verifies(byte[] message, int offset, int length, byte[] signature) {
        if (signature.length != SIGNATURE_SIZE) {
            return false;
        }
        try {
            Signature platform = Signature.getInstance("ML-DSA-44");
            platform.initVerify(parsed);
            platform.update(message, offset, length);
            return platform.verify(signature);
        } catch (SignatureException e) {
            // A hint or vector out of its range: no signature.
            return false;
        } catch (InvalidKeyException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("verifying with ML-DSA-44", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MlDsa44Key key && Arrays.equals(value, key.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
