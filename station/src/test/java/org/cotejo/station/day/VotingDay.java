package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cotejo.base.Result;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.Faults;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A whole day of a presiding officer and some voters, on a machine whose power fails again and again. They know only what the machine
 * says and what lies in their hands; at the end the paper receipts that voters dropped into the box must say what the sheets say.
 */
final class VotingDay {
    /** What a voter does. */
    private enum Manner {
        PLAIN,
        /** Finds the first receipt wrong, and votes for something else. */
        SPOILS,
        /** Leaves without a word about the receipt. */
        LEAVES,
        /** Leaves before confirming. */
        CANCELS
    }

    final Polling polling;
    private final SplittableRandom random;
    private final UnaryOperator<Disk> disguise;
    private final int voters;
    private final int[][] box = {new int[Election.POSITIONS[0] + 1], new int[Election.POSITIONS[1] + 1]};
    private final Set<MachineState> possible = new HashSet<>();
    private @Nullable Machine machine;
    private @Nullable Ballot inFlight;
    private @Nullable Ballot inHand;
    private int dropped;
    private int copies;
    private int crashes;

    VotingDay(long seed, int voters, UnaryOperator<Disk> disguise) {
        this.polling = new Polling(seed);
        this.random = new SplittableRandom(seed);
        this.voters = voters;
        this.disguise = disguise;
        polling.tray.before(() -> polling.faults.step("print", () -> {}));
    }

    int crashes() {
        return crashes;
    }

    /** All of the day, from a machine that is made to a sheet that may leave it, through so many faults. */
    void run(int faults) {
        polling.make();
        polling.faults.plan(faults);
        polling.faults.begin();
        runArmed(copies());
    }

    /** As {@link #run}, with the one cut that was set before; counted from the start of the machine. */
    void runCutAt(long step) {
        polling.make();
        polling.faults.begin();
        polling.faults.cutAt(step);
        runArmed(copies());
    }

    private int copies() {
        return 1 + random.nextInt(2);
    }

    private void runArmed(int wanted) {
        copies = wanted;
        whileItFails(this::loadAndOpen);
        for (int voter = 0; voter < voters; voter++) {
            letVote();
        }
        whileItFails(this::closeStation);
        polling.faults.plan(0);
        polling.faults.begin();
        mustBeRight();
    }

    /** Does something to the machine that runs, and again on the one that is started after it failed, until it is done. */
    private void whileItFails(Runnable something) {
        while (true) {
            try {
                running();
                something.run();
                return;
            } catch (Faults.Cut | UncheckedIOException e) {
                crashes++;
                machine = null;
                if (e instanceof Faults.Cut && random.nextBoolean()) {
                    polling.disk.kill();
                } else {
                    polling.disk.losePower(random);
                }
                polling.faults.begin();
            }
        }
    }

    private Machine running() {
        Machine now = machine;
        if (now != null) {
            return now;
        }
        Machine started = Machine.start(Polling.FOLDER, polling.around(disguise.apply(polling.disk), "b0a4d"))
                .orThrow();
        machine = started;
        MachineState state = started.view().state();
        assertTrue(
                possible.isEmpty() || possible.contains(state),
                () -> "after the cut it is " + state + ", possible were " + possible);
        assertTrue(started.lastVoter().en().length() > 20);
        return started;
    }

    /** What the machine may be found doing if the power fails from here on; what it did before is acknowledged. */
    private void from(MachineState state, MachineState... next) {
        possible.clear();
        possible.add(state.equals(checking(Booth.Strip.PRINTING)) ? checking(Booth.Strip.UNKNOWN) : state);
        possible.addAll(List.of(next));
    }

    private static MachineState open(Booth booth) {
        return new MachineState.Open(booth);
    }

    private static MachineState checking(Booth.Strip strip) {
        return open(new Booth.Checking(strip));
    }

    private void loadAndOpen() {
        Machine now = running();
        possible.clear();
        if (now.view().state() instanceof MachineState.Initialised) {
            Polling.load(now);
        }
        if (now.view().state() instanceof MachineState.Ready) {
            printAll(now, now.openStation(copies));
        }
        if (now.view().state() instanceof MachineState.Opening) {
            printAll(now, now.goOnPrinting());
        }
        assertEquals(open(new Booth.Idle()), now.view().state());
        from(now.view().state());
    }

    /** Until all copies are out: whoever is told that one is not mends the printer and goes on. */
    private static void printAll(Machine now, Result<?> begun) {
        Result<?> printed = begun;
        while (Polling.code(printed).equals("STATION-302")) {
            printed = now.goOnPrinting();
        }
        printed.orThrow();
    }

    private void letVote() {
        Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
        Ballot first = ballot();
        Ballot second = ballot();
        Figures before = running().view().figures();
        inHand = null;
        boolean[] done = {false};
        while (!done[0]) {
            whileItFails(() -> done[0] = act(manner, first, second, before));
        }
    }

    private Ballot ballot() {
        return Election.ballot(random.nextInt(Election.POSITIONS[0] + 1), random.nextInt(Election.POSITIONS[1] + 1));
    }

    /** One act of the officer or the voter, by what the machine says; whether this voter is done. */
    private boolean act(Manner manner, Ballot first, Ballot second, Figures before) {
        Machine now = running();
        MachineState state = now.view().state();
        Figures figures = now.view().figures();
        MachineState.Open open = (MachineState.Open) state;
        from(state);
        switch (open.booth()) {
            case Booth.Idle() -> {
                if (figures.counted() > before.counted()) {
                    dropReceipt(figures.counted() - before.counted());
                    return true;
                }
                if (figures.cancelled() > before.cancelled()) {
                    return true;
                }
                from(state, open(new Booth.Released()));
                now.release().orThrow();
            }
            case Booth.Released() -> {
                if (manner == Manner.CANCELS) {
                    from(state, open(new Booth.Idle()));
                    now.cancelRelease().orThrow();
                } else {
                    boolean isAgain = figures.spoiled() > before.spoiled();
                    confirm(now, state, isAgain ? second : first);
                }
            }
            case Booth.Checking(Booth.Strip strip) -> {
                switch (strip) {
                    case PRINTED -> answer(now, state, manner, figures.spoiled() > before.spoiled());
                    case FAILED, UNKNOWN -> {
                        from(
                                state,
                                checking(Booth.Strip.UNKNOWN),
                                checking(Booth.Strip.PRINTED),
                                checking(Booth.Strip.FAILED));
                        take(now.printReceiptAgain());
                    }
                    case PRINTING -> throw new AssertionError("nobody is printing");
                }
            }
        }
        from(now.view().state());
        return false;
    }

    private void confirm(Machine now, MachineState state, Ballot ballot) {
        inFlight = ballot;
        from(state, checking(Booth.Strip.UNKNOWN), checking(Booth.Strip.PRINTED), checking(Booth.Strip.FAILED));
        if (random.nextInt(6) == 0) {
            polling.tray.next(new PrintOutcome.Failed(PrintOutcome.Reason.JAM));
        }
        take(now.confirm(Objects.requireNonNull(now.view().pass()), ballot));
    }

    /** A receipt that came out says what the voter confirmed; the strips before it are void. */
    private void take(Result<Receipt> receipt) {
        if (receipt instanceof Result.Ok<Receipt>(Receipt whole)) {
            inHand = chosen(whole);
            assertEquals(inFlight, inHand, "the receipt is not what was confirmed");
        } else {
            assertEquals("STATION-301", Polling.code(receipt));
        }
    }

    private static Ballot chosen(Receipt receipt) {
        java.util.Map<org.cotejo.definition.ContestId, Choice> choices = new java.util.LinkedHashMap<>();
        receipt.lines().forEach(line -> choices.put(line.contest().id(), line.choice()));
        return new Ballot(choices);
    }

    private void answer(Machine now, MachineState state, Manner manner, boolean isAgain) {
        // Cut off after the strip came out and before the machine said so: the voter has the strip in hand.
        List<Receipt> out = polling.tray.receipts();
        inHand = chosen(out.getLast());
        assertEquals(inFlight, inHand, "the receipt is not what was confirmed");
        if (manner == Manner.SPOILS && !isAgain) {
            from(state, open(new Booth.Released()));
            now.receiptWrong().orThrow();
        } else {
            from(state, open(new Booth.Idle()));
            if (manner == Manner.LEAVES) {
                now.voterLeft().orThrow();
            } else {
                now.receiptRight().orThrow();
            }
        }
    }

    private void dropReceipt(int counted) {
        assertEquals(1, counted, "one voter, one vote");
        Ballot receipt = Objects.requireNonNull(inHand, "a vote counted without a receipt");
        assertEquals(inFlight, receipt);
        dropped++;
        drop(receipt, Election.PRESIDENT, box[0]);
        drop(receipt, Election.MAYOR, box[1]);
    }

    private static void drop(Ballot receipt, org.cotejo.definition.ContestId contest, int[] into) {
        switch (receipt.choice(contest)) {
            case Choice.Picked(int position) -> into[position]++;
            case Choice.WrittenIn(int position, String _) -> into[position]++;
            case Choice.Blank() -> into[0]++;
        }
    }

    private void closeStation() {
        Machine now = running();
        possible.clear();
        if (now.view().state() instanceof MachineState.Open) {
            printAll(now, now.closeStation(dropped, copies));
        }
        if (now.view().state() instanceof MachineState.Closing) {
            printAll(now, now.goOnPrinting());
        }
        assertEquals(new MachineState.Closed(), now.view().state());
    }

    private void mustBeRight() {
        List<SignedSheet> sheets = running().sheets().orThrow();
        for (int contest = 0; contest < box.length; contest++) {
            List<Integer> votes = new ArrayList<>();
            for (int position = 1; position < box[contest].length; position++) {
                votes.add(box[contest][position]);
            }
            assertEquals(votes, sheets.get(contest).sheet().votes(), "receipts in the box and votes on the sheet");
            assertEquals(box[contest][0], sheets.get(contest).sheet().counts().get(Figure.Count.BLANK));
            assertEquals(dropped, sheets.get(contest).sheet().counts().get(Figure.Count.BALLOTS));
        }
        List<Document.OfStation> finals = polling.tray.reports().stream()
                .filter(report -> report.sheets().equals(sheets))
                .toList();
        assertTrue(finals.size() >= copies, "copies of the sheets that are printed");
        MachineLog.read(running().identity(), running().log()).orThrow();
    }
}
