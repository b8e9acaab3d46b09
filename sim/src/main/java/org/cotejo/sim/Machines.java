package org.cotejo.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;

/**
 * The voting machines, one for each station, with keys of a rehearsal that are made from the seed and exist in memory only. Making a
 * key takes ten times as long as signing, so that in a very large country several machines have the same one; what is signed names
 * its station, so no sheet is true at another.
 */
final class Machines {
    /** Most different keys. */
    static final int KEYS_MOST = 1 << 15;

    private static final int KEYS_A_TASK = 64;
    private static final byte[] PURPOSE = "cotejo sim machine\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Ed25519Secret> secrets;

    private Machines(List<Ed25519Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    static Machines of(CountryPlan plan) {
        int keys = Math.min(plan.stations(), KEYS_MOST);
        Ed25519Secret[] secrets = new Ed25519Secret[keys];
        List<Runnable> tasks = new ArrayList<>();
        for (int first = 0; first < keys; first += KEYS_A_TASK) {
            int from = first;
            int to = Math.min(from + KEYS_A_TASK, keys);
            tasks.add(() -> {
                for (int key = from; key < to; key++) {
                    secrets[key] = Ed25519Secret.ofSeed(seed(plan.seed(), key));
                }
            });
        }
        Workers.run(tasks);
        return new Machines(List.of(secrets));
    }

    private static byte[] seed(long seed, int key) {
        byte[] words = ByteBuffer.allocate(PURPOSE.length + Long.BYTES + Integer.BYTES)
                .put(PURPOSE)
                .putLong(seed)
                .putInt(key)
                .array();
        return Sha256.of(words).bytes();
    }

    /** The key of the machine of the station at this index. */
    Ed25519Secret secret(int station) {
        return secrets.get(station % secrets.size());
    }

    static MachineId machine(int station) {
        return new MachineId("M-" + (station + 1));
    }

    /** What the electoral authority states of a machine. */
    Entry statement(Station station) {
        return new Entry.StationKeyStated(new StationKey(
                new StationCode(station.code()),
                machine(station.index()),
                KeyAlgorithm.ED25519_DEMO,
                secret(station.index()).verifyKey()));
    }
}
