package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.ticket.TicketList;
import org.cotejo.ticket.TicketSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo capture revoke LIST --set N [--from TIME]}: a device was lost; what comes from it from then on is refused. */
final class CaptureRevoke implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    CaptureRevoke(Console console) {
        this.console = console;
        Options.positional(spec, "LIST", "the list of tickets that 'capture tickets' made");
        Options.required(spec, "--set", "N", "which set");
        Options.value(spec, "--from", "TIME", null, "from when on, such as 2030-05-12T21:40:00Z; else from now on");
        Options.about(
                spec,
                "Takes the tickets of a device back from a time on. What came before stays valid: its root is in the log, or"
                        + " will be, by the time at which it came. A running intake sees the change by itself.",
                "cotejo capture revoke tickets/list --set 17 --from 2030-05-12T21:40:00Z");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path file = Options.path(spec, 0);
        String typed = Options.text(spec, "--set");
        int set = typed != null && typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : 0;
        if (set < 1 || set > TicketSet.SETS_MOST) {
            throw new RefusedException(
                    AppProblem.BAD_NUMBER.at("--set", String.valueOf(typed), 1, TicketSet.SETS_MOST));
        }
        Instant from = from(Options.text(spec, "--from"));
        TicketList list =
                RedactFiles.named(file.toString(), CaptureTickets.list(file).revoke(set, from));
        PrivateFile.replace(file, list.bytes());
        console.print(new Sentence(
                        "Set {0} is revoked from {1} on; captures that came before stay valid.",
                        "El juego {0} queda revocado desde {1}; las capturas que llegaron antes siguen valiendo.")
                .with(set, from));
        return Exit.PROVEN;
    }

    private Instant from(@Nullable String typed) {
        if (typed == null) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.parse(typed).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new RefusedException(AppProblem.BAD_TIME.at("--from", typed));
        }
    }
}
