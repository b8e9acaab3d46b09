package org.cotejo.sheet;

import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.StationCode;

/**
 * The public key of one machine of one station; its other half never left the machine.
 *
 * @param key of a kind on which all verifiers agree: {@link Ed25519Key#enrolled}
 */
public record StationKey(StationCode station, MachineId machine, KeyAlgorithm algorithm, Ed25519Key key) {
    /** A key that somebody brings to be relied on in the election of this id, or why it is refused (KEY-101, KEY-102). */
    public static Result<StationKey> enrolled(
            String election, StationCode station, MachineId machine, KeyAlgorithm algorithm, byte[] key) {
        if (!algorithm.countsIn(election)) {
            return Result.refused(SheetProblem.REHEARSAL.problem(""));
        }
        return Ed25519Key.enrolled(key).then(value -> Result.ok(new StationKey(station, machine, algorithm, value)));
    }
}
