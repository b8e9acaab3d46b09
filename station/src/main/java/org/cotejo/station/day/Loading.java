package org.cotejo.station.day;

import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.BallotForm;
import org.cotejo.station.box.Disk;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** How a machine takes its definition, and finds it again at each start. */
final class Loading {
    private Loading() {}

    /** Why this machine does not take this definition. */
    static Optional<Problem> refusal(
            MachineIdentity identity,
            StationDefinition loaded,
            boolean isFrozen,
            String typed,
            @Nullable StationKey listed) {
        StationKey own = identity.key();
        if (!loaded.election().id().equals(identity.election())
                || !loaded.station().equals(own.station())) {
            return Optional.of(StationProblem.OTHER_ELECTION.problem(
                    loaded.election().id(), loaded.station(), identity.election(), own.station()));
        }
        if (!isFrozen) {
            return Optional.of(StationProblem.NOT_FROZEN.problem());
        }
        if (listed == null) {
            return Optional.of(StationProblem.KEY_NOT_LISTED.problem());
        }
        if (!listed.equals(own)) {
            return Optional.of(StationProblem.OTHER_KEY_LISTED.problem());
        }
        for (Contest contest : loaded.contests()) {
            if (Figure.positions(contest).isEmpty()) {
                return Optional.of(StationProblem.NO_PLACE_FOR_VOTES.problem(contest.id()));
            }
        }
        return loaded.spoken().isTyped(typed)
                ? Optional.empty()
                : Optional.of(StationProblem.NOT_TYPED.problem(loaded.spoken()));
    }

    /** Keeps the file of the definition; nothing names it yet. */
    static void keep(byte[] bytes, MachineFiles files, Disk disk) {
        if (disk.exists(files.definition())) {
            // left by a loading that was cut off before the box named its file
            disk.write(files.definition(), 0, bytes);
            disk.truncate(files.definition(), bytes.length);
            disk.force(files.definition());
        } else {
            disk.create(files.definition(), bytes);
        }
        disk.forceFolder(files.folder());
    }

    /** The definition that the box names, or null where it names none; refused where the file is another one. */
    static @Nullable StationDefinition read(Daybook book, MachineFiles files, Disk disk) {
        Hash named = book.record().definition();
        if (named == null) {
            return null;
        }
        return disk.read(files.definition(), DefinitionFile.BYTES_MOST)
                .filter(found -> Sha256.of(found).equals(named))
                .flatMap(DefinitionFile::read)
                .filter(found ->
                        BallotForm.of(found.contests()).equals(book.box().form()))
                .orElseThrow(() -> StationProblem.DAMAGED.refusal(files.definition()));
    }
}
