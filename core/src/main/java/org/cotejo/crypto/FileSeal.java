package org.cotejo.crypto;

import java.nio.charset.StandardCharsets;
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
 * A key of AES-256-GCM (NIST SP 800-38D) that seals many files, each under a random nonce of 96 bits, which the standard (8.2.2, 8.3)
 * grants for 2^32 files. {@link OneSeal} is for a text whose key dies with it; this one is for what must be opened years later. Safe for
 * use by several threads.
 */
public final class FileSeal {
    /** Bytes of a key. */
    public static final int SIZE = 32;

    /** Bytes of a name of a key. */
    public static final int NAME_SIZE = 8;

    private static final int NONCE_SIZE = 12;
    private static final int TAG_SIZE = 16;

    /** By so many bytes a sealed file is longer. */
    public static final int MORE = NONCE_SIZE + TAG_SIZE;

    private static final byte[] NAME_OF = "cotejo file seal\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    public FileSeal(byte[] key) {
        Check.that(key.length == SIZE, "a key has %d bytes, not %d", SIZE, key.length);
        this.key = key.clone();
    }

    /** A new key by chance. */
    public static FileSeal fresh(SecureRandom random) {
        byte[] key = new byte[SIZE];
        random.nextBytes(key);
        return new FileSeal(key);
    }

    /** The key, for where it is kept. */
    public byte[] bytes() {
        return key.clone();
    }

    /** The first bytes of a hash of the key, which say which key a file wants and nothing else of it. */
    public byte[] name() {
        Hash hash =
                new Sha256().add(NAME_OF, 0, NAME_OF.length).add(key, 0, SIZE).hash();
        return Arrays.copyOf(hash.bytes(), NAME_SIZE);
    }

    /**
     * Seals a file: the nonce, the cipher text and its tag.
     *
     * @param about what the file belongs to: it opens only with the same bytes
     */
    public byte[] seal(byte[] plain, byte[] about, SecureRandom random) {
        byte[] nonce = new byte[NONCE_SIZE];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, plain.length + MORE);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain, 0, plain.length, sealed, NONCE_SIZE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
        return sealed;
    }

    /** The file that was sealed; nothing where it is not what this key sealed about the same thing. */
    public Optional<byte[]> open(byte[] sealed, byte[] about) {
        if (sealed.length < MORE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_SIZE), about)
                    .doFinal(sealed, NONCE_SIZE, sealed.length - NONCE_SIZE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_SIZE * Byte.SIZE, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    @Override
    public String toString() {
        return "a key that seals files";
    }
}
