package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;

/** The file that says what to pin of a log: its keys, in the words of C2SP's policies. */
final class PublicationPolicy {
    private PublicationPolicy() {}

    /** The policy of a log that nobody cosigns yet: its first key, whose kind every verifier can check. */
    static byte[] of(Skey log) {
        Policy policy = new Policy(List.of(new Policy.Log(log.vkey(), "")), List.of(), List.of(), Policy.NONE);
        String comment = "# What to pin. Take this file from somewhere else than the site that you check with it.\n";
        return (comment + new String(policy.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
