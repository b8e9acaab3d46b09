package org.cotejo.crypto;

/**
 * A private key, made from a seed of 32 bytes that is as secret as the key itself. It is never printed and has no equals;
 * whoever keeps it in a file keeps the seed. Safe for use by several threads.
 */
public sealed interface SigningKey permits Ed25519Secret, MlDsa44Secret {
    /** Bytes of a seed. */
    int SEED_SIZE = 32;

    /** The public half. */
    VerifyKey verifyKey();

    /** Signs a message; the same key and message give the same signature. */
    byte[] sign(byte[] message);

    /** The seed, for the file in which the key is kept. */
    byte[] seed();
}
