package org.cotejo.formats.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.HeldLog;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * The logs of machines that a folder has and that an import adds, so that what is stated of a new one knows those before it. Bytes are
 * read again when two logs of one machine meet, which is seldom, and not kept meanwhile.
 */
public final class MachineLogShelf {
    private record Owner(StationCode station, MachineId machine) {}

    private final Frame frame;
    private final Function<Hash, byte[]> folder;
    private final Map<Owner, List<HeldLog>> known = new HashMap<>();
    private final Map<Hash, Supplier<byte[]>> fresh = new HashMap<>();

    /** {@code folder}: the public files of the folder before this import, by hash. */
    MachineLogShelf(Frame frame, Function<Hash, byte[]> folder) {
        this.frame = frame;
        this.folder = folder;
        frame.machineLogs().forEach(given -> of(given.held()).add(given.held()));
    }

    private List<HeldLog> of(HeldLog held) {
        return known.computeIfAbsent(new Owner(held.station(), held.machine()), _ -> new ArrayList<>());
    }

    /** Whether the definition lists a key of the machine, by which its log can be held against something. */
    public boolean hasKey(PublishedLog log) {
        return frame.keyOf(log.station(), log.machine()).isPresent();
    }

    /**
     * What is to be stated of a log; empty if the same body brought the same log before.
     *
     * @param again gives the bytes of the log once more
     */
    public Optional<HeldLog> put(CustodianId holder, Hash file, PublishedLog log, Supplier<byte[]> again) {
        @Nullable StationKey key = frame.keyOf(log.station(), log.machine()).orElse(null);
        List<HeldLog> before = known.getOrDefault(new Owner(log.station(), log.machine()), List.of());
        if (before.stream()
                .anyMatch(held -> held.holder().equals(holder) && held.file().equals(file))) {
            return Optional.empty();
        }
        List<HeldLog.Earlier> earlier = before.stream()
                .filter(held -> !held.file().equals(file))
                .map(held -> new HeldLog.Earlier(
                        PublishedLog.read(bytes(held.file())).orThrow(),
                        held.facts().proven()))
                .toList();
        HeldLog held = HeldLog.of(holder, file, log, key, earlier);
        of(held).add(held);
        fresh.put(file, again);
        return Optional.of(held);
    }

    private byte[] bytes(Hash file) {
        Supplier<byte[]> again = fresh.get(file);
        return again == null ? folder.apply(file) : again.get();
    }
}
