package org.cotejo.node.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in memory whose changes are durable at once. A change that fails or is cut off may have been made or not. */
final class SimStore implements HeadStore {
    private final Faults faults;
    private final Map<String, KeptHead> heads = new HashMap<>();
    private final List<KeptHead> everKept = new ArrayList<>();

    SimStore(Faults faults) {
        this.faults = faults;
    }

    /** Every head that was ever kept, in order. */
    List<KeptHead> everKept() {
        return List.copyOf(everKept);
    }

    /** What somebody else does to the store. */
    void meddle(String origin, KeptHead head) {
        heads.put(origin, head);
    }

    @Override
    public Optional<KeptHead> read(String origin) {
        faults.step("read the head", () -> {});
        return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public boolean create(String origin, KeptHead first) {
        boolean isFree = !heads.containsKey(origin);
        faults.step("create the head", () -> keep(isFree, origin, first));
        return isFree;
    }

    @Override
    public boolean swap(String origin, KeptHead kept, KeptHead next) {
        boolean isKept = kept.equals(heads.get(origin));
        faults.step("swap the head", () -> keep(isKept, origin, next));
        return isKept;
    }

    private void keep(boolean isAllowed, String origin, KeptHead head) {
        if (isAllowed) {
            heads.put(origin, head);
            everKept.add(head);
        }
    }

    @Override
    public void close() {}
}
