package org.cotejo.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.ticket.CaptureNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo capture send DEVICE [PICTURE...] --station S [--to URL]}: signs pictures into the device's queue, and sends what waits there. */
final class CaptureSend implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES_MOST = 100;

    private final CommandSpec spec = Options.of(this);
    private final Console console;
    private final Clock clock = Clock.systemUTC();

    CaptureSend(Console console) {
        this.console = console;
        Options.positional(spec, "DEVICE", "the device's folder, with its set of tickets in the file 'tickets'");
        Options.positionals(spec, "PICTURE", "pictures to sign first");
        Options.value(spec, "--station", "S", null, "whose sheet they show");
        Options.value(spec, "--to", "URL", null, "an intake (cotejo intake); without it everything waits");
        Options.value(spec, "--tries", "N", "5", "how often to try while nobody answers");
        Options.about(
                spec,
                "Signs each picture with a ticket that signs nothing else, before it leaves the device, and lets it wait in the"
                        + " queue; then sends everything that waits. What was changed in the queue is not sent. When the intake has it"
                        + " on its disk, the picture leaves the device and a receipt number stays in receipts.txt.",
                "cotejo capture send device acta.jpg --station 0101.01 --to https://intake.example.org/",
                "cotejo capture send device --to https://intake.example.org/");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        CaptureQueue queue = new CaptureQueue(Options.path(spec, 0));
        List<Path> pictures = Options.paths(spec, 1);
        String station = Options.text(spec, "--station");
        String to = Options.text(spec, "--to");
        int tries = Math.toIntExact(Options.number(spec, "--tries", 1, TRIES_MOST));
        if (to != null) {
            SheetPush.check(to);
        }
        if (pictures.isEmpty() && to == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("PICTURE", "PICTURE, --to URL"));
        }
        if (!pictures.isEmpty() && station == null) {
            throw new RefusedException(AppProblem.MISSING_OPTION.at("--station", "--station S"));
        }
        for (Path picture : pictures) {
            CaptureNote note = queue.sign(picture, String.valueOf(station), clock.instant());
            console.print(
                    new Sentence("{0}: signed and waiting, receipt number {1}", "{0}: firmada y en espera, recibo {1}")
                            .with(picture, note.id()));
        }
        return send(queue, to, tries);
    }

    private int send(CaptureQueue queue, @Nullable String to, int tries) {
        if (to == null) {
            return Exit.PROVEN;
        }
        int exit = Exit.PROVEN;
        try (HttpWeb web = new HttpWeb(PATIENCE)) {
            SheetPush push = new SheetPush(web, tries, SheetPush::wait, console);
            for (Path file : queue.waiting()) {
                byte[] envelope = ClockFiles.bytes(file.toString(), CaptureInbox.BODY_MOST);
                switch (CaptureQueue.whole(envelope)) {
                    case Result.Refused<CaptureNote>(Problem problem) -> {
                        console.print(problem.in(file.toString()).line(console.language()));
                        exit = Exit.REFUTED;
                    }
                    case Result.Ok<CaptureNote>(CaptureNote note) -> {
                        try {
                            push.post(to, CaptureInbox.PATH, envelope, CaptureInbox.stored(note.id()));
                        } catch (RefusedException e) {
                            // It waits on, and those behind it are sent all the same.
                            console.print(e.problem().in(file.toString()).line(console.language()));
                            exit = Exit.REFUTED;
                            continue;
                        }
                        queue.sent(file, note.id());
                        console.print(new Sentence(
                                        "Sent. Receipt number {0}; ask later: cotejo capture receipt {0} --to {1} --into FILE",
                                        "Enviada. Recibo {0}; pregunte después: cotejo capture receipt {0} --to {1} --into FILE")
                                .with(note.id(), to));
                    }
                }
            }
        }
        return exit;
    }
}
