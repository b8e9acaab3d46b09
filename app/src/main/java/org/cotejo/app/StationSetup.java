package org.cotejo.app;

import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Frame;
import org.cotejo.dossier.StationKeys;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.day.StationDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What an election folder says of one station, for its machine.
 *
 * @param definition with the hash that was frozen, or the present one where nothing was
 * @param isFrozen whether it was frozen, and what was frozen is still what the folder says
 */
record StationSetup(StationDefinition definition, boolean isFrozen, Frame frame, int index) {
    /** Reads an election folder; refuses one without a definition or without the station. */
    static StationSetup of(Path folder, StationCode station) {
        OpenElection election = OpenElection.of(folder);
        Frame frame = election.frame();
        ElectionDefinition stated = election.definition();
        Register register = frame.register();
        int index = register.find(station);
        if (index < 0) {
            throw new RefusedException(AppProblem.NO_STATION.at(folder.toString(), station));
        }
        Optional<Hash> frozen = frame.frozen();
        Hash now = frozen.isPresent()
                ? DefinitionHash.of(frame, stated, frame.stationsFrozen(), frozenKeys(frame))
                : DefinitionHash.of(frame, stated);
        StationDefinition definition = new StationDefinition(
                stated, now, station, frame.places().path(register.place(index)), register.registered(index));
        boolean isFrozen = frozen.filter(now::equals).isPresent() && frame.isInFrozen(index);
        return new StationSetup(definition, isFrozen, frame, index);
    }

    /** Keys that were stated before the definition was frozen are the first ones. */
    private static int frozenKeys(Frame frame) {
        int keys = 0;
        while (keys < frame.keys().size() && frame.isKeyInFrozen(keys)) {
            keys++;
        }
        return keys;
    }

    /** The key of a machine of this station that counts: the first that was stated, before the freeze. */
    @Nullable
    StationKey listed(MachineId machine) {
        StationKeys keys = frame.keys();
        for (int key = keys.first(index); key != StationKeys.NONE; key = keys.next(key)) {
            if (keys.machine(key).equals(machine) && frame.isKeyInFrozen(key)) {
                return new StationKey(
                        definition.station(), machine, keys.algorithm(key), Ed25519Key.unenrolled(keys.bytes(key)));
            }
        }
        return null;
    }
}
