package org.cotejo.conformance.audit;

import org.cotejo.audit.copies.CaptureRecapture;
import org.cotejo.audit.copies.DoubleEntry;
import org.cotejo.audit.copies.Interval;

/** Errors that two typists leave, and how many there are in all from two searches. */
final class CaptureCases implements Method {
    private static final double CONFIDENCE = 0.95;

    @Override
    public String name() {
        return "capture_recapture_double_entry";
    }

    @Override
    public Computed recompute(Given given) {
        return given.has("fields") ? doubleEntry(given) : capture(given);
    }

    private static Computed capture(Given given) {
        CaptureRecapture found = new CaptureRecapture(given.whole("A"), given.whole("B"), given.whole("both"));
        Computed.Members out = Computed.members();
        Computed.with(out, "lincoln_petersen", Computed.of(found.lincolnPetersen()));
        Computed.with(out, "chapman", Computed.of(found.chapman()));
        Computed.with(out, "chapman_se", Computed.of(found.standardError()));
        return Computed.with(out, "missed_by_both_chapman", Computed.of(found.missed()));
    }

    private static Computed doubleEntry(Given given) {
        DoubleEntry entry = new DoubleEntry(
                given.whole("fields"),
                given.whole("keyer1_wrong_after_adjudication"),
                given.whole("keyer2_wrong_after_adjudication"),
                given.number("values_per_field_error"));
        Interval limits = entry.intervalFirst(CONFIDENCE);
        Computed.Members out = Computed.members();
        Computed.with(out, "rate1", Computed.of(entry.rateFirst()));
        Computed.with(out, "rate2", Computed.of(entry.rateSecond()));
        Computed.with(out, "expected_both_wrong", Computed.of(entry.expectedBothWrong()));
        Computed.with(out, "expected_both_wrong_same_value", Computed.of(entry.expectedUnseen()));
        return Computed.with(out, "cp95_rate1", Computed.of(limits.low(), limits.high()));
    }
}
