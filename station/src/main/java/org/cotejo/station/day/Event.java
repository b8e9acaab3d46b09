package org.cotejo.station.day;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cotejo.station.day.PrintOutcome.Reason;

/** What can happen on a machine; each is a line of its log. None of them knows a choice. */
sealed interface Event {
    /** What happens with one voter; of these the log gives the hour alone. */
    sealed interface OfVoter extends Event {}

    /** The machine got its key. */
    record Initialised() implements Event {}

    /** It got the frozen definition. */
    record Loaded() implements Event {}

    /** The program was started. */
    record Started(String software) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("software", software);
        }
    }

    /** The first opening report is about to be printed. */
    record OpeningBegun(int copies) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("copies", copies);
        }
    }

    /** The printer is asked for a copy; more than the first printing where earlier strips of it are void. */
    record CopyBegun(int copy, int printing) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("copy", copy, "printing", printing);
        }
    }

    /** A copy came out whole. */
    record CopyPrinted(int copy) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("copy", copy);
        }
    }

    /** A copy did not come out whole. */
    record CopyFailed(int copy, Reason reason) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("copy", copy, "reason", reason.key());
        }
    }

    /** All opening reports came out. */
    record Opened() implements Event {}

    /** A ballot was released. */
    record Released() implements OfVoter {}

    /** The voter left before confirming anything. */
    record ReleaseCancelled() implements OfVoter {}

    /** The voter confirmed, and the printer is asked for the receipt. */
    record Confirmed() implements OfVoter {}

    /** The receipt came out whole. */
    record ReceiptPrinted() implements OfVoter {}

    /** It did not. */
    record ReceiptFailed(Reason reason) implements OfVoter {
        @Override
        public Map<String, Object> details() {
            return named("reason", reason.key());
        }
    }

    /** The printer is asked once more; earlier strips are void. */
    record ReceiptAgain() implements OfVoter {}

    /** The receipt is right. */
    record Counted() implements OfVoter {}

    /** The voter left without a word about the receipt. */
    record CountedUnanswered() implements OfVoter {}

    /** The receipt is wrong, and the vote was taken out. */
    record Spoiled() implements OfVoter {}

    /** No receipt could be printed, and the vote was taken out. */
    record Withdrawn() implements OfVoter {}

    /** Nobody votes any more. */
    record ClosingBegun(int pollBook, int counted, int copies) implements Event {
        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = named("poll-book", pollBook, "counted", counted);
            details.put("copies", copies);
            return details;
        }
    }

    /** All sheets came out. */
    record Closed() implements Event {}

    /** The sheets left the machine. */
    record Transmitted() implements Event {}

    /** The receipts were counted by hand; whether no figure differs from the sheets. */
    record BoxCounted(boolean isSame) implements Event {
        @Override
        public Map<String, Object> details() {
            return named("same", isSame ? "yes" : "no");
        }
    }

    /** Its word in the log. */
    default String word() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What stands beside the word in the log, in order. */
    default Map<String, Object> details() {
        return Map.of();
    }

    private static Map<String, Object> named(String name, Object value) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(name, value);
        return details;
    }

    private static Map<String, Object> named(String name, Object value, String next, Object nextValue) {
        Map<String, Object> details = named(name, value);
        details.put(next, nextValue);
        return details;
    }
}
