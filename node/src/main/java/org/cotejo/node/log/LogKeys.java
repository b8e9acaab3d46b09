package org.cotejo.node.log;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;

/**
 * With what a log signs its heads.
 *
 * @param origin the log's name, which never changes
 * @param keys the Ed25519 note key, and an ML-DSA-44 cosignature key beside it if wanted
 */
public record LogKeys(String origin, List<Skey> keys) {
    public LogKeys {
        keys = List.copyOf(keys);
        Check.that(Checkpoint.isOrigin(origin), "'%s' can't be an origin", origin);
        Check.that(!keys.isEmpty() && keys.getFirst().vkey().kind() == Vkey.Kind.NOTE, "the first key signs notes");
        Check.that(
                keys.stream().skip(1).allMatch(key -> key.vkey().kind() == Vkey.Kind.COSIGNATURE_ML_DSA),
                "further keys are ML-DSA-44 cosignature keys");
    }
}
