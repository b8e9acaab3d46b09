package org.cotejo.station.day;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.BallotForm;
import org.cotejo.station.box.Disk;
import org.cotejo.station.box.VoteBox;
import org.cotejo.station.day.PrintOutcome.Reason;
import org.cotejo.tally.Cell;
import org.jspecify.annotations.Nullable;

/**
 * One voting machine. Every act either took place, durably, when it returns, or was refused with a problem and changed nothing; only where
 * the printer fails did the act take place and the problem says what is left to do. A failure of the disk is thrown as {@link
 * java.io.UncheckedIOException}; the machine then takes no further act until it is started again. Safe for use by several threads: while
 * one act takes place every other is refused (STATION-203), and {@link #view} never waits.
 */
public final class Machine implements AutoCloseable {
    /** Most copies of a report or sheet. */
    public static final int COPIES_MOST = 50;

    private static final int PASS_BYTES = 16;
    private static final long CLOCK_TOLERANCE_SECONDS = 120;
    private static final long FREE_LEAST = 16L << 20;

    private final MachineFiles files;
    private final MachineIdentity identity;
    private final Surroundings around;
    private final Disk.Lock lock;
    private final Daybook book;
    private final Papers papers;
    private final ReentrantLock acting = new ReentrantLock();
    private @Nullable StationDefinition setup;
    private @Nullable BallotPass pass;
    private volatile MachineView view;
    private volatile Sentence lastVoter;

    private Machine(
            MachineFiles files, MachineIdentity identity, Ed25519Secret secret, Surroundings around, Disk.Lock lock) {
        this.files = files;
        this.identity = identity;
        this.around = around;
        this.lock = lock;
        VoteBox box = VoteBox.open(around.disk(), files.box(), MachineMaker.about(identity), around.random())
                .orThrow();
        this.book = Daybook.open(files, identity, secret, around, box);
        this.setup = Loading.read(book, files, around.disk());
        this.papers = new Papers(identity, secret, around, book, this::show);
        checkClock();
        begin();
        this.view = seen();
        this.lastVoter =
                StateWords.lastVoter(book.record().state(), book.record().voter());
    }

    /** Which machine lies in a folder, by its public file alone; nothing is started. */
    public static Result<MachineIdentity> identity(Path folder) {
        MachineFiles files = new MachineFiles(folder.toAbsolutePath());
        Disk disk = Disk.ofThisMachine();
        if (!disk.exists(files.identity())) {
            return Result.refused(StationProblem.NO_MACHINE.in(folder));
        }
        return files.readIdentity(disk)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(StationProblem.DAMAGED.in(files.identity())));
    }

    /** Starts the machine that lies in a folder; whatever a power cut left is finished or undone first. */
    public static Result<Machine> start(Path folder, Surroundings around) {
        MachineFiles files = new MachineFiles(folder.toAbsolutePath());
        Disk disk = around.disk();
        if (!disk.exists(files.identity())) {
            return Result.refused(StationProblem.NO_MACHINE.in(folder));
        }
        Optional<MachineIdentity> identity = files.readIdentity(disk);
        if (identity.isEmpty()) {
            return Result.refused(StationProblem.DAMAGED.in(files.identity()));
        }
        MachineIdentity of = identity.get();
        Optional<Ed25519Secret> secret = files.readSecret(disk);
        if (secret.isEmpty() || !secret.get().verifyKey().equals(of.key().key())) {
            return Result.refused(
                    StationProblem.WRONG_KEY.in(files.secret(), of.key().machine()));
        }
        if (!of.hardware().equals(around.hardware())) {
            return Result.refused(StationProblem.OTHER_HARDWARE.in(folder));
        }
        Optional<Disk.Lock> lock = disk.lock(files.folder());
        if (lock.isEmpty()) {
            return Result.refused(StationProblem.BUSY.in(folder));
        }
        try {
            return Result.ok(new Machine(files, of, secret.get(), around, lock.get()));
        } catch (RefusedException e) {
            lock.get().close();
            return Result.refused(e.problem());
        } catch (RuntimeException | Error e) {
            lock.get().close();
            throw e;
        }
    }

    private void checkClock() {
        Instant now = around.clock().instant();
        Instant last = book.record().last();
        if (now.plusSeconds(CLOCK_TOLERANCE_SECONDS).isBefore(last)) {
            throw StationProblem.CLOCK.refusal(
                    "",
                    now.atZone(around.clock().getZone()),
                    last.atZone(around.clock().getZone()));
        }
    }

    /** Says in the log that the program was started, and which; a copy that was being printed is void. */
    private void begin() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Started(around.software().hash().hex()));
        DayRecord record = book.record();
        if (record.isAsked()) {
            events.add(new Event.CopyFailed(nextCopy(record), Reason.UNKNOWN));
        }
        book.happen(events.toArray(Event[]::new));
        if (book.record().state().equals(new MachineState.Open(new Booth.Released()))) {
            pass = newPass();
        }
    }

    private static int nextCopy(DayRecord record) {
        return switch (record.state()) {
            case MachineState.Opening(int printed, int _) -> printed + 1;
            case MachineState.Closing(int printed, int _) -> printed + 1;
            case MachineState.Closed() -> record.later() + 1;
            case MachineState.Initialised(), MachineState.Ready(), MachineState.Open _ ->
                throw new IllegalStateException("no copy is printed in " + record.state());
        };
    }

    private BallotPass newPass() {
        byte[] bytes = new byte[PASS_BYTES];
        around.random().nextBytes(bytes);
        return new BallotPass(HexFormat.of().formatHex(bytes));
    }

    private MachineView seen() {
        return new MachineView(book.record().state(), book.record().figures(), pass);
    }

    /** Which machine this is. */
    public MachineIdentity identity() {
        return identity;
    }

    /** What it was loaded with; nothing before that. */
    public Optional<StationDefinition> definition() {
        return Optional.ofNullable(setup);
    }

    /** How it stands now. */
    public MachineView view() {
        return view;
    }

    /** In which state the last voter was, as the presiding officer must know it after a power cut; right at any other time too. */
    public Sentence lastVoter() {
        return lastVoter;
    }

    /** What the machine is doing, as part of a sentence. */
    public Sentence state() {
        return StateWords.of(view.state());
    }

    /** Does one thing at a time; afterwards everybody sees how the machine stands. */
    private <T> Result<T> act(Supplier<Result<T>> act) {
        if (!acting.tryLock()) {
            return StationProblem.ACTING.refused();
        }
        try {
            if (book.isBroken()) {
                return StationProblem.STOPPED.refused();
            }
            return act.get();
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        } finally {
            show();
            acting.unlock();
        }
    }

    private void show() {
        view = seen();
        lastVoter = StateWords.lastVoter(book.record().state(), book.record().voter());
    }

    private Result<MachineState> state(Event... events) {
        return change(VoteBox::note, events);
    }

    private Result<MachineState> change(java.util.function.BiConsumer<VoteBox, byte[]> step, Event... events) {
        mustBeAble(events);
        book.happen(step, events);
        return Result.ok(book.record().state());
    }

    private void mustBeAble(Event... events) {
        if (!book.canHappen(events)) {
            throw new RefusedException(notNow());
        }
    }

    private Problem notNow() {
        return StationProblem.NOT_NOW.problem(StateWords.of(book.record().state()));
    }

    private StationDefinition setup() {
        StationDefinition loaded = setup;
        if (loaded == null) {
            throw new RefusedException(notNow());
        }
        return loaded;
    }

    /**
     * Loads the frozen definition, once.
     *
     * @param isFrozen whether the election froze it with this hash, and nothing that belongs to the hash changed since
     * @param typed the hash as somebody typed it who heard it read aloud
     * @param listed the key that the frozen definition lists for this machine, or null
     */
    public Result<MachineState> load(
            StationDefinition loaded, boolean isFrozen, String typed, @Nullable StationKey listed) {
        return act(() -> {
            mustBeAble(new Event.Loaded());
            Loading.refusal(identity, loaded, isFrozen, typed, listed).ifPresent(problem -> {
                throw new RefusedException(problem);
            });
            byte[] bytes = DefinitionFile.bytes(loaded);
            Loading.keep(bytes, files, around.disk());
            book.load(Sha256.of(bytes), (box, day) -> box.load(BallotForm.of(loaded.contests()), day));
            setup = loaded;
            return Result.ok(book.record().state());
        });
    }

    /** Begins the day: prints the opening report, all zeros, in so many copies, and opens once all of them came out. */
    public Result<MachineState> openStation(int copies) {
        return act(() -> {
            checkRange(copies, 1, COPIES_MOST);
            checkClock();
            checkRoom();
            setup();
            mustBeAble(new Event.OpeningBegun(copies));
            if (!book.box().isEmpty()) {
                throw StationProblem.DAMAGED.refusal(files.folder());
            }
            book.happen(new Event.OpeningBegun(copies));
            return printDue();
        });
    }

    private static void checkRange(int number, int least, int most) {
        if (number < least || number > most) {
            throw new RefusedException(StationProblem.COUNT_RANGE.problem(number, least, most));
        }
    }

    private void checkRoom() {
        long free = around.disk().free(files.folder());
        if (free < FREE_LEAST) {
            throw new RefusedException(StationProblem.FULL.problem(free, FREE_LEAST));
        }
    }

    /** Goes on printing opening reports or sheets after the printer failed or the machine was started again. */
    public Result<MachineState> goOnPrinting() {
        return act(() -> switch (book.record().state()) {
            case MachineState.Opening _, MachineState.Closing _ -> printDue();
            case MachineState.Initialised(), MachineState.Ready(), MachineState.Open _, MachineState.Closed() ->
                Result.refused(notNow());
        });
    }

    /** Prints copy after copy until all came out or one did not. */
    private Result<MachineState> printDue() {
        while (true) {
            switch (book.record().state()) {
                case MachineState.Opening(int printed, int copies)
                when printed == copies -> {
                    return state(new Event.Opened());
                }
                case MachineState.Closing(int printed, int copies)
                when printed == copies -> {
                    return state(new Event.Closed());
                }
                case MachineState.Opening(int printed, int copies) -> papers.printCopy(setup(), printed + 1, copies);
                case MachineState.Closing(int printed, int copies) -> papers.printCopy(setup(), printed + 1, copies);
                case MachineState.Initialised(), MachineState.Ready(), MachineState.Open _, MachineState.Closed() ->
                    throw new IllegalStateException("nothing is to be printed");
            }
        }
    }

    /** Releases a ballot to the voter who stands at the table. */
    public Result<BallotPass> release() {
        return act(() -> {
            mustBeAble(new Event.Released());
            checkClock();
            checkRoom();
            book.happen(new Event.Released());
            BallotPass fresh = newPass();
            pass = fresh;
            return Result.ok(fresh);
        });
    }

    /** Takes a release back: the voter left before confirming anything. */
    public Result<MachineState> cancelRelease() {
        return act(() -> {
            mustBeAble(new Event.ReleaseCancelled());
            pass = null;
            return state(new Event.ReleaseCancelled());
        });
    }

    /** Why this ballot could not be confirmed, such as a contest without a choice; the ballot itself where it could. */
    public Result<Ballot> check(Ballot ballot) {
        StationDefinition loaded = setup;
        return loaded == null
                ? StationProblem.NOT_NOW.refused(StateWords.of(view.state()))
                : BallotForm.of(loaded.contests()).check(ballot).then(papers::printable);
    }

    /**
     * The voter confirms: the vote is made durable, then the receipt is printed. Where the printer fails the vote is kept and the answer
     * is a problem for the presiding officer: see {@link #printReceiptAgain} and {@link #withdraw}.
     */
    public Result<Receipt> confirm(BallotPass used, Ballot ballot) {
        return act(() -> {
            mustBeAble(new Event.Confirmed());
            if (!used.equals(pass)) {
                return StationProblem.OLD_PASS.refused();
            }
            return check(ballot).then(fitting -> {
                pass = null;
                book.happen((box, day) -> box.put(fitting, day), new Event.Confirmed());
                return papers.printReceipt(setup(), fitting);
            });
        });
    }

    /** Prints the receipt once more; every strip before it is void and must be collected. */
    public Result<Receipt> printReceiptAgain() {
        return act(() -> {
            mustBeAble(new Event.ReceiptAgain());
            book.happen(new Event.ReceiptAgain());
            return papers.printReceipt(setup(), book.box().waiting().orElseThrow());
        });
    }

    /** The voter says that the receipt is right: the vote is counted, and nothing is left of it but that. */
    public Result<MachineState> receiptRight() {
        return act(() -> change(VoteBox::count, new Event.Counted()));
    }

    /** The voter left without a word about the receipt: what was confirmed counts. */
    public Result<MachineState> voterLeft() {
        return act(() -> change(VoteBox::count, new Event.CountedUnanswered()));
    }

    /**
     * The voter says that the receipt is wrong: the vote is taken out without being shown to anybody, and the same voter has a fresh
     * ballot.
     */
    public Result<MachineState> receiptWrong() {
        return act(() -> takeOut(new Event.Spoiled()));
    }

    /** No receipt can be printed: the vote is taken out, unseen, and the same voter has a fresh ballot. */
    public Result<MachineState> withdraw() {
        return act(() -> takeOut(new Event.Withdrawn()));
    }

    private Result<MachineState> takeOut(Event event) {
        Result<MachineState> state = change(VoteBox::takeOut, event);
        pass = newPass();
        return state;
    }

    /**
     * Ends the vote: fixes the hours and the poll book's count, and prints the sheets of all contests in so many copies.
     *
     * @param pollBook voters who signed the poll book, counted by hand
     */
    public Result<MachineState> closeStation(int pollBook, int copies) {
        return act(() -> {
            checkRange(copies, 1, COPIES_MOST);
            checkRange(pollBook, 0, Cell.MOST);
            Event closing =
                    new Event.ClosingBegun(pollBook, book.record().figures().counted(), copies);
            mustBeAble(closing);
            checkClock();
            book.happen(VoteBox::close, closing);
            return printDue();
        });
    }

    /** Prints one more copy of the sheets after closing. */
    public Result<MachineState> printAnotherCopy() {
        return act(() -> {
            DayRecord record = book.record();
            if (!(record.state() instanceof MachineState.Closed)) {
                return Result.refused(notNow());
            }
            int copy = record.later() + 1;
            papers.printCopy(setup(), copy, copy);
            return Result.ok(book.record().state());
        });
    }

    /** The signed sheets of all contests; refused before every copy came out of the printer. */
    public Result<List<SignedSheet>> sheets() {
        return act(() -> {
            mustBeClosed();
            return Result.ok(papers.reports(setup()));
        });
    }

    private void mustBeClosed() {
        if (!(book.record().state() instanceof MachineState.Closed)) {
            throw new RefusedException(StationProblem.SHEET_TOO_SOON.problem(
                    StateWords.of(book.record().state())));
        }
    }

    /** The signed sheets for a file that leaves the machine; that they left is on record. */
    public Result<List<SignedSheet>> transmit() {
        return act(() -> {
            mustBeClosed();
            List<SignedSheet> sheets = papers.reports(setup());
            book.happen(new Event.Transmitted());
            return Result.ok(sheets);
        });
    }

    /**
     * Certifies the count of the receipts by two tellers, who counted each for themselves; refused (STATION-402) where they differ.
     */
    public Result<BoxCheck> countBox(HandCount first, HandCount second) {
        return act(() -> {
            mustBeClosed();
            for (HandCount each : List.of(first, second)) {
                each.fault(setup().contests()).ifPresent(problem -> {
                    throw new RefusedException(problem);
                });
            }
            HandCount.difference(first, second).ifPresent(problem -> {
                throw new RefusedException(problem);
            });
            List<SignedSheet> sheets = papers.reports(setup());
            List<BoxCheck.Difference> differences = BoxCheck.differences(sheets, first);
            book.happen(new Event.BoxCounted(differences.isEmpty()));
            return Result.ok(new BoxCheck(papers.certificates(sheets, first), differences));
        });
    }

    /** The log as it stands, each line signed; it holds no choice and may be published. */
    public String log() {
        return book.log();
    }

    /** The log as it is handed out: with a head that says whose it is. */
    public byte[] publishedLog() {
        return PublishedLog.bytes(identity().election(), identity().key(), log());
    }

    /** Lets go of the machine's folder. */
    @Override
    public void close() {
        lock.close();
    }
}
