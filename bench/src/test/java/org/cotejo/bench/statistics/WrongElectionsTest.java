package org.cotejo.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongElectionsTest {
    private static final int ELECTIONS = 150;

    @Test
    void noMethodConfirmsWrongElectionsMoreOftenThanItsLimit() {
        double limit = WrongElections.LIMIT;
        double most = limit + 3 * Math.sqrt(limit * (1 - limit) / ELECTIONS);
        Map<String, WrongElections.Audit> all = WrongAudits.all();
        assertTrue(all.size() > 20, () -> all.keySet().toString());
        all.forEach((name, audit) -> {
            double share = WrongElections.share(audit, ELECTIONS);
            assertTrue(share <= most, () -> name + ": " + share);
        });
    }

    /** The measure itself: what confirms all, or one in ten. */
    @Test
    void anAuditThatAlwaysConfirmsIsNoticed() {
        assertEquals(1, WrongElections.share(_ -> true, 10));
        assertTrue(WrongElections.share(random -> random.nextInt(10) == 0, 1_000) > 0.05);
    }
}
