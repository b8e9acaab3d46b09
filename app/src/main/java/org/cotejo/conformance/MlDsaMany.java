package org.cotejo.conformance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.crypto.MlDsa44Secret;
import org.cotejo.crypto.SigningKey;

/**
 * ML-DSA-44 over thousands of keys (CCTV, accumulated vectors): seeds are read from one stream of SHAKE128, each gives a key
 * pair and the deterministic signature of the empty message, and all of these together give one hash.
 */
final class MlDsaMany {
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 256;

    private MlDsaMany() {}

    static final VectorKind KIND = new VectorKind(
            new Sentence("many keys of ML-DSA-44", "muchas claves de ML-DSA-44"),
            List.of("n100"),
            List.of("n10000"),
            (file, _, cases) -> file.keys().stream()
                    .filter(key -> key.matches("n[0-9]{1,5}"))
                    .forEach(key -> cases.same(
                            key, () -> Read.text(file, key), () -> hash(Integer.parseInt(key.substring(1))))));

    private static String hash(int count) {
        if (count > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " keys");
        }
        ShakeStream seeds = new ShakeStream();
        MessageDigest all = shake();
        for (int done = 0; done < count; done += AT_ONCE) {
            List<byte[]> parts = new ArrayList<>();
            List<Runnable> work = new ArrayList<>();
            for (int i = 0; i < Math.min(AT_ONCE, count - done); i++) {
                byte[] seed = seeds.next(SigningKey.SEED_SIZE);
                int place = i;
                parts.add(seed);
                work.add(() -> parts.set(place, keyAndSignature(seed)));
            }
            Workers.run(work);
            parts.forEach(all::update);
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static byte[] keyAndSignature(byte[] seed) {
        MlDsa44Secret secret = MlDsa44Secret.ofSeed(seed);
        byte[] key = secret.verifyKey().bytes();
        byte[] signature = secret.sign(new byte[0]);
        byte[] both = java.util.Arrays.copyOf(key, key.length + signature.length);
        System.arraycopy(signature, 0, both, key.length, signature.length);
        return both;
    }

    static MessageDigest shake() {
        try {
            return MessageDigest.getInstance("SHAKE128-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java 25 platform has SHAKE128", e);
        }
    }
}
