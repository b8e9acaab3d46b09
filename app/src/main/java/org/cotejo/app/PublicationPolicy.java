package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.publication.PinnedPolicy;
import org.cotejo.publication.Succession;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;
import org.jspecify.annotations.Nullable;

/** The file that says what to pin of a log: its keys, in the words of C2SP's policies. */
final class PublicationPolicy {
    private static final int SIZE_MOST = 1 << 20;

    private PublicationPolicy() {}

    /** What a file pins, with its comments. */
    static PinnedPolicy read(String file) {
        return switch (PinnedPolicy.parse(ClockFiles.bytes(file, SIZE_MOST))) {
            case Result.Ok<PinnedPolicy>(PinnedPolicy policy) -> policy;
            case Result.Refused<PinnedPolicy>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }

    /** The policy of a log that nobody cosigns yet: its first key, whose kind every verifier can check. */
    static byte[] of(LogKeyFolder keys, Skey log) {
        KeyNotes notes = keys.notes(log.vkey().name());
        Policy policy = new Policy(List.of(new Policy.Log(log.vkey(), "")), List.of(), List.of(), Policy.NONE);
        return bytes(new PinnedPolicy(
                policy,
                notes.successor().map(PinnedPolicy::fingerprint).orElse(null),
                notes.began().orElse(null)));
    }

    /** A policy with words in front for whoever opens the file. */
    static byte[] bytes(PinnedPolicy pinned) {
        List<String> words = new ArrayList<>();
        words.add("What to pin. Take this file from somewhere else than the site that you check with it.");
        @Nullable Succession succession = pinned.succession();
        if (succession != null) {
            words.add("This log goes on from " + succession.from().name() + " after its entry "
                    + succession.last().checkpoint().size() + "; nothing else that the old key signed counts.");
        }
        return pinned.bytes(words);
    }
}
