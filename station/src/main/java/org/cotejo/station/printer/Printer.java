package org.cotejo.station.printer;

import org.cotejo.station.paper.Document;
import org.cotejo.station.words.Language;

/** Something on which documents come out; used by one thread at a time. */
public interface Printer extends AutoCloseable {
    /** Prints one document and waits until it is known what became of it. Never throws for what a printer does. */
    PrintOutcome print(Document document, Language language);

    /** How the printer says it is. */
    PrinterState state();

    /** Where it is, as the operator wrote it. */
    String address();

    @Override
    void close();
}
