package org.cotejo.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;

/**
 * An Ed25519 public key (RFC 8032): 32 bytes. Signatures are checked without cofactor, with S below the group
 * order; on keys that {@link #enrolled} takes, all verifiers in use agree under that rule.
 */
public final class Ed25519Key implements VerifyKey {
    /** Bytes of a key. */
    public static final int SIZE = 32;

    /** Bytes of a signature. */
    public static final int SIGNATURE_SIZE = 64;

    /** What stands before the key in an X.509 SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] WRAPPING = HexFormat.of().parseHex("302a300506032b6570032100");

    /** 2^255 - 19, least significant byte first, as keys are. */
    private static final byte[] FIELD =
            HexFormat.of().parseHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    /**
     * The eight points of small order have five different heights: 0, 1, -1 and two more, in one encoding each. The sign,
     * the highest bit, is left out.
     */
    private static final List<byte[]> SMALL_ORDER = List.of(
            HexFormat.of().parseHex("0000000000000000000000000000000000000000000000000000000000000000"),
            HexFormat.of().parseHex("0100000000000000000000000000000000000000000000000000000000000000"),
            HexFormat.of().parseHex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            HexFormat.of().parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
            HexFormat.of().parseHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));

    private final byte[] value;

    private Ed25519Key(byte[] value) {
        this.value = value;
    }

    /**
     * A key that somebody brings to be relied on, from a register, an entry or a vkey: refused (KEY-101) unless it is the
     * one encoding of a point of the curve whose order is not small.
     */
    public static Result<Ed25519Key> enrolled(byte[] bytes) {
        return wellFormed(bytes).then(key -> key.isOnCurve() ? Result.ok(key) : Result.refused(notAPoint()));
    }

    /**
     * A key for which all rules of {@link #enrolled} were asked but the one that takes as long as checking a signature: whether
     * it is a point of the curve. Where a signature under it was found true, it is one; else {@link #enrolled} must still be
     * asked.
     */
    public static Result<Ed25519Key> wellFormed(byte[] bytes) {
        if (bytes.length != SIZE) {
            return Result.refused(KeyProblem.ED25519.because("it does not have 32 bytes", "no tiene 32 bytes"));
        }
        byte[] height = bytes.clone();
        height[SIZE - 1] &= 0x7f;
        if (!isBelowField(height)) {
            return Result.refused(notAPoint());
        }
        for (byte[] small : SMALL_ORDER) {
            if (Arrays.equals(small, height)) {
                return Result.refused(KeyProblem.ED25519.because(
                        "its point has small order: under it one signature fits many messages, and verifiers disagree",
                        "su punto es de orden pequeño: con él una firma vale para muchos mensajes y los verificadores"
                                + " discrepan"));
            }
        }
        return Result.ok(new Ed25519Key(bytes.clone()));
    }

    private static Problem notAPoint() {
        return KeyProblem.ED25519.because(
                "it is not the one encoding of a point of the curve",
                "no es la codificación única de un punto de la curva");
    }

    /**
     * A key as it is, without the rule of enrolment: for keys that were enrolled before, and to recompute what verifiers say
     * of keys that nobody should use. A key that can't be used verifies nothing.
     */
    public static Ed25519Key unenrolled(byte[] bytes) {
        Check.that(bytes.length == SIZE, "an Ed25519 key has %d bytes, not %d", SIZE, bytes.length);
        return new Ed25519Key(bytes.clone());
    }

    private static boolean isBelowField(byte[] height) {
        for (int i = SIZE - 1; i >= 0; i--) {
            int difference = (height[i] & 0xff) - (FIELD[i] & 0xff);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    /** As the platform reads it. */
    X509EncodedKeySpec wrapped() {
        byte[] wrapped = Arrays.copyOf(WRAPPING, WRAPPING.length + SIZE);
        System.arraycopy(value, 0, wrapped, WRAPPING.length, SIZE);
        return new X509EncodedKeySpec(wrapped);
    }

    /** Asks every provider of the platform, whichever is preferred: one that refuses the point is enough. */
    private boolean isOnCurve() {
        List<Provider> providers = Installed.now();
        Check.that(!providers.isEmpty(), "every Java platform has Ed25519");
        for (Provider provider : providers) {
            try {
                Signature.getInstance("Ed25519", provider)
                        .initVerify(KeyFactory.getInstance("Ed25519").generatePublic(wrapped()));
            } catch (InvalidKeySpecException | InvalidKeyException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(provider + " has no Ed25519 after all", e);
            }
        }
        return true;
    }

    /**
     * The providers that have Ed25519, among those that were installed when somebody asked: to find them takes as long as to check a
     * signature.
     */
    private record Installed(List<Provider> all, List<Provider> fitting) {
        private static volatile Installed last = new Installed(List.of(), List.of());

        static List<Provider> now() {
            List<Provider> all = List.of(Security.getProviders());
            Installed known = last;
            if (!known.all.equals(all)) {
                known = new Installed(
                        all,
                        all.stream()
                                .filter(provider -> provider.getService("Signature", "Ed25519") != null)
                                .toList());
                last = known;
            }
            return known.fitting;
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
        return new Ed25519Verifier().verifies(this, message, offset, length, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519Key key && Arrays.equals(value, key.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
