package org.cotejo.conformance.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.LeadBounds;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/** What missing sheets could still change. */
final class MissingEvidenceCases implements Method {
    private static final int PLACES = 30;
    private static final Pattern AT = Pattern.compile("need_at_([0-9.]+)pct(_turnout)?");

    @Override
    public String name() {
        return "missing_evidence_bounds";
    }

    @Override
    public Computed recompute(Given given) {
        return given.has("regions") ? regions(given) : country(given);
    }

    private static Computed country(Given given) {
        long missing = given.has("missing_registered_by_station")
                ? Arrays.stream(given.wholes("missing_registered_by_station")).sum()
                : given.whole("missing_registered");
        LeadBounds two = new LeadBounds(given.whole("A"), given.whole("B"), given.whole("O"), missing);
        Computed.Members out = Computed.members();
        Computed.with(out, "lead", Computed.of((double) two.lead()));
        Computed.with(out, "missing_registered", Computed.of((double) missing));
        // The file calls a tie no flip: a lead that becomes equal is not turned.
        Computed.with(out, "can_flip_at_100pct_turnout", Computed.of(missing >= two.lead() + 1));
        Computed.with(out, "turnout_needed_if_all_for_B", number(two.turnoutNeeded()));
        Computed.with(out, "A_share_lower", number(two.leaderShareLowest()));
        Computed.with(out, "A_share_upper", number(two.leaderShareHighest()));
        Computed.with(out, "B_share_lower", number(two.runnerUpShareLowest()));
        Computed.with(out, "B_share_upper", number(two.runnerUpShareHighest()));
        for (String asked : given.asked()) {
            Matcher at = AT.matcher(asked);
            if (at.matches()) {
                Fraction percent = Fraction.of(new BigDecimal(at.group(1)));
                Computed.with(out, asked, needed(two, percent.over(Fraction.of(100, 1))));
            }
        }
        given.find("t").ifPresent(_ -> Computed.with(out, "need_at_t", needed(two, decimal(given.number("t")))));
        return out;
    }

    private static Computed needed(LeadBounds two, Fraction turnout) {
        LeadBounds.Needed needed = two.neededAt(turnout).orElseThrow();
        Computed.Members out = Computed.members();
        Computed.with(out, "turnout", number(Optional.of(turnout)));
        Computed.with(out, "missing_votes", number(Optional.of(needed.missingVotes())));
        Computed.with(out, "net_margin_needed", number(Optional.of(needed.margin())));
        return Computed.with(out, "B_two_party_share_needed", number(Optional.of(needed.twoPartyShare())));
    }

    private static Computed regions(Given given) {
        long lead = 0;
        Fraction worst = Fraction.ZERO;
        Fraction best = Fraction.ZERO;
        List<Computed> worsts = new ArrayList<>();
        List<Computed> bests = new ArrayList<>();
        for (JsonValue value : given.list("regions")) {
            JsonObject region = value.object("A", "B", "O", "missing_registered", "turnout_cap");
            LeadBounds two = new LeadBounds(
                    Given.whole(region.get("A")),
                    Given.whole(region.get("B")),
                    Given.whole(region.get("O")),
                    Given.whole(region.get("missing_registered")));
            Fraction cap = decimal(Given.number(region.get("turnout_cap")));
            lead += two.lead();
            worst = worst.plus(two.worstLead(cap));
            best = best.plus(two.bestLead(cap));
            worsts.add(number(Optional.of(two.worstLead(cap))));
            bests.add(number(Optional.of(two.bestLead(cap))));
        }
        Computed.Members out = Computed.members();
        Computed.with(out, "lead_known", Computed.of((double) lead));
        Computed.with(out, "worst_case_lead", number(Optional.of(worst)));
        Computed.with(out, "best_case_lead", number(Optional.of(best)));
        Computed.with(
                out, "decided", Computed.of(worst.compareTo(Fraction.ZERO) > 0 || best.compareTo(Fraction.ZERO) < 0));
        Computed.with(out, "by_region_worst", Computed.of(worsts));
        return Computed.with(out, "by_region_best", Computed.of(bests));
    }

    private static Fraction decimal(double value) {
        return Fraction.of(BigDecimal.valueOf(value));
    }

    private static Computed number(Optional<Fraction> value) {
        return value.<Computed>map(
                        fraction -> Computed.of(fraction.decimal(PLACES).doubleValue()))
                .orElse(new Computed.Nothing());
    }
}
