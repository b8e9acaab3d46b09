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
        Check.that(!hasTwice(slots), "a signature place of %s stands twice", station);
    }

    private static boolean hasTwice(List<SignatureSlot> slots) {
        for (int slot = 1; slot < slots.size(); slot++) {
            for (int before = 0; before < slot; before++) {
                if (slots.get(slot).isSamePlace(slots.get(before))) {
                    return true;
                }
            }
        }
        return false;
    }
}
