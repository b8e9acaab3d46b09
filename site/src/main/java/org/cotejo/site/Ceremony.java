package org.cotejo.site;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.jspecify.annotations.Nullable;

/** The paper of the seed's ceremony: how it goes, the hashes that everybody compares, and room for the digits. */
record Ceremony(
        String election,
        String contest,
        JudgedAudit audit,
        @Nullable AuditSeed thrown,
        Words words) {
    /** A file with its hash. */
    record Hashed(String name, String hash) {}

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    List<Hashed> hashes() {
        List<Hashed> hashes = new ArrayList<>();
        add(hashes, "forms.plan", Commitment.Kind.PLAN);
        add(hashes, "forms.results", Commitment.Kind.STATION_RESULTS);
        add(hashes, "forms.manifest", Commitment.Kind.BALLOT_MANIFEST);
        return hashes;
    }

    private void add(List<Hashed> hashes, String name, Commitment.Kind kind) {
        var hash = audit.newest(kind);
        if (hash != null) {
            hashes.add(new Hashed(say(name), hash.hex()));
        }
    }

    boolean isThrown() {
        return thrown != null;
    }

    String seed() {
        return thrown == null ? "" : thrown.text();
    }
}
