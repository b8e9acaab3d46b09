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
        PrintedPage print = reader.read(page);
        Optional<PrintedForm> venezuela = VenezuelaForm.read(reader, print, number);
        return venezuela.isPresent() ? venezuela : CotejoForm.read(reader, print, number);
    }
}
