package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One page sits before the machine, and holds its place as long as it is heard of. */
class SeatTest {
    private Instant now = Instant.parse("2031-05-04T08:00:00Z");
    private final Seat seat = new Seat(new SecureRandom(), () -> now);

    @Test
    void aSecondPageWaitsWhileTheFirstIsHeardOf() {
        String first = seat.take().orElseThrow();
        for (int i = 0; i < 10; i++) {
            now = now.plus(Seat.LEASE.minusMillis(1));
            assertTrue(seat.isOf(first));
            assertEquals(Optional.empty(), seat.take());
        }
    }

    @Test
    void aPageThatFellSilentLosesItsPlace() {
        String first = seat.take().orElseThrow();
        now = now.plus(Seat.LEASE);
        assertFalse(seat.isTaken());
        String second = seat.take().orElseThrow();
        assertNotEquals(first, second);
        assertFalse(seat.isOf(first));
        assertTrue(seat.isOf(second));
    }

    @Test
    void aPageThatGoesFreesItsPlaceAndNoOther() {
        String first = seat.take().orElseThrow();
        seat.leave("another");
        assertTrue(seat.isTaken());
        seat.leave(first);
        assertFalse(seat.isTaken());
    }
}
