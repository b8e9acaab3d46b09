package org.cotejo.station.day;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands until it is moved, four hours west of Greenwich. */
final class ManualClock extends Clock {
    static final ZoneId ZONE = ZoneId.of("America/Caracas");

    private Instant now = Instant.parse("2027-07-25T10:00:00Z");

    void move(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
