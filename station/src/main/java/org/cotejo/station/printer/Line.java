package org.cotejo.station.printer;

import java.io.IOException;
import java.time.Duration;

/** Where a thermal printer is; a connection is opened for each document. */
interface Line {
    /** Opens it, or says why not. */
    Connection open(Duration patience) throws IOException;
}
