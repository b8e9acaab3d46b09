package org.cotejo.station.printer;

import java.io.IOException;

/** What the system says of a line that fails, short enough for a sentence and without anything of this machine's folders. */
final class LineFault {
    private LineFault() {}

    static String of(IOException fault) {
        String message = fault.getMessage();
        String kind = fault.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }
}
