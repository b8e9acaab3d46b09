package org.cotejo.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cotejo.base.Check;

/**
 * A key of AES-256-GCM (NIST SP 800-38D) that seals one text and no other, so that whoever destroys the key destroys the text. The nonce
 * is all zeros, which is right for a key that is used once and wrong for any other: a second sealing is refused. Not safe for use by
 * several threads.
 */
public final class OneSeal {
    /** Bytes of a key. */
    public static final int SIZE = 32;

    /** By so many bytes a sealed text is longer. */
    public static final int TAG_SIZE = 16;

    private static final int NONCE_SIZE = 12;

    private final byte[] key;
    private boolean isUsed;

    private OneSeal(byte[] key, boolean isUsed) {
        Check.that(key.length == SIZE, "a key has %d bytes, not %d", SIZE, key.length);
        this.key = key.clone();
        this.isUsed = isUsed;
    }

    /** A new key by chance, with which one text may be sealed. */
    public static OneSeal fresh(SecureRandom random) {
        byte[] key = new byte[SIZE];
        random.nextBytes(key);
        return new OneSeal(key, false);
    }

    /** A key that was kept, which opens what it sealed and seals nothing. */
    public static OneSeal kept(byte[] key) {
        return new OneSeal(key, true);
    }

    /** The key, for where it is kept. */
    public byte[] bytes() {
        return key.clone();
    }

    /**
     * Seals a text.
     *
     * @param about what the text belongs to: it opens only with the same bytes
     */
    public byte[] seal(byte[] plain, byte[] about) {
        Check.that(!isUsed, "a key seals once");
        isUsed = true;
        try {
            return cipher(Cipher.ENCRYPT_MODE, about).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The text that was sealed; nothing where it is not what this key sealed about the same thing. */
    public Optional<byte[]> open(byte[] sealed, byte[] about) {
        if (sealed.length < TAG_SIZE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, about).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Overwrites the key in this object; what the platform copied of it stays in memory until that is used again. */
    public void forget() {
        Arrays.fill(key, (byte) 0);
        isUsed = true;
    }

    private Cipher cipher(int mode, byte[] about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_SIZE * Byte.SIZE, new byte[NONCE_SIZE]));
        cipher.updateAAD(about);
        return cipher;
    }

    @Override
    public String toString() {
        return "a key that seals once";
    }
}
