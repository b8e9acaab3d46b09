package org.cotejo.station.kiosk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is one voter's page at a time: whoever sits here holds it as long as it is heard of, and a second one waits. A page that is
 * loaded anew frees its seat when it goes.
 */
final class Seat {
    /** A page that lives asks every two seconds; this long without a word it is taken to be gone. */
    static final Duration LEASE = Duration.ofSeconds(6);

    private static final int BYTES = 12;

    private final SecureRandom random;
    private final InstantSource clock;
    private @Nullable String holder;
    private Instant heard = Instant.MIN;

    Seat(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A seat for a page that just came; empty while another one sits there. */
    synchronized Optional<String> take() {
        if (isTaken()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        holder = HexFormat.of().formatHex(bytes);
        heard = clock.instant();
        return Optional.of(holder);
    }

    /** Whether it is this page that sits here; if so it was heard of. */
    synchronized boolean isOf(String page) {
        boolean isHolder = page.equals(holder);
        if (isHolder) {
            heard = clock.instant();
        }
        return isHolder;
    }

    synchronized void leave(String page) {
        if (page.equals(holder)) {
            holder = null;
        }
    }

    /** Whether a page is there. */
    synchronized boolean isTaken() {
        return holder != null && heard.plus(LEASE).isAfter(clock.instant());
    }
}
