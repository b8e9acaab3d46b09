package org.cotejo.node.witness;

import java.util.List;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * With what a witness cosigns.
 *
 * @param keys its Ed25519 cosignature key, and an ML-DSA-44 key of the same name beside it if wanted
 */
public record WitnessKeys(List<Skey> keys) {
    public WitnessKeys {
        keys = List.copyOf(keys);
        boolean isRight = !keys.isEmpty()
                && keys.getFirst().vkey().kind() == Vkey.Kind.COSIGNATURE
                && keys.stream().skip(1).allMatch(key -> key.vkey().kind() == Vkey.Kind.COSIGNATURE_ML_DSA)
                && keys.size() <= 2
                && keys.stream().map(key -> key.vkey().name()).distinct().count() == 1;
        if (!isRight) {
            throw WitnessProblem.KEYS.at("", keys);
        }
    }

    /** The witness's name. */
    public String name() {
        return keys.getFirst().vkey().name();
    }

    /** The public halves. */
    public List<Vkey> vkeys() {
        return keys.stream().map(Skey::vkey).toList();
    }
}
