package org.cotejo.custody;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * A machine's log as a body holds it: the public file by its hash, and what follows from it, which whoever has the file can make again.
 *
 * @param holder the body that brought it
 * @param file hash of the log as it was handed out, a public blob
 * @param facts what it says
 * @param parting the first line, from 1, in which it differs from an earlier log of this machine that it does not go on from; 0 if there
 *     is none
 */
public record HeldLog(
        CustodianId holder, StationCode station, MachineId machine, Hash file, LogFacts facts, int parting) {
    /**
     * A log of the same machine that was stated before.
     *
     * @param proven how many of its lines are proven
     */
    public record Earlier(PublishedLog log, int proven) {}

    public HeldLog {
        Check.that(parting >= 0 && parting <= facts.proven(), "line %d of %d", parting, facts.proven());
    }

    /**
     * What is stated of a log.
     *
     * @param file its hash
     * @param key of its machine, as the definition lists it; null where it lists none
     * @param before the logs of the same machine that were stated before, in order
     */
    public static HeldLog of(
            CustodianId holder, Hash file, PublishedLog log, @Nullable StationKey key, List<Earlier> before) {
        LogFacts facts = log.facts(key);
        int parting = before.stream()
                .mapToInt(earlier -> PublishedLog.parting(log, facts.proven(), earlier.log(), earlier.proven()))
                .filter(line -> line > 0)
                .findFirst()
                .orElse(0);
        return new HeldLog(holder, log.station(), log.machine(), file, facts, parting);
    }
}
