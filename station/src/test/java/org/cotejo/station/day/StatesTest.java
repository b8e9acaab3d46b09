package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.sheet.LogLine;
import org.junit.jupiter.api.Test;

/** The drawing in docs/station.md is what the code does. */
class StatesTest {
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+): (\\w+)$");

    static List<MachineState> states() {
        List<MachineState> states = new ArrayList<>(List.of(
                new MachineState.Initialised(),
                new MachineState.Ready(),
                new MachineState.Opening(0, 1),
                new MachineState.Opening(1, 1),
                new MachineState.Open(new Booth.Idle()),
                new MachineState.Open(new Booth.Released()),
                new MachineState.Closing(0, 1),
                new MachineState.Closing(1, 1),
                new MachineState.Closed()));
        for (Booth.Strip strip : Booth.Strip.values()) {
            states.add(new MachineState.Open(new Booth.Checking(strip)));
        }
        return states;
    }

    private static List<Event> events() {
        return List.of(
                new Event.Initialised(),
                new Event.Loaded(),
                new Event.Started("00".repeat(32)),
                new Event.OpeningBegun(1),
                new Event.CopyBegun(1, 1),
                new Event.CopyPrinted(1),
                new Event.CopyFailed(1, PrintOutcome.Reason.JAM),
                new Event.Opened(),
                new Event.Released(),
                new Event.ReleaseCancelled(),
                new Event.Confirmed(),
                new Event.ReceiptPrinted(),
                new Event.ReceiptFailed(PrintOutcome.Reason.JAM),
                new Event.ReceiptAgain(),
                new Event.Counted(),
                new Event.CountedUnanswered(),
                new Event.Spoiled(),
                new Event.Withdrawn(),
                new Event.ClosingBegun(1, 1, 1),
                new Event.Closed(),
                new Event.Transmitted(),
                new Event.BoxCounted(true));
    }

    private static String name(MachineState state) {
        return switch (state) {
            case MachineState.Open(Booth.Idle()) -> "Idle";
            case MachineState.Open(Booth.Released()) -> "Released";
            case MachineState.Open(Booth.Checking(Booth.Strip strip)) ->
                strip.name().charAt(0) + strip.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            case MachineState.Initialised _,
                    MachineState.Ready _,
                    MachineState.Opening _,
                    MachineState.Closing _,
                    MachineState.Closed _ -> state.getClass().getSimpleName();
        };
    }

    @Test
    void theDrawingShowsEveryStepThatCanBeTakenAndNoOther() throws IOException {
        TreeSet<String> drawn = new TreeSet<>();
        Matcher arrows =
                ARROW.matcher(Files.readString(Path.of(System.getProperty("cotejo.root"), "docs", "station.md")));
        while (arrows.find()) {
            drawn.add(arrows.group(1) + " --> " + arrows.group(2) + ": " + arrows.group(3));
        }
        TreeSet<String> taken = new TreeSet<>();
        for (MachineState state : states()) {
            for (Event event : events()) {
                Steps.after(state, event)
                        .filter(next -> !(event instanceof Event.Started) || !next.equals(state))
                        .ifPresent(next -> taken.add(name(state) + " --> " + name(next) + ": "
                                + event.getClass().getSimpleName()));
            }
        }
        assertEquals(taken, drawn);
        assertEquals(
                events().size(),
                Event.class.getPermittedSubclasses().length - 1 + Event.OfVoter.class.getPermittedSubclasses().length);
    }

    @Test
    void everyEventIsALineThatIsReadBack() {
        MachineIdentity of = new Polling(1).ready().identity();
        Ed25519Secret key = Ed25519Secret.ofSeed(new byte[32]);
        OffsetDateTime at = OffsetDateTime.parse("2027-07-25T06:00-04:00");
        List<Event> all = new ArrayList<>(events());
        for (PrintOutcome.Reason reason : PrintOutcome.Reason.values()) {
            all.add(new Event.CopyFailed(1, reason));
            all.add(new Event.ReceiptFailed(reason));
        }
        for (Event event : all) {
            StringBuilder what = new StringBuilder(event.word());
            event.details().forEach((name, value) -> what.append(" " + name + "=" + value));
            LogLine line = LogLine.signed(
                    of.election(), of.key(), key, 1, at, event instanceof Event.OfVoter, what.toString(), LogLine.NONE);
            assertEquals(line, LogLine.read(line.text()), line.text());
        }
    }

    @Test
    void everyStateIsReadBackAsItWasWritten() {
        Polling polling = new Polling(1);
        Machine machine = polling.ready();
        for (MachineState state : states()) {
            DayRecord first = new DayRecord(
                    state,
                    new Figures(1, 2, 3, 4, 5, 6, 7, 8, 6, 10),
                    3,
                    true,
                    9,
                    polling.clock.instant(),
                    polling.clock.instant(),
                    null,
                    77,
                    5,
                    1_000,
                    LogLine.NONE,
                    List.of("a line"),
                    "counted",
                    machine.definition().orElseThrow().hash());
            assertEquals(first, DayRecord.read(first.bytes()));
        }
    }

    @Test
    void noSentenceOfAStateIsEmptyOrNamesAChoice() {
        for (MachineState state : states()) {
            for (String voter : List.of("", "counted", "spoiled", "withdrawn", "release-cancelled")) {
                assertFalse(StateWords.lastVoter(state, voter).es().isBlank());
                assertFalse(StateWords.of(state).en().contains("{"));
            }
        }
    }
}
