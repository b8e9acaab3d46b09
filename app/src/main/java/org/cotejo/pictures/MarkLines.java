package org.cotejo.pictures;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.custody.SignatureSlot;

/** Places to sign and hints as lines of fields, and back. */
final class MarkLines {
    private static final String SLOT = "slot";
    private static final String HINT = "hint";

    private MarkLines() {}

    static List<String> of(List<SeenSlot> slots, List<Hint> hints) {
        List<String> lines = new ArrayList<>();
        for (SeenSlot slot : slots) {
            lines.add(String.join(
                    "\t",
                    SLOT,
                    slot.role().name(),
                    Integer.toString(slot.number()),
                    slot.state().name(),
                    Integer.toString(slot.page()),
                    FormLines.place(slot.place())));
        }
        for (Hint hint : hints) {
            lines.add(String.join(
                    "\t",
                    HINT,
                    hint.kind().name(),
                    hint.row(),
                    Integer.toString(hint.page()),
                    FormLines.place(hint.place())));
        }
        return lines;
    }

    static boolean isSlot(String[] fields) {
        return fields[0].equals(SLOT);
    }

    static boolean isHint(String[] fields) {
        return fields[0].equals(HINT);
    }

    /** Throws for fields that are none. */
    static SeenSlot slot(String[] fields) {
        return new SeenSlot(
                SignatureSlot.Role.valueOf(fields[1]),
                Integer.parseInt(fields[2]),
                SeenSlot.State.valueOf(fields[3]),
                Integer.parseInt(fields[4]),
                FormLines.place(fields[5]));
    }

    /** Throws for fields that are none. */
    static Hint hint(String[] fields) {
        return new Hint(
                Hint.Kind.valueOf(fields[1]), fields[2], Integer.parseInt(fields[3]), FormLines.place(fields[4]));
    }
}
