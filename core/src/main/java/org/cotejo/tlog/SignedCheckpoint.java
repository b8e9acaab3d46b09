package org.cotejo.tlog;

import java.util.Collection;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;

/** A checkpoint with its signatures and cosignatures, of which nothing is believed before {@link #verify}. */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
    public SignedCheckpoint {
        Check.that(note.text().equals(checkpoint.text()), "the note is not of this checkpoint");
    }

    /** Reads the note of a checkpoint. */
    public static Result<SignedCheckpoint> parse(byte[] bytes) {
        return Note.parse(bytes)
                .then(note -> Checkpoint.parse(note.text())
                        .then(checkpoint -> Result.ok(new SignedCheckpoint(checkpoint, note))));
    }

    /** A checkpoint signed by these keys, a log's own; the time stands in the lines of keys that sign one. */
    public static SignedCheckpoint of(Checkpoint checkpoint, List<Skey> keys, long seconds) {
        List<NoteSignature> lines =
                keys.stream().map(key -> key.sign(checkpoint, seconds)).toList();
        return new SignedCheckpoint(checkpoint, new Note(checkpoint.text(), lines));
    }

    /** The bytes, which {@link #parse} reads back. */
    public byte[] bytes() {
        return note.bytes();
    }

    /** With more cosignatures, as witnesses answered them. */
    public SignedCheckpoint with(List<NoteSignature> cosignatures) {
        return new SignedCheckpoint(checkpoint, note.with(cosignatures));
    }

    /** As {@link Note#verify}. */
    public Result<List<Note.Verified>> verify(Collection<Vkey> known) {
        return note.verify(known);
    }
}
