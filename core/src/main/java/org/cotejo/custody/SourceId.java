package org.cotejo.custody;

import org.cotejo.base.Check;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;

/** Names one delivery of a custodian: its number 1, 2, 3 ... in the order in which they came in. */
public record SourceId(CustodianId custodian, int number) {
    public static final int NUMBER_MOST = 100_000_000;

    public SourceId {
        Check.that(number >= 1 && number <= NUMBER_MOST, "source number %d", number);
    }

    /** Written out for the reason that {@link CustodianId} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceId id && number == id.number && custodian.equals(id.custodian);
    }

    @Override
    public int hashCode() {
        return 31 * custodian.hashCode() + number;
    }

    @Override
    public String toString() {
        return custodian + "/" + number;
    }
}
