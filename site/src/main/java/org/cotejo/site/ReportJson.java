package org.cotejo.site;

import java.util.Map;
import java.util.TreeMap;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.definition.CandidateId;
import org.cotejo.dossier.Finding;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.reconcile.StationState;
import org.cotejo.reconcile.Totals;
import org.jspecify.annotations.Nullable;

/** The totals of the report as one JSON object, in the shape of {@code cotejo reconcile --json} (DESIGN.md, section 6). */
final class ReportJson {
    /** From the root of the site. */
    static final String PATH = "data/report.json";

    private final Election election;
    private final Json json = new Json();

    private ReportJson(Election election) {
        this.election = election;
    }

    static String of(Election election) {
        ReportJson report = new ReportJson(election);
        report.json.object(report::report);
        return report.json + "\n";
    }

    private void report() {
        Reconciliation all = election.reconciliation();
        json.key("election").object(() -> {
            json.key("id").value(election.definition().id());
            json.key("stations").value(all.stations());
            json.key("registered").value(all.registered());
        });
        json.key("contests")
                .array(() -> election.races().forEach(race -> json.element().object(() -> contest(race))));
        Map<String, Long> counts = new TreeMap<>();
        FindingRow.all(election).stream()
                .filter(row -> row.count() > 0)
                .forEach(row -> counts.put(row.code(), row.count()));
        json.key("findings")
                .object(() -> counts.forEach((code, count) -> json.key(code).value(count)));
    }

    private void contest(Race race) {
        json.key("id").value(race.contest().id().value());
        json.key("coverage").object(() -> {
            json.key("stations_with_copies").value(race.result().stationsWithCopies());
            json.key("stations_announced").value(race.result().stationsAnnounced());
            json.key("stations_missing").value(race.count(StationState.MISSING));
        });
        json.key("stations").object(() -> {
            for (StationState state : StationState.values()) {
                json.key(state.key()).value(race.count(state));
            }
        });
        totals("totals", race, race.result().totals());
        totals("totals_announced", race, race.result().announcedTotals());
        bounds("bounds", race.bounds());
        bounds("bounds_strict", race.strict());
        json.key("announcements")
                .array(() ->
                        race.judgements().forEach(judgement -> json.element().object(() -> judged(judgement))));
    }

    private void totals(String key, Race race, @Nullable Totals totals) {
        json.key(key);
        if (totals == null) {
            json.nothing();
            return;
        }
        json.object(() -> {
            json.key("by_candidate").object(() -> {
                for (int i = 0; i < totals.candidates(); i++) {
                    json.key(race.contest().candidates().get(i).id().value()).value(totals.candidate(i));
                }
            });
            json.key("valid").value(totals.valid());
            json.key("null").value(totals.nullVotes());
            json.key("blank").value(totals.blank());
        });
    }

    private void bounds(String key, Bounds bounds) {
        json.key(key).object(() -> {
            candidate("leader", bounds.leader());
            candidate("runner_up", bounds.runnerUp());
            json.key("lead").value(bounds.lead());
            json.key("missing_registered_at_most").value(bounds.missingRegisteredAtMost());
            json.key("can_flip").value(bounds.canFlip().key());
        });
    }

    private void candidate(String key, @Nullable CandidateId candidate) {
        json.key(key);
        if (candidate == null) {
            json.nothing();
        } else {
            json.value(candidate.value());
        }
    }

    private void judged(Judgement judgement) {
        json.key("id").value(judgement.announcement().id());
        json.key("verdict").value(judgement.verdict().key());
        json.key("findings").array(() -> {
            for (Finding finding : judgement.findings()) {
                json.element().value(finding.kind().code());
            }
        });
    }
}
