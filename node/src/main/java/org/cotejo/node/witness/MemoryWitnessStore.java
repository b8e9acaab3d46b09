package org.cotejo.node.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.tlog.ForkEvidence;

/** A store that forgets when the process ends: for published vectors and simulations, never for a witness that somebody believes. */
public final class MemoryWitnessStore implements WitnessStore {
    private final Map<String, Held> heads = new TreeMap<>();
    private final Map<String, List<byte[]>> forks = new TreeMap<>();

    /** An empty store. */
    public MemoryWitnessStore() {}

    @Override
    public synchronized Optional<Held> read(String origin) {
        return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public synchronized List<Held> all() {
        return List.copyOf(heads.values());
    }

    @Override
    public synchronized boolean swap(long size, Held next) {
        String origin = next.checkpoint().origin();
        long kept = read(origin).map(held -> held.checkpoint().size()).orElse(0L);
        if (kept != size) {
            return false;
        }
        heads.put(origin, next);
        return true;
    }

    @Override
    public synchronized void keep(ForkEvidence evidence) {
        List<byte[]> kept = forks.computeIfAbsent(evidence.older().checkpoint().origin(), _ -> new ArrayList<>());
        byte[] bytes = evidence.bytes();
        if (kept.size() < EVIDENCE_MOST && kept.stream().noneMatch(one -> Arrays.equals(one, bytes))) {
            kept.add(bytes);
        }
    }

    @Override
    public synchronized List<byte[]> evidence(String origin) {
        return List.copyOf(forks.getOrDefault(origin, List.of()));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
