package org.cotejo.custody;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;

/** The signature places of the copy of one station that a custodian holds. */
public record SignatureSlots(StationCode station, CustodianId holder, List<SignatureSlot> slots) {
    public SignatureSlots {
        slots = List.copyOf(slots);
        Check.that(slots.size() <= SignatureSlot.SLOTS_MOST, "%d slots", slots.size());
        long different = slots.stream()
                .map(s -> List.of(s.role(), s.number()))
                .distinct()
                .count();
        Check.that(different == slots.size(), "a signature place of %s stands twice", station);
    }
}
