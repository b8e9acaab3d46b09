package org.cotejo.station.day;

import org.cotejo.crypto.Hash;
import org.cotejo.definition.SpokenHash;

/** The hash of the program that runs, for parties to compare with the one that they reviewed (docs/station.md). */
public record SoftwareHash(Hash hash) {
    /** In groups to be read aloud. */
    public SpokenHash spoken() {
        return SpokenHash.of(hash);
    }
}
