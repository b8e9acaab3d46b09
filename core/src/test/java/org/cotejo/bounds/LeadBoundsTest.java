package org.cotejo.bounds;

import static org.cotejo.bounds.Shared.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.cotejo.base.Fraction;
import org.junit.jupiter.api.Test;

class LeadBoundsTest {

    @Test
    void thePublishedVectorsComeOut() {
        int cases = 0;
        for (Map<String, Object> vector : Shared.vectors("missing_evidence_bounds")) {
            Map<String, Object> in = Json.object(vector.get("in"));
            Map<String, Object> out = Json.object(vector.get("out"));
            String id = String.valueOf(vector.get("id"));
            if (in.containsKey("regions")) {
                checkRegions(id, Json.list(in.get("regions")), out);
            } else {
                checkLead(id, in, out);
            }
            cases++;
        }
        assertEquals(9, cases);
    }

    private static LeadBounds boundsOf(Map<String, Object> in) {
        long missing = in.containsKey("missing_registered")
                ? Json.whole(in.get("missing_registered"))
                : Json.list(in.get("missing_registered_by_station")).stream()
                        .mapToLong(Json::whole)
                        .sum();
        return new LeadBounds(Json.whole(in.get("A")), Json.whole(in.get("B")), Json.whole(in.get("O")), missing);
    }

    private static void checkLead(String id, Map<String, Object> in, Map<String, Object> out) {
        LeadBounds bounds = boundsOf(in);
        assertEquals(Json.whole(out.get("lead")), bounds.lead(), id);
        assertEquals(Json.whole(out.get("missing_registered")), bounds.missing(), id);
        assertEquals(out.get("can_flip_at_100pct_turnout"), bounds.canFlip(), id);
        assertNear(
                out.get("turnout_needed_if_all_for_B"), bounds.turnoutNeeded().orElseThrow(), id);
        assertNear(out.get("A_share_lower"), bounds.leaderShareLowest().orElseThrow(), id);
        assertNear(out.get("A_share_upper"), bounds.leaderShareHighest().orElseThrow(), id);
        assertNear(out.get("B_share_lower"), bounds.runnerUpShareLowest().orElseThrow(), id);
        assertNear(out.get("B_share_upper"), bounds.runnerUpShareHighest().orElseThrow(), id);
        for (Map.Entry<String, Object> entry : out.entrySet()) {
            if (entry.getKey().startsWith("need_at_")) {
                Map<String, Object> need = Json.object(entry.getValue());
                LeadBounds.Needed got = bounds.neededAt(Fraction.of(Json.number(need.get("turnout"))))
                        .orElseThrow();
                assertNear(need.get("missing_votes"), got.missingVotes(), id);
                assertNear(need.get("net_margin_needed"), got.margin(), id);
                assertNear(need.get("B_two_party_share_needed"), got.twoPartyShare(), id);
            }
        }
    }

    private static void checkRegions(String id, List<Object> regions, Map<String, Object> out) {
        Fraction worst = Fraction.ZERO;
        Fraction best = Fraction.ZERO;
        long lead = 0;
        for (int i = 0; i < regions.size(); i++) {
            Map<String, Object> region = Json.object(regions.get(i));
            LeadBounds bounds = boundsOf(region);
            Fraction cap = Fraction.of(Json.number(region.get("turnout_cap")));
            assertNear(Json.list(out.get("by_region_worst")).get(i), bounds.worstLead(cap), id);
            assertNear(Json.list(out.get("by_region_best")).get(i), bounds.bestLead(cap), id);
            worst = worst.plus(bounds.worstLead(cap));
            best = best.plus(bounds.bestLead(cap));
            lead += bounds.lead();
        }
        assertEquals(Json.whole(out.get("lead_known")), lead, id);
        assertNear(out.get("worst_case_lead"), worst, id);
        assertNear(out.get("best_case_lead"), best, id);
        assertEquals(out.get("decided"), worst.compareTo(Fraction.ZERO) > 0, id);
    }

    @Test
    void withoutMissingVotersThereIsNoTurnoutToNeed() {
        LeadBounds bounds = new LeadBounds(10, 5, 0, 0);
        assertTrue(bounds.turnoutNeeded().isEmpty());
        assertTrue(bounds.neededAt(Fraction.ONE).isEmpty());
        assertTrue(new LeadBounds(0, 0, 0, 0).leaderShareLowest().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new LeadBounds(1, 1, 1, -1));
    }
}
