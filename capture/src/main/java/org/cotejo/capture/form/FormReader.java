package org.cotejo.capture.form;

import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedPage;

/** Reads printed sheets of the layouts that are known. Keeps no state; safe for use by several threads. */
public final class FormReader {
    private final PrintReader reader;

    /** With what reads the print. */
    public FormReader(PrintReader reader) {
        this.reader = reader;
    }

    /** The sheet on a page; empty where the print on it is that of none. {@code number}: of the page, from 0. */
    public Optional<PrintedForm> read(Grey page, int number) {
        return readPage(page, number).form();
    }

    /** The sheet on a page and its places to sign. {@code number}: of the page, from 0. */
    public FormPage readPage(Grey page, int number) {
        PrintedPage print = reader.read(page);
        Optional<PrintedForm> venezuela = VenezuelaForm.read(reader, print, number);
        boolean isNamed = venezuela.stream()
                .flatMap(form -> form.cells().stream())
                .anyMatch(cell -> !cell.row().equals(VenezuelaRows.UNNAMED));
        // Words of one digit stand on other sheets too, but not in the rows of that one.
        Optional<PrintedForm> cotejo = isNamed ? Optional.empty() : CotejoForm.read(reader, print, number);
        if (venezuela.isPresent() && cotejo.isEmpty()) {
            return new FormPage(venezuela, VenezuelaSlots.read(print, number));
        }
        return new FormPage(
                cotejo.isPresent() ? cotejo : HandForm.read(reader, print, number), CotejoSlots.read(print, number));
    }
}
