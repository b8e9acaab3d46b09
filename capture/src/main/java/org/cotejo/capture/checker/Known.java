package org.cotejo.capture.checker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.StationKeys;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;

/**
 * What is known of the election against which texts are held: its definition, register and keys. The frame must not change while
 * this is used; then it is safe for use by several threads.
 */
public final class Known {
    private final Frame frame;
    private final ElectionDefinition definition;

    private Known(Frame frame, ElectionDefinition definition) {
        this.frame = frame;
        this.definition = definition;
    }

    /** What a frame knows; empty if nothing was imported into it yet. */
    public static Optional<Known> of(Frame frame) {
        return frame.definition().map(definition -> new Known(frame, definition));
    }

    ElectionDefinition definition() {
        return definition;
    }

    /** Whether a station can be said not to exist; without an imported register nobody knows them all. */
    boolean knowsAllStations() {
        return frame.isRegisterImported();
    }

    /** Index of a station in the register, or below 0. */
    int station(String code) {
        return org.cotejo.definition.Names.idFault(code).isEmpty()
                ? frame.register().find(new StationCode(code))
                : -1;
    }

    /** Voters registered at a station; {@link Register#UNKNOWN} where nobody said. */
    long registered(int station) {
        return station < 0 ? Register.UNKNOWN : frame.register().registered(station);
    }

    Optional<Contest> contest(String id) {
        return definition.contests().stream()
                .filter(contest -> contest.id().value().equals(id))
                .findFirst();
    }

    /** Whether a sheet names the definition that was frozen; true where none was. */
    boolean isFrozen(SpokenHash definitionOfSheet) {
        return frame.frozen()
                .map(hash -> SpokenHash.of(hash).equals(definitionOfSheet))
                .orElse(true);
    }

    /** Whether any machine of a station has a key. */
    boolean hasKeys(int station) {
        return station >= 0 && frame.keys().first(station) != StationKeys.NONE;
    }

    /** Whether the signature is that of the first key stated for the sheet's machine; empty where no key is. */
    Optional<Boolean> isSigned(int station, SignedSheet signed) {
        StationKeys keys = frame.keys();
        byte[] machine = signed.sheet().machine().value().getBytes(StandardCharsets.UTF_8);
        for (int key = station < 0 ? StationKeys.NONE : keys.first(station);
                key != StationKeys.NONE;
                key = keys.next(key)) {
            if (keys.isMachine(key, machine, 0, machine.length)) {
                return Optional.of(Ed25519Key.enrolled(keys.bytes(key))
                                instanceof Result.Ok<Ed25519Key>(Ed25519Key enrolled)
                        && signed.sheet().algorithm().countsIn(definition.id())
                        && signed.isSignedBy(new StationKey(
                                signed.sheet().station(), signed.sheet().machine(), keys.algorithm(key), enrolled)));
            }
        }
        return Optional.empty();
    }
}
