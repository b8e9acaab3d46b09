package org.cotejo.capture.form;

import java.util.List;
import java.util.Optional;

/**
 * What the print of one page gave.
 *
 * @param form the sheet; empty where the print is that of none
 * @param slots places to sign, from the top; a page may hold them alone
 */
public record FormPage(Optional<PrintedForm> form, List<SeenSlot> slots) {
    public FormPage {
        slots = List.copyOf(slots);
    }
}
