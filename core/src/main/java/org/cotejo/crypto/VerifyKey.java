package org.cotejo.crypto;

/** A public key that signatures are checked with; compared by algorithm and bytes. Safe for use by several threads. */
public sealed interface VerifyKey permits Ed25519Key, MlDsa44Key {
    /** The key as its standard encodes it, without any wrapping. */
    byte[] bytes();

    /** Bytes of every signature of this algorithm. */
    int signatureSize();

    /** Whether these bytes are this key's signature over the message; false for whatever is not a signature at all. */
    boolean verifies(byte[] message, int offset, int length, byte[] signature);

    /** As {@link #verifies(byte[], int, int, byte[])} over a whole array. */
    default boolean verifies(byte[] message, byte[] signature) {
        return verifies(message, 0, message.length, signature);
    }
}
