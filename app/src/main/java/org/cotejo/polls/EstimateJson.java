package org.cotejo.polls;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.cotejo.audit.quickcount.Figure;
import org.cotejo.audit.quickcount.LateSensitivity;
import org.cotejo.audit.quickcount.LateStations;
import org.cotejo.audit.quickcount.PublishingRule;
import org.cotejo.audit.quickcount.QuickEstimate;
import org.cotejo.audit.quickcount.Verdict;
import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;

/** A quick count's estimates as one JSON object (docs/formats/quickcount.md, section 4). */
public final class EstimateJson {
    private static final double CONFIDENCE = 0.95;

    private EstimateJson() {}

    /** Writes the newest estimate, the earlier ones as updates, the rule and the verdict. */
    public static void write(
            List<QuickEstimate> updates,
            Verdict verdict,
            PublishingRule rule,
            int outside,
            String language,
            OutputStream to) {
        QuickEstimate newest = updates.getLast();
        JsonOut.write(to, out -> {
            out.object(
                    "sample",
                    sample -> sample.put("planned", newest.planned())
                            .put("reported", newest.reported())
                            .put("left_out", outside));
            out.put("verdict", key(verdict.call()));
            out.list(
                    "conditions",
                    verdict.conditions(),
                    (json, condition) -> json.put("kind", key(condition.kind()))
                            .put("answer", key(condition.answer()))
                            .put("sentence", condition.sentence().in(language)));
            out.object(
                    "rule",
                    json -> json.put("confidence", Double.valueOf(rule.confidence()))
                            .put("allowance", Double.valueOf(rule.allowance()))
                            .put("updates", rule.updates())
                            .put("delta", Double.valueOf(rule.delta())));
            out.put("confidence", Double.valueOf(CONFIDENCE));
            estimate(out, newest);
            out.list(
                    "updates",
                    updates,
                    (json, update) -> json.put("reported", update.reported())
                            .put("leader", update.candidates().get(update.leader()))
                            .put("lead", Double.valueOf(update.lead().value()))
                            .errors(update.lead().estimate(), CONFIDENCE));
        });
    }

    private static void estimate(JsonOut out, QuickEstimate newest) {
        List<Integer> places = new java.util.ArrayList<>();
        for (int c = 0; c < newest.candidates().size(); c++) {
            places.add(c);
        }
        out.list("candidates", places, (json, c) -> {
            Figure share = newest.shares().get(c);
            Figure total = newest.totals().get(c);
            Estimate votes = total.estimate();
            json.put("id", share.name())
                    .put("share", Double.valueOf(share.value()))
                    .errors(share.estimate(), CONFIDENCE)
                    .put("votes", Double.valueOf(total.value()))
                    .put("votes_se", votes == null ? null : Double.valueOf(votes.standardError()));
        });
        out.put("leader", newest.candidates().get(newest.leader()));
        out.put("runner_up", newest.candidates().get(newest.runnerUp()));
        out.object(
                "lead",
                json -> figure(json, newest.lead())
                        .put("z", z(newest.lead().estimate()))
                        .put("jackknife_se", newest.jackknife()));
        Figure turnout = newest.turnout();
        if (turnout != null) {
            out.object("turnout", json -> figure(json, turnout));
        }
        LateStations late = newest.late();
        out.object("late", json -> {
            json.put("missing", late.missing()).put("weight", Double.valueOf(late.weight()));
            json.put("worst_lead", value(late.worst())).put("best_lead", value(late.best()));
            json.put("tipping", late.tipping()).put("tipping_of_lower_limit", late.tippingLimit());
            LateSensitivity other = late.sensitivity();
            json.list(
                    "if_like_class",
                    other.alike(),
                    (each, alike) -> each.put("known", key(alike.known()))
                            .put("classes", alike.classes())
                            .put("lowest_rate", Double.valueOf(alike.lowestRate()))
                            .put("highest_rate", Double.valueOf(alike.highestRate()))
                            .put("lead", Double.valueOf(alike.lead())));
            json.list(
                    "if_votes_decide",
                    other.tilted(),
                    (each, tilted) ->
                            each.put("odds", Double.valueOf(tilted.odds())).put("lead", Double.valueOf(tilted.lead())));
            json.put("tipping_odds", other.tippingOdds());
        });
        out.list(
                "strata",
                newest.coverage(),
                (json, stratum) -> json.put("stratum", stratum.stratum())
                        .put("planned", stratum.planned())
                        .put("reported", stratum.reported())
                        .put("merged_into", stratum.isMerged() ? stratum.group() : null));
    }

    private static JsonOut figure(JsonOut json, Figure figure) {
        return json.put("value", Double.valueOf(figure.value())).errors(figure.estimate(), CONFIDENCE);
    }

    private static @Nullable Double z(@Nullable Estimate lead) {
        return lead == null || lead.standardError() == 0 ? null : Double.valueOf(lead.zAgainst(0));
    }

    private static @Nullable Double value(@Nullable Estimate estimate) {
        return estimate == null ? null : Double.valueOf(estimate.value());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
