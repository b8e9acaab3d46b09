package org.cotejo.node.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Note;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/** Signs heads of one log and knows its own signatures again. Time never goes backwards from one signature to the next. */
final class HeadSigner {
    private final LogKeys keys;
    private final List<Vkey> known;
    private final InstantSource clock;
    private long lastSeconds;

    HeadSigner(LogKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.known = keys.keys().stream().map(Skey::vkey).toList();
    }

    String origin() {
        return keys.origin();
    }

    /** A new head with its signatures; refuses, and nothing is signed, where the clock went backwards. */
    SignedCheckpoint sign(long size, Hash root) {
        long seconds = clock.instant().getEpochSecond();
        if (seconds < lastSeconds) {
            throw LogProblem.CLOCK.at(origin(), clock.instant(), Instant.ofEpochSecond(lastSeconds));
        }
        lastSeconds = seconds;
        return SignedCheckpoint.of(new Checkpoint(origin(), size, root), keys.keys(), seconds);
    }

    /** The head in a note; refuses one that is not of this log or not signed with its key. */
    SignedCheckpoint known(byte[] note, Object place) {
        return switch (SignedCheckpoint.parse(note)) {
            case Result.Ok<SignedCheckpoint>(SignedCheckpoint head) -> signed(head, place);
            case Result.Refused<SignedCheckpoint>(Problem problem) -> throw notOurs(place, problem.line("en"));
        };
    }

    private SignedCheckpoint signed(SignedCheckpoint head, Object place) {
        if (!head.checkpoint().origin().equals(origin())) {
            throw notOurs(place, head.checkpoint().origin());
        }
        List<Note.Verified> verified = switch (head.verify(known)) {
            case Result.Ok<List<Note.Verified>>(List<Note.Verified> list) -> list;
            case Result.Refused<List<Note.Verified>>(Problem problem) -> throw notOurs(place, problem.line("en"));
        };
        if (verified.stream().noneMatch(one -> one.key().equals(known.getFirst()))) {
            throw notOurs(
                    place, known.getFirst().name() + "+" + known.getFirst().hexId());
        }
        verified.forEach(one -> lastSeconds = Math.max(lastSeconds, one.seconds()));
        return head;
    }

    private RefusedException notOurs(Object place, String what) {
        return LogProblem.NOT_OURS.at(place, origin(), what);
    }
}
