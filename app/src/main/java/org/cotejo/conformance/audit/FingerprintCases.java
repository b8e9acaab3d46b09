package org.cotejo.conformance.audit;

import org.cotejo.audit.forensics.Fingerprint;

/** Turnout and the leader's share of all stations, described. */
final class FingerprintCases implements Method {
    @Override
    public String name() {
        return "fingerprint_statistics";
    }

    @Override
    public Computed recompute(Given given) {
        CsvTable table = given.table("csv");
        Fingerprint found = Fingerprint.of(
                StationColumns.of(given, table, "reg"),
                StationColumns.of(given, table, "tv"),
                StationColumns.of(given, table, "lead"));
        Computed.Members out = Computed.members();
        Computed.with(out, "n", Computed.of((double) found.stations()));
        Computed.with(out, "over_100pct_turnout", Computed.of((double) found.overRegister()));
        Computed.with(out, "leader_over_votes", Computed.of((double) found.leaderOverCast()));
        Computed.with(out, "pearson", Computed.of(found.pearson()));
        Computed.with(out, "spearman", Computed.of(found.spearman()));
        Computed.with(out, "log_vote_rate_mean", Computed.of(found.rateMean()));
        Computed.with(out, "log_vote_rate_sd", Computed.of(found.rateDeviation()));
        Computed.with(out, "log_vote_rate_skew", Computed.of(found.rateSkewness()));
        Computed.with(out, "log_vote_rate_kurtosis_excess", Computed.of(found.rateKurtosis()));
        Computed.with(out, "stations_both_over_99", Computed.of((double) found.bothOver99()));
        Computed.with(out, "slope_leader_per_reg_on_turnout", Computed.of(found.slope()));
        return Computed.with(out, "intercept", Computed.of(found.intercept()));
    }
}
