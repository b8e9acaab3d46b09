package org.cotejo.conformance.audit;

import org.cotejo.audit.copies.ForgerBound;

/** The chance that a random check meets none of the bad stations. */
final class DetectionCases implements Method {
    @Override
    public String name() {
        return "detection_hypergeometric";
    }

    @Override
    public Computed recompute(Given given) {
        double chance = ForgerBound.chanceOfNone(
                Math.toIntExact(given.whole("machines")),
                Math.toIntExact(given.whole("bad")),
                Math.toIntExact(given.whole("audited")));
        Computed.Members out = Computed.members();
        Computed.with(out, "p_none_found", Computed.of(chance));
        return Computed.with(out, "one_in", Computed.of(1 / chance));
    }
}
