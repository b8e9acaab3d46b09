package org.cotejo.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.cotejo.base.Check;

/** One signature line of a note: who says to have signed, and the bytes; nothing about it is verified. */
public final class NoteSignature {
    /** Bytes of a key ID before the signature. */
    private static final int ID_BYTES = 4;

    private static final int TIME_BYTES = 8;
    private static final String BEGIN = "\u2014 ";

    private final String name;
    private final int id;
    private final byte[] signature;

    /** A line; the signature is not empty. */
    public NoteSignature(String name, int id, byte[] signature) {
        Check.that(Plain.isKeyName(name), "'%s' can't name a key", name);
        Check.that(signature.length > 0, "an empty signature of %s", name);
        this.name = name;
        this.id = id;
        this.signature = signature.clone();
    }

    /** Reads a line without its line feed. */
    public static Optional<NoteSignature> parse(String line) {
        int blank = line.indexOf(' ', BEGIN.length());
        if (!line.startsWith(BEGIN) || blank < 0) {
            return Optional.empty();
        }
        String name = line.substring(BEGIN.length(), blank);
        return Plain.base64(line.substring(blank + 1))
                .filter(payload -> payload.length > ID_BYTES && Plain.isKeyName(name))
                .map(payload -> new NoteSignature(
                        name,
                        ByteBuffer.wrap(payload).getInt(),
                        Arrays.copyOfRange(payload, ID_BYTES, payload.length)));
    }

    /** The line without its line feed. */
    public String line() {
        ByteBuffer payload = ByteBuffer.allocate(ID_BYTES + signature.length);
        payload.putInt(id).put(signature);
        return BEGIN + name + " " + Plain.base64(payload.array());
    }

    /** The name of the key that is said to have signed. */
    public String name() {
        return name;
    }

    /** The ID of the key that is said to have signed. */
    public int id() {
        return id;
    }

    /** The bytes after the key ID: of a cosignature the time comes first. */
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether the line names this key. */
    public boolean isBy(Vkey key) {
        return name.equals(key.name()) && id == key.id();
    }

    /** The POSIX seconds of a cosignature of this size; empty if the line has another size or says a time beyond 2^63. */
    public Optional<Long> seconds(int signatureSize) {
        if (signature.length != TIME_BYTES + signatureSize) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        return seconds < 0 ? Optional.empty() : Optional.of(seconds);
    }

    /** The signature of a cosignature without its time. */
    byte[] withoutTime() {
        return Arrays.copyOfRange(signature, TIME_BYTES, signature.length);
    }

    static NoteSignature timed(Vkey key, long seconds, byte[] signature) {
        ByteBuffer timed = ByteBuffer.allocate(TIME_BYTES + signature.length);
        timed.putLong(seconds).put(signature);
        return new NoteSignature(key.name(), key.id(), timed.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature line
                && name.equals(line.name)
                && id == line.id
                && Arrays.equals(signature, line.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
