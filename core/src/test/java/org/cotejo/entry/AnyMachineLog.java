package org.cotejo.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cotejo.custody.HeldLog;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.MachineId;

/** Any valid statement of the log of a machine. */
final class AnyMachineLog {
    private AnyMachineLog() {}

    static Arbitrary<HeldLog> machineLog() {
        Arbitrary<LogFacts> facts = Combinators.combine(
                        Arbitraries.integers().between(1, LogFacts.LINES_MOST),
                        Arbitraries.integers().between(0, LogFacts.LINES_MOST),
                        minute().injectNull(0.2),
                        closing().injectNull(0.3),
                        Arbitraries.integers()
                                .between(0, LogFacts.LINES_MOST)
                                .list()
                                .ofSize(5))
                .as((lines, some, opened, closing, counts) -> {
                    int proven = some % (lines + 1);
                    return new LogFacts(
                            lines,
                            proven,
                            opened,
                            closing == null || closing.printed() <= proven ? closing : null,
                            counts.get(0) % (proven + 1),
                            counts.get(1) % (proven + 1),
                            counts.get(2) % (proven + 1),
                            counts.get(3) % (proven + 1),
                            counts.get(4) % (proven + 1));
                });
        return Combinators.combine(
                        AnyEntry.custodianId(),
                        AnyEntry.stationCode(),
                        AnyEntry.plainId().map(MachineId::new),
                        AnyEntry.hash(),
                        facts,
                        Arbitraries.integers().between(0, LogFacts.LINES_MOST))
                .as((holder, station, machine, file, said, parting) ->
                        new HeldLog(holder, station, machine, file, said, parting % (said.proven() + 1)));
    }

    private static Arbitrary<LogFacts.Closing> closing() {
        Arbitrary<Integer> count = Arbitraries.integers().between(0, LogFacts.Closing.COUNT_MOST);
        return Combinators.combine(
                        minute(),
                        count,
                        count,
                        count,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(true, false))
                .as(LogFacts.Closing::new);
    }

    /** Any full minute of a clock on earth. */
    private static Arbitrary<OffsetDateTime> minute() {
        return Combinators.combine(
                        Arbitraries.longs().between(12 * 60, 4_200_000_000L),
                        Arbitraries.integers().between(-48, 56))
                .as((minutes, quarters) ->
                        Instant.ofEpochSecond(minutes * 60).atOffset(ZoneOffset.ofTotalSeconds(quarters * 900)));
    }
}
