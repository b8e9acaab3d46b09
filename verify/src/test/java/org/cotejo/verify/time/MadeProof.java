package org.cotejo.verify.time;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.cotejo.crypto.Sha256;

/** Writes OpenTimestamps proofs and the headers that they lead to, for tests, and computes with each operation what it gives. */
final class MadeProof {
    static final String MAGIC = "004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294";

    private static final String BITCOIN = "0588960d73d71901";
    private static final String PENDING = "83dfe30d2ef90c8e";
    /** The target of chains for tests: every second hash meets it. */
    private static final int EASY = 0x207fffff;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] message;

    private MadeProof(byte[] message) {
        this.message = message;
    }

    /** A proof of version 1 over the SHA-256 of these bytes. */
    static MadeProof over(byte[] stamped) {
        MadeProof proof = new MadeProof(Sha256.of(stamped).bytes());
        return proof.hex(MAGIC).hex("0108").raw(proof.message);
    }

    byte[] message() {
        return message;
    }

    MadeProof append(byte[] suffix) {
        raw(0xf0).number(suffix.length).raw(suffix);
        message = joined(message, suffix);
        return this;
    }

    MadeProof prepend(byte[] prefix) {
        raw(0xf1).number(prefix.length).raw(prefix);
        message = joined(prefix, message);
        return this;
    }

    MadeProof sha256() {
        message = Sha256.of(message).bytes();
        return raw(0x08);
    }

    /** An operation of a test's own with the message that it must give. */
    MadeProof operation(int tag, byte[] gives) {
        message = gives;
        return raw(tag);
    }

    /** Another branch follows after the attestation that comes now. */
    MadeProof fork() {
        return raw(0xff);
    }

    MadeProof bitcoin(long height) {
        MadeProof payload = new MadeProof(new byte[0]).number(height);
        return raw(0).hex(BITCOIN).number(payload.bytes.size()).raw(payload.done());
    }

    MadeProof pending(String calendar) {
        byte[] address = calendar.getBytes(StandardCharsets.US_ASCII);
        MadeProof payload = new MadeProof(new byte[0]).number(address.length).raw(address);
        return raw(0).hex(PENDING).number(payload.bytes.size()).raw(payload.done());
    }

    MadeProof unknown() {
        return raw(0).hex("0011223344556677").number(2).hex("cafe");
    }

    byte[] done() {
        return bytes.toByteArray();
    }

    MadeProof raw(int octet) {
        bytes.write(octet);
        return this;
    }

    MadeProof raw(byte[] some) {
        bytes.writeBytes(some);
        return this;
    }

    MadeProof hex(String digits) {
        return raw(HexFormat.of().parseHex(digits));
    }

    MadeProof number(long value) {
        long left = value;
        while (left > 0x7f) {
            raw((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        return raw((int) left);
    }

    /** The header of a block with this Merkle root, its nonce found so that it meets its easy target. */
    static byte[] header(byte[] root, long seconds) {
        ByteBuffer header = ByteBuffer.allocate(BlockHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x20000000)
                .put(new byte[32])
                .put(root)
                .putInt((int) seconds)
                .putInt(EASY);
        for (int nonce = 0; ; nonce++) {
            header.putInt(BlockHeader.SIZE - 4, nonce);
            if (new BlockHeader(header.array()).isWorkedFor()) {
                return header.array().clone();
            }
        }
    }

    static byte[] digest(String name, byte[] message) {
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] left, byte[] right) {
        return ByteBuffer.allocate(left.length + right.length)
                .put(left)
                .put(right)
                .array();
    }
}
