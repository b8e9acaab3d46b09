package org.cotejo.station.day;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A printer that prints into a list, and fails when it is told to. */
final class PaperTray implements Printing {
    private final List<Document> printed = new ArrayList<>();
    private final Deque<PrintOutcome> next = new ArrayDeque<>();
    private Runnable before = () -> {};

    /** What the next print comes to; the ones after the last of these come out. */
    void next(PrintOutcome... outcomes) {
        next.addAll(List.of(outcomes));
    }

    /** Is run before each print, such as a power cut. */
    void before(Runnable happens) {
        before = happens;
    }

    @Override
    public PrintOutcome print(Document document) {
        before.run();
        PrintOutcome outcome = next.isEmpty() ? new PrintOutcome.Printed() : next.removeFirst();
        if (outcome instanceof PrintOutcome.Printed) {
            printed.add(document);
        }
        return outcome;
    }

    List<Document> printed() {
        return printed;
    }

    List<Receipt> receipts() {
        return printed.stream()
                .flatMap(each -> each instanceof Document.OfVoter(Receipt receipt)
                        ? java.util.stream.Stream.of(receipt)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    List<Document.OfStation> reports() {
        return printed.stream()
                .filter(Document.OfStation.class::isInstance)
                .map(Document.OfStation.class::cast)
                .toList();
    }
}
