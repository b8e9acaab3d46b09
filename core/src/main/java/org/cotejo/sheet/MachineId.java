package org.cotejo.sheet;

import org.cotejo.base.Check;
import org.cotejo.definition.Names;

/** Names one voting machine of a station; 1 to 60 characters, no white space. */
public record MachineId(String value) implements Comparable<MachineId> {
    public MachineId {
        Check.that(Names.idFault(value).isEmpty(), "machine '%s': %s", value, Names.idFault(value));
    }

    @Override
    public int compareTo(MachineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
