package org.cotejo.station.day;

import java.util.Optional;
import org.cotejo.station.day.Booth.Checking;
import org.cotejo.station.day.Booth.Idle;
import org.cotejo.station.day.Booth.Strip;
import org.cotejo.station.day.MachineState.Closed;
import org.cotejo.station.day.MachineState.Closing;
import org.cotejo.station.day.MachineState.Initialised;
import org.cotejo.station.day.MachineState.Open;
import org.cotejo.station.day.MachineState.Opening;
import org.cotejo.station.day.MachineState.Ready;
import org.cotejo.station.day.PrintOutcome.Reason;

/** How one state of a machine follows another: pure, and the only place that says so (drawn in docs/station.md). */
final class Steps {
    private static final MachineState IDLE = new Open(new Idle());
    private static final MachineState RELEASED = new Open(new Booth.Released());

    private Steps() {}

    /** The state after an event; nothing where the event can't happen in this state. */
    static Optional<MachineState> after(MachineState state, Event event) {
        return switch (event) {
            case Event.Initialised _ -> Optional.empty();
            case Event.Loaded _ -> when(state instanceof Initialised, new Ready());
            case Event.OpeningBegun(int copies) -> when(state instanceof Ready, new Opening(0, copies));
            case Event.CopyBegun(int copy, int _) -> when(copy > printed(state), state);
            case Event.CopyFailed(int copy, Reason _) -> when(copy > printed(state), state);
            case Event.CopyPrinted(int copy) -> copyPrinted(state, copy);
            case Event.Opened _ -> when(state instanceof Opening(int printed, int copies) && printed == copies, IDLE);
            case Event.ClosingBegun(int _, int _, int copies) -> when(state.equals(IDLE), new Closing(0, copies));
            case Event.Closed _ ->
                when(state instanceof Closing(int printed, int copies) && printed == copies, new Closed());
            case Event.Transmitted _, Event.BoxCounted _ -> when(state instanceof Closed, state);
            case Event.Started _ -> Optional.of(started(state));
            case Event.OfVoter ofVoter ->
                state instanceof Open(Booth booth) ? inBooth(booth, ofVoter) : Optional.empty();
        };
    }

    private static Optional<MachineState> when(boolean holds, MachineState next) {
        return holds ? Optional.of(next) : Optional.empty();
    }

    /** Copies that came out whole, of the report that is being printed. */
    private static int printed(MachineState state) {
        return switch (state) {
            case Opening(int printed, int copies) -> printed < copies ? printed : Integer.MAX_VALUE;
            case Closing(int printed, int copies) -> printed < copies ? printed : Integer.MAX_VALUE;
            case Closed _ -> 0;
            case Initialised _, Ready _, Open _ -> Integer.MAX_VALUE;
        };
    }

    private static Optional<MachineState> copyPrinted(MachineState state, int copy) {
        return switch (state) {
            case Opening(int printed, int copies) ->
                when(copy == printed + 1 && copy <= copies, new Opening(copy, copies));
            case Closing(int printed, int copies) ->
                when(copy == printed + 1 && copy <= copies, new Closing(copy, copies));
            case Closed _ -> Optional.of(state);
            case Initialised _, Ready _, Open _ -> Optional.empty();
        };
    }

    /** A strip that was being printed when the power failed is a strip of which nobody knows. */
    private static MachineState started(MachineState state) {
        return state.equals(checking(Strip.PRINTING)) ? checking(Strip.UNKNOWN) : state;
    }

    private static Optional<MachineState> inBooth(Booth booth, Event.OfVoter event) {
        boolean isIdle = booth instanceof Idle;
        boolean isReleased = booth instanceof Booth.Released;
        boolean isPrinting = booth.equals(new Checking(Strip.PRINTING));
        boolean isPrinted = booth.equals(new Checking(Strip.PRINTED));
        boolean isVoid = booth.equals(new Checking(Strip.FAILED)) || booth.equals(new Checking(Strip.UNKNOWN));
        return switch (event) {
            case Event.Released _ -> when(isIdle, RELEASED);
            case Event.ReleaseCancelled _ -> when(isReleased, IDLE);
            case Event.Confirmed _ -> when(isReleased, checking(Strip.PRINTING));
            case Event.ReceiptPrinted _ -> when(isPrinting, checking(Strip.PRINTED));
            case Event.ReceiptFailed _ -> when(isPrinting, checking(Strip.FAILED));
            case Event.ReceiptAgain _ -> when(isPrinted || isVoid, checking(Strip.PRINTING));
            case Event.Counted _, Event.CountedUnanswered _ -> when(isPrinted, IDLE);
            case Event.Spoiled _ -> when(isPrinted, RELEASED);
            case Event.Withdrawn _ -> when(isVoid, RELEASED);
        };
    }

    private static MachineState checking(Strip strip) {
        return new Open(new Checking(strip));
    }

    /** The figures after an event that happened in this state. */
    static Figures after(Figures f, MachineState state, Event event) {
        Counter to = new Counter(f);
        switch (event) {
            case Event.Released _ -> to.released++;
            case Event.ReleaseCancelled _ -> to.cancelled++;
            case Event.Confirmed _ -> to.confirmed++;
            case Event.ReceiptPrinted _ -> to.strips++;
            case Event.ReceiptFailed _ -> to.voidStrips++;
            // a whole strip is void now; one that failed was counted when it did
            case Event.ReceiptAgain _ -> to.voidStrips += state.equals(checking(Strip.PRINTED)) ? 1 : 0;
            case Event.Counted _ -> to.counted++;
            case Event.CountedUnanswered _ -> {
                to.counted++;
                to.unanswered++;
            }
            case Event.Spoiled _ -> {
                to.spoiled++;
                to.voidStrips++;
            }
            case Event.Withdrawn _ -> to.withdrawn++;
            case Event.Started _ -> {
                to.restarts += state instanceof Open ? 1 : 0;
                to.voidStrips += state.equals(checking(Strip.PRINTING)) ? 1 : 0;
            }
            case Event.Initialised _,
                    Event.Loaded _,
                    Event.OpeningBegun _,
                    Event.CopyBegun _,
                    Event.CopyPrinted _,
                    Event.CopyFailed _,
                    Event.Opened _,
                    Event.ClosingBegun _,
                    Event.Closed _,
                    Event.Transmitted _,
                    Event.BoxCounted _ -> {}
        }
        return to.figures();
    }

    private static final class Counter {
        private int released;
        private int cancelled;
        private int confirmed;
        private int strips;
        private int voidStrips;
        private int counted;
        private int spoiled;
        private int withdrawn;
        private int unanswered;
        private int restarts;

        Counter(Figures from) {
            released = from.released();
            cancelled = from.cancelled();
            confirmed = from.confirmed();
            strips = from.strips();
            voidStrips = from.voidStrips();
            counted = from.counted();
            spoiled = from.spoiled();
            withdrawn = from.withdrawn();
            unanswered = from.unanswered();
            restarts = from.restarts();
        }

        Figures figures() {
            return new Figures(
                    released,
                    cancelled,
                    confirmed,
                    strips,
                    voidStrips,
                    counted,
                    spoiled,
                    withdrawn,
                    unanswered,
                    restarts);
        }
    }
}
