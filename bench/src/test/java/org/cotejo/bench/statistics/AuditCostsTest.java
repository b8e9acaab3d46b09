package org.cotejo.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditCostsTest {
    /** The first numbers of SplitMix64 from seed 0, as published with it. */
    @Test
    void theMixIsSplitMix64() {
        assertEquals(0xe220a8397b1dcdafL, Mix.bits(0, 0));
        assertEquals(0x6e789e6aa1b965f4L, Mix.bits(0, 1));
    }

    @Test
    void aPlanIsTheSameEachTimeAndItsSizeFollowsFromU() {
        Cost.Work work = new PlanCost().prepare();
        Map<String, String> plan = work.run();
        assertEquals(plan, work.run());
        double total = new BigDecimal(plan.get("U")).doubleValue();
        assertEquals((int) Math.ceil(Math.log(0.05) / Math.log(1 - 1 / total)), Integer.parseInt(plan.get("size")));
    }

    @Test
    void aHistoryEndsFarBelowItsBeginning() {
        Map<String, String> p = HistoryCost.kaplanWald().prepare().run();
        assertTrue(Double.parseDouble(p.get("anytime")) < Double.parseDouble(p.get("after_100000")));
    }
}
