package org.cotejo.verify.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.cotejo.crypto.Hash;

/**
 * Reads an OpenTimestamps proof, version 1, and carries out its operations on the way. It is a tree: of each message either an
 * attestation or an operation that gives the next message, several where the byte 0xff stands before all but the last. All lengths
 * are held against limits before anything is read, so time and memory are bounded by the length of the file.
 */
final class OtsReader {
    /** Bytes that are no proof, with the reason in both languages. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String es;

        Malformed(String en, String es) {
            super(en, null, false, false);
            this.es = es;
        }

        String es() {
            return es;
        }
    }

    /** The end of a path: what was computed, and what is said about it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record End(byte[] message, Attestation attestation) {}

    /** Most bytes of a message. */
    static final int MESSAGE_MOST = 4096;
    /** Most operations in a row. */
    static final int DEPTH_MOST = 256;
    /** Most ends of a proof. */
    static final int ENDS_MOST = 1000;

    private static final byte[] MAGIC =
            HexFormat.of().parseHex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294");
    private static final String BITCOIN = "0588960d73d71901";
    private static final String PENDING = "83dfe30d2ef90c8e";
    private static final int TAG_BYTES = 8;
    private static final int PAYLOAD_MOST = 8192;
    private static final int CALENDAR_MOST = 1000;
    private static final int FORK = 0xff;
    private static final int SHA256 = 0x08;
    private static final long NUMBER_MOST = 0xffff_ffffL;

    private final byte[] bytes;
    private final List<End> ends = new ArrayList<>();
    private int at;

    OtsReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The SHA-256 that the proof begins with; throws {@link Malformed}. */
    Hash read() {
        if (!Arrays.equals(take(MAGIC.length), MAGIC)) {
            throw new Malformed("it does not begin like one", "no empieza como una");
        }
        int version = octet();
        if (version != 1) {
            throw new Malformed("it is of version " + version, "es de la versión " + version);
        }
        if (octet() != SHA256) {
            throw new Malformed("it does not begin with a SHA-256", "no empieza con un SHA-256");
        }
        Hash digest = new Hash(take(Hash.SIZE));
        message(digest.bytes(), 0);
        if (at != bytes.length) {
            throw new Malformed(
                    (bytes.length - at) + " bytes are left over", "sobran " + (bytes.length - at) + " bytes");
        }
        return digest;
    }

    List<End> ends() {
        return ends;
    }

    private void message(byte[] message, int depth) {
        if (depth > DEPTH_MOST) {
            throw new Malformed(
                    "more than " + DEPTH_MOST + " operations in a row",
                    "más de " + DEPTH_MOST + " operaciones seguidas");
        }
        int tag = octet();
        while (tag == FORK) {
            branch(octet(), message, depth);
            tag = octet();
        }
        branch(tag, message, depth);
    }

    private void branch(int tag, byte[] message, int depth) {
        if (tag == 0) {
            if (ends.size() == ENDS_MOST) {
                throw new Malformed(
                        "more than " + ENDS_MOST + " attestations", "más de " + ENDS_MOST + " atestaciones");
            }
            ends.add(new End(message, attestation()));
        } else {
            message(operation(tag, message), depth + 1);
        }
    }

    private byte[] operation(int tag, byte[] message) {
        byte[] result = switch (tag) {
            case 0x02 -> digest("SHA-1", message);
            case 0x03 -> digest(new RIPEMD160Digest(), message);
            case SHA256 -> digest("SHA-256", message);
            case 0x67 -> digest(new KeccakDigest(8 * Hash.SIZE), message);
            case 0xf0 -> joined(message, argument());
            case 0xf1 -> joined(argument(), message);
            case 0xf2 -> reversed(message);
            case 0xf3 -> HexFormat.of().formatHex(message).getBytes(StandardCharsets.US_ASCII);
            default ->
                throw new Malformed(
                        "unknown operation 0x" + Integer.toHexString(tag),
                        "operación desconocida 0x" + Integer.toHexString(tag));
        };
        if (result.length > MESSAGE_MOST) {
            throw new Malformed(
                    "a message of more than " + MESSAGE_MOST + " bytes",
                    "un mensaje de más de " + MESSAGE_MOST + " bytes");
        }
        return result;
    }

    private byte[] argument() {
        byte[] argument = take(length(MESSAGE_MOST));
        if (argument.length == 0) {
            throw new Malformed("an operation adds nothing", "una operación no añade nada");
        }
        return argument;
    }

    private Attestation attestation() {
        String tag = HexFormat.of().formatHex(take(TAG_BYTES));
        int length = length(PAYLOAD_MOST);
        int end = at + length;
        if (end > bytes.length) {
            throw cutOff();
        }
        Attestation attestation = switch (tag) {
            case BITCOIN -> new Attestation.Bitcoin(number());
            case PENDING -> new Attestation.Pending(calendar());
            default -> {
                at = end;
                yield new Attestation.Unknown(tag);
            }
        };
        if (at != end) {
            throw new Malformed("an attestation has another length than it says", "una atestación no mide lo que dice");
        }
        return attestation;
    }

    private String calendar() {
        byte[] address = take(length(CALENDAR_MOST));
        for (byte b : address) {
            char c = (char) b;
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._/:".indexOf(c) >= 0);
            if (!isPlain) {
                throw new Malformed("a calendar's address is none", "la dirección de un calendario no lo es");
            }
        }
        return new String(address, StandardCharsets.US_ASCII);
    }

    private int length(int most) {
        long length = number();
        if (length > most) {
            throw new Malformed(
                    "a length of " + length + ", at most " + most + " was expected",
                    "una longitud de " + length + ", se esperaba " + most + " como máximo");
        }
        return (int) length;
    }

    /** Seven bits a byte, the lowest first. */
    private long number() {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                if (value > NUMBER_MOST) {
                    break;
                }
                return value;
            }
        }
        throw new Malformed("a number is above 2^32", "un número pasa de 2^32");
    }

    private byte[] take(int length) {
        if (length > bytes.length - at) {
            throw cutOff();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int octet() {
        if (at >= bytes.length) {
            throw cutOff();
        }
        return bytes[at++] & 0xff;
    }

    private static Malformed cutOff() {
        return new Malformed("it is cut off", "está cortada");
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static byte[] reversed(byte[] message) {
        byte[] reversed = new byte[message.length];
        for (int i = 0; i < message.length; i++) {
            reversed[i] = message[message.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] digest(String name, byte[] message) {
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private static byte[] digest(Digest digest, byte[] message) {
        digest.update(message, 0, message.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }
}
