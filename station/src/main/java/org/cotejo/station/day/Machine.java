package org.cotejo.station.day;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Ballot;

/**
 * One voting machine. Every act either took place, durably, when it returns, or was refused with a problem and changed nothing. A failure
 * of the disk is thrown as {@link java.io.UncheckedIOException}; the machine then takes no further act until it is started again. Safe
 * for use by several threads: acts take place one after the other, and {@link #view} never waits for one.
 */
@SuppressWarnings("DoNotCallSuggester") // the shape first, for the rooms that build on it
public final class Machine implements AutoCloseable {
    private Machine() {}

    /** Starts the machine that lies in a folder; whatever a power cut left is finished or undone first. */
    public static Result<Machine> start(Path folder, Surroundings surroundings) {
        throw new UnsupportedOperationException(folder + " " + surroundings);
    }

    /** Which machine this is. */
    public MachineIdentity identity() {
        throw new UnsupportedOperationException();
    }

    /** What it was loaded with; nothing before that. */
    public Optional<StationDefinition> definition() {
        throw new UnsupportedOperationException();
    }

    /** How it stands now. */
    public MachineView view() {
        throw new UnsupportedOperationException();
    }

    /** In which state the last voter was, as the presiding officer must know it after a power cut; right at any other time too. */
    public Sentence lastVoter() {
        throw new UnsupportedOperationException();
    }

    /** Begins the day: prints the opening report, all zeros, in so many copies, and opens once all of them came out. */
    public Result<MachineState> openStation(int copies) {
        throw new UnsupportedOperationException();
    }

    /** Goes on printing opening reports or sheets after the printer failed or the machine was started again. */
    public Result<MachineState> goOnPrinting() {
        throw new UnsupportedOperationException();
    }

    /** Releases a ballot to the voter who stands at the table. */
    public Result<BallotPass> release() {
        throw new UnsupportedOperationException();
    }

    /** Takes a release back: the voter left before confirming anything. */
    public Result<MachineState> cancelRelease() {
        throw new UnsupportedOperationException();
    }

    /** Why this ballot could not be confirmed, such as a contest without a choice; the ballot itself where it could. */
    public Result<Ballot> check(Ballot ballot) {
        throw new UnsupportedOperationException();
    }

    /**
     * The voter confirms: the vote is made durable, then the receipt is printed. Where the printer fails the vote is kept and the answer
     * is a problem for the presiding officer: see {@link #printReceiptAgain} and {@link #withdraw}.
     */
    public Result<Receipt> confirm(BallotPass pass, Ballot ballot) {
        throw new UnsupportedOperationException();
    }

    /** Prints the receipt once more; every strip before it is void and must be collected. */
    public Result<Receipt> printReceiptAgain() {
        throw new UnsupportedOperationException();
    }

    /** The voter says that the receipt is right: the vote is counted, and nothing is left of it but that. */
    public Result<MachineState> receiptRight() {
        throw new UnsupportedOperationException();
    }

    /**
     * The voter says that the receipt is wrong: the vote is taken out without being shown to anybody, and the same voter has a fresh
     * ballot.
     */
    public Result<MachineState> receiptWrong() {
        throw new UnsupportedOperationException();
    }

    /** The voter left without a word about the receipt: what was confirmed counts. */
    public Result<MachineState> voterLeft() {
        throw new UnsupportedOperationException();
    }

    /** No receipt can be printed: the vote is taken out, unseen, and the same voter has a fresh ballot. */
    public Result<MachineState> withdraw() {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the vote: fixes the hours and the poll book's count, and prints the sheets of all contests in so many copies.
     *
     * @param pollBook voters who signed the poll book, counted by hand
     */
    public Result<MachineState> closeStation(int pollBook, int copies) {
        throw new UnsupportedOperationException();
    }

    /** Prints one more copy of the sheets after closing. */
    public Result<MachineState> printAnotherCopy() {
        throw new UnsupportedOperationException();
    }

    /** The signed sheets of all contests; refused before every copy came out of the printer. */
    public Result<List<SignedSheet>> sheets() {
        throw new UnsupportedOperationException();
    }

    /** Lets go of the machine's folder. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
