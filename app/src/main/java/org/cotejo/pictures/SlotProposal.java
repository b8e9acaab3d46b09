package org.cotejo.pictures;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.definition.CustodianId;

/**
 * What pictures show of places to sign, as a file of {@code cotejo import signatures} for a person to go through. Handwriting is proposed
 * as signed. Where a place is empty the state is left out, so that the file can't be imported before somebody who knows has said whether
 * the signer was absent, refused, or nobody was accredited: no picture tells.
 */
final class SlotProposal {
    private static final String HEADER = "station,holder,side,role,number,state\n";

    /** Whose place on which sheet. */
    private record Place(String station, SignatureSlot.Role role, int number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byStation = station.compareTo(other.station);
            int byRole = byStation == 0 ? role.compareTo(other.role) : byStation;
            return byRole == 0 ? Integer.compare(number, other.number) : byRole;
        }
    }

    private final Map<Place, SeenSlot.State> seen = new TreeMap<>();

    /** The slots of one picture of a station's sheet. Pictures that show two different things of a place show nothing. */
    void add(String station, List<SeenSlot> slots) {
        Map<Place, SeenSlot.State> here = new LinkedHashMap<>();
        slots.forEach(slot ->
                here.merge(new Place(station, slot.role(), slot.number()), slot.state(), SlotProposal::together));
        here.forEach((place, state) -> seen.merge(place, state, SlotProposal::together));
    }

    private static SeenSlot.State together(SeenSlot.State one, SeenSlot.State other) {
        if (one == other || other == SeenSlot.State.NOT_VISIBLE) {
            return one;
        }
        return one == SeenSlot.State.NOT_VISIBLE ? other : SeenSlot.State.NOT_VISIBLE;
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    int copies() {
        return (int) seen.keySet().stream().map(Place::station).distinct().count();
    }

    /** The file; the side of a witness is left out too, since no name of a body is kept of what was read. */
    byte[] csv(CustodianId holder) {
        StringBuilder csv = new StringBuilder(HEADER);
        seen.forEach((place, state) -> csv.append(String.join(
                        ",",
                        place.station(),
                        holder.value(),
                        "",
                        place.role().name().toLowerCase(Locale.ROOT),
                        Integer.toString(place.number()),
                        switch (state) {
                            case SIGNED -> word(SignatureSlot.State.SIGNED);
                            case NOT_VISIBLE -> word(SignatureSlot.State.NOT_VISIBLE);
                            case EMPTY -> "";
                        }))
                .append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String word(SignatureSlot.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
