package org.cotejo.station.paper;

import org.cotejo.base.Check;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.StationKey;

/** The public key of a machine for the registry, with a QR code that is a line of keys.csv (templates.md). */
public record KeySlip(StationHead head, StationKey key) implements Document {
    public KeySlip {
        Check.that(head.station().equals(key.station()), "a key of %s under %s", key.station(), head.station());
        Check.that(head.rehearsal() == (key.algorithm() == KeyAlgorithm.ED25519_DEMO), "a key of %s", key.algorithm());
    }
}
