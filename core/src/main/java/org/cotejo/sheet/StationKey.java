package org.cotejo.sheet;

import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.StationCode;

/**
 * The public key of one machine of one station; its other half never left the machine.
 *
 * @param key of a kind on which all verifiers agree: {@link Ed25519Key#enrolled}
 */
public record StationKey(StationCode station, MachineId machine, KeyAlgorithm algorithm, Ed25519Key key) {}
