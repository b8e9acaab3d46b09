package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Ed25519Verifier;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * Who computes what in a fresh process, and how fast: {@code SignatureSpeed platform|prefer|prefer-late SECONDS [EDGES]}. Prints one
 * line a fact; the tests read them, docs/decisions/0005-signatures.md has them as they were measured.
 */
final class SignatureSpeed {
    private static final int KEYS = 64;
    private static final int MESSAGE_BYTES = 600;

    private SignatureSpeed() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("prefer-late")) {
            MessageDigest.getInstance("SHA-256").digest();
        }
        if (!args[0].equals("platform")) {
            FastSignatures.prefer();
            FastSignatures.prefer();
        }
        Ed25519Secret secret = Ed25519Secret.ofSeed(new byte[32]);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        System.out.println("verify " + signature.getProvider().getName());
        System.out.println(
                "SHA-256 " + MessageDigest.getInstance("SHA-256").getProvider().getName());
        System.out.println(
                "KeyFactory " + KeyFactory.getInstance("Ed25519").getProvider().getName());
        System.out.println("KeyPairGenerator "
                + KeyPairGenerator.getInstance("Ed25519").getProvider().getName());
        System.out.println(
                "ML-DSA " + Signature.getInstance("ML-DSA-44").getProvider().getName());
        System.out.println("key " + secret.verifyKey());
        for (int at = 2; at < args.length; at++) {
            System.out.println("disagreements " + disagreements(Path.of(args[at])));
        }
        System.out.println("per second " + perSecond(Double.parseDouble(args[1])));
    }

    /** Edge cases with a key that can be enrolled of which this process says something else than the published verifiers. */
    private static int disagreements(Path edges) throws java.io.IOException {
        int count = 0;
        JsonObject file = JsonValue.read("edges", Files.readAllBytes(edges)).anyObject();
        for (JsonValue one : file.get("vectors").list()) {
            JsonObject edge = one.anyObject();
            byte[] message = edge.get("msg").rawText().getBytes(StandardCharsets.UTF_8);
            byte[] signature = HexFormat.of().parseHex(edge.get("sig").rawText());
            if (Ed25519Key.enrolled(HexFormat.of().parseHex(edge.get("key").rawText()))
                    instanceof Result.Ok<Ed25519Key>(Ed25519Key key)) {
                boolean verifies = key.verifies(message, signature);
                count += verifies == edge.get("opensslAccepts").flag() ? 0 : 1;
            } else {
                List<JsonValue> flags = edge.get("flags").list();
                boolean isBad = flags.stream()
                        .map(JsonValue::rawText)
                        .anyMatch(flag -> flag.equals("low_order_A") || flag.equals("non_canonical_A"));
                count += isBad ? 0 : 1;
            }
        }
        return count;
    }

    /** Verifications by one thread and one verifier, each with another key than the one before; the best of five rounds. */
    private static long perSecond(double seconds) {
        byte[] message = new byte[MESSAGE_BYTES];
        Ed25519Key[] keys = new Ed25519Key[KEYS];
        byte[][] signatures = new byte[KEYS][];
        for (int i = 0; i < KEYS; i++) {
            byte[] seed = new byte[32];
            seed[0] = (byte) i;
            Ed25519Secret secret = Ed25519Secret.ofSeed(seed);
            keys[i] = secret.verifyKey();
            signatures[i] = secret.sign(message);
        }
        Ed25519Verifier verifier = new Ed25519Verifier();
        long best = 0;
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            long done = 0;
            while (System.nanoTime() - begin < seconds * 1e9) {
                int i = (int) (done++ % KEYS);
                if (!verifier.verifies(keys[i], message, 0, MESSAGE_BYTES, signatures[i])) {
                    throw new IllegalStateException("a true signature was not taken");
                }
            }
            best = Math.max(best, (long) (done / ((System.nanoTime() - begin) / 1e9)));
        }
        return best;
    }
}
