package org.cotejo.bulletin;

import java.time.Instant;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;

/**
 * Pages and data that were published of the entries so far.
 *
 * @param entries how many entries come before this one, of all of which the pages speak
 * @param at when, to the second
 * @param manifest hash of the manifest that commits to the files
 */
public record Publication(long entries, Instant at, Hash manifest) {
    public Publication {
        Check.that(entries >= 0, "a publication of %d entries", entries);
        Check.that(at.getNano() == 0 && at.getEpochSecond() >= 0, "published at %s", at);
    }
}
