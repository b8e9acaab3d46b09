package org.cotejo.station.printer;

import java.time.Duration;

/**
 * How long a printer is waited for.
 *
 * @param connect until it is reached
 * @param answer until it answers a question about its state
 * @param stall until it takes more bytes
 * @param confirm until it says that all is printed, beyond the time that the paper takes
 */
record Patience(Duration connect, Duration answer, Duration stall, Duration confirm) {
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofSeconds(15), Duration.ofSeconds(10));
}
