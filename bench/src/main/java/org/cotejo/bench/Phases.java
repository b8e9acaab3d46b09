package org.cotejo.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Seconds per phase of one run. */
final class Phases {
    /** Microseconds since 1970 when the command was given; Java itself knows its own start to a second or so only. */
    private static final String BEGUN = "cotejo.bench.begun";

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Starts the clock; where the caller says when it began, the first phase is what it took to get here. */
    Phases() {
        Long begunMicros = Long.getLong(BEGUN);
        if (begunMicros != null) {
            Instant begun = Instant.EPOCH.plus(begunMicros, ChronoUnit.MICROS);
            seconds.put("jvm_start", Duration.between(begun, Instant.now()).toNanos() / 1e9);
        }
    }

    /** Ends a phase: gives the time since the last one ended to this name. */
    void end(String phase) {
        long now = System.nanoTime();
        seconds.merge(phase, (now - since) / 1e9, Double::sum);
        since = now;
    }

    String json() {
        return seconds.entrySet().stream()
                .map(phase -> String.format(Locale.ROOT, "\"%s\":%.3f", phase.getKey(), phase.getValue()))
                .collect(Collectors.joining(",", "{\"phases\":{", "}}"));
    }
}
