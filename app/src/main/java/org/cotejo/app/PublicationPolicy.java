package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.tlog.Policy;
import org.cotejo.tlog.Skey;

/** The file that says what to pin of a log: its keys, in the words of C2SP's policies. */
final class PublicationPolicy {
    private PublicationPolicy() {}

    /** The policy of a log that nobody cosigns yet: each of its keys, so that every line that it signs is checked. */
    static byte[] of(List<Skey> log) {
        List<Policy.Log> keys =
                log.stream().map(key -> new Policy.Log(key.vkey(), "")).toList();
        Policy policy = new Policy(keys, List.of(), List.of(), Policy.NONE);
        String comment = "# What to pin. Take this file from somewhere else than the site that you check with it.\n";
        return (comment + new String(policy.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
