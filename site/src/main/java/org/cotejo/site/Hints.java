package org.cotejo.site;

import java.util.Objects;
import java.util.Set;
import org.cotejo.audit.forensics.FingerprintChart;
import org.cotejo.audit.forensics.ForensicReport;
import org.cotejo.audit.forensics.ForensicSettings;
import org.cotejo.audit.forensics.Forensics;
import org.cotejo.audit.forensics.LegalHours;
import org.cotejo.audit.forensics.StationFiguresTable;
import org.cotejo.audit.forensics.StationTable;
import org.cotejo.audit.plot.Chart;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of one contest, from its entries alone: nothing beside them is known here, such as an earlier election. Seed and
 * rounds are fixed, so that everybody who makes the page again gets the same.
 *
 * @param report null where no station's figures are known
 * @param fingerprint turnout and share; null where no station has a register
 */
record Hints(
        Race race,
        StationFiguresTable figures,
        @Nullable ForensicReport report,
        @Nullable Chart fingerprint) {
    /** Fewer rounds than the command's own, since each page is made again by everybody who verifies it. */
    static final int ROUNDS = 1_000;

    static final long SEED = 1;

    static Hints of(Race race) {
        boolean isAnnounced = race.result().stationsWithCopies() == 0;
        StationFiguresTable figures =
                StationFiguresTable.of(race.election().reconciliation(), race.result(), isAnnounced, -1);
        if (figures.table().size() == 0) {
            return new Hints(race, figures, null, null);
        }
        ForensicSettings settings = new ForensicSettings(
                -1,
                ROUNDS,
                SEED,
                false,
                StationFiguresTable.announcements(race.election().dossier(), race.result()),
                null,
                Set.of(),
                LegalHours.NONE);
        ForensicReport report = Forensics.of(figures.table(), settings);
        return new Hints(race, figures, report, fingerprint(race, figures.table(), report));
    }

    private static @Nullable Chart fingerprint(Race race, StationTable table, ForensicReport report) {
        return report.fingerprint().stations() == 0
                ? null
                : FingerprintChart.of(
                        table,
                        report.leader(),
                        report.fingerprint(),
                        race.name(report.leader()),
                        "fingerprint-" + (race.index() + 1));
    }

    boolean isEmpty() {
        return report == null;
    }

    ForensicReport found() {
        return Objects.requireNonNull(report);
    }

    String leader() {
        return race.name(found().leader());
    }

    /** Turnout and share, where there is a register. */
    Chart chart() {
        return Objects.requireNonNull(fingerprint);
    }

    /** The station of a row of the table, by its place in the register. */
    int station(int row) {
        return figures.station()[row];
    }
}
