package org.cotejo.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/** The bytes that each kind of key signs, and whether a line of a note is such a signature. */
final class Signatures {
    /** The label of an ML-DSA-44 cosignature (C2SP tlog-cosignature): twelve bytes with the zero. */
    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private static final int FIXED_BYTES = 12 + 1 + 8 + 1 + 8 + 8 + Hash.SIZE;

    private Signatures() {}

    static Optional<Note.Verified> verify(String text, NoteSignature line, Vkey key) {
        if (key.kind() == Vkey.Kind.NOTE) {
            return key.key().verifies(Plain.bytes(text), line.signature())
                    ? Optional.of(new Note.Verified(key, 0))
                    : Optional.empty();
        }
        Optional<Long> seconds = line.seconds(key.key().signatureSize());
        return seconds.flatMap(time -> message(key, text, time))
                .filter(message -> key.key().verifies(message, line.withoutTime()))
                .map(_ -> new Note.Verified(key, seconds.orElseThrow()));
    }

    /** What a key signs of a note at a time; empty where the text is none that such a key signs. */
    static Optional<byte[]> message(Vkey key, String text, long seconds) {
        return switch (key.kind()) {
            case NOTE -> Optional.of(Plain.bytes(text));
            case COSIGNATURE -> Optional.of(Plain.bytes("cosignature/v1\ntime " + seconds + "\n" + text));
            case COSIGNATURE_ML_DSA ->
                switch (Checkpoint.parse(text)) {
                    case Result.Ok<Checkpoint>(Checkpoint head) ->
                        Optional.of(subtree(key.name(), seconds, head.origin(), 0, head.size(), head.root()));
                    case Result.Refused<Checkpoint> _ -> Optional.empty();
                };
        };
    }

    /** The structure {@code cosigned_message} of C2SP tlog-cosignature. */
    static byte[] subtree(String cosigner, long seconds, String origin, long start, long end, Hash hash) {
        Check.that(start == 0 || seconds == 0, "a subtree from leaf %d at a time", start);
        byte[] by = Plain.bytes(cosigner);
        byte[] log = Plain.bytes(origin);
        ByteBuffer message = ByteBuffer.allocate(FIXED_BYTES + by.length + log.length);
        message.put(SUBTREE_LABEL).put((byte) by.length).put(by).putLong(seconds);
        message.put((byte) log.length).put(log).putLong(start).putLong(end).put(hash.bytes());
        return message.array();
    }
}
