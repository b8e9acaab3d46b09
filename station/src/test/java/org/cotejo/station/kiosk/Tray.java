package org.cotejo.station.kiosk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.Receipt;

/** A printer whose paper is a list: what a voter would hold in the hand. It fails when it is told to. */
final class Tray implements Printing {
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final Deque<PrintOutcome> next = new ArrayDeque<>();
    private Runnable before = () -> {};

    @Override
    public synchronized PrintOutcome print(Document document) {
        before.run();
        PrintOutcome outcome = next.isEmpty() ? new PrintOutcome.Printed() : next.removeFirst();
        if (outcome instanceof PrintOutcome.Printed && document instanceof Document.OfVoter(Receipt receipt)) {
            receipts.add(receipt);
            times.add(System.nanoTime());
        }
        return outcome;
    }

    /** What the next print comes to. */
    synchronized void next(PrintOutcome outcome) {
        next.add(outcome);
    }

    /** Is run before each print. */
    synchronized void before(Runnable happens) {
        before = happens;
    }

    synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** When each receipt came out, in nanoseconds of this process. */
    synchronized List<Long> times() {
        return List.copyOf(times);
    }

    /** What stands on the last receipt, one number for each contest, 0 for blank. */
    List<Integer> last() {
        return positions(receipts().getLast());
    }

    static List<Integer> positions(Receipt receipt) {
        return receipt.lines().stream()
                .map(line -> switch (line.choice()) {
                    case Choice.Picked(int position) -> position;
                    case Choice.WrittenIn(int position, String _) -> position;
                    case Choice.Blank() -> 0;
                })
                .toList();
    }
}
