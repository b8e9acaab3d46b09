package org.cotejo.site;

import java.util.stream.IntStream;
import org.cotejo.bounds.AnnouncedResults;
import org.cotejo.bounds.AnnouncementJudge;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;

/** Puts together all that a report shows of a reconciled election. */
final class PaperReport {
    private PaperReport() {}

    static ReportInput of(Reconciliation reconciliation) {
        return new ReportInput(
                reconciliation,
                reconciliation.contests().stream()
                        .map(result -> contest(reconciliation, result))
                        .toList());
    }

    private static ContestReport contest(Reconciliation all, ContestResult result) {
        Dossier dossier = all.dossier();
        KnownVotes votes = KnownVotes.of(
                result, dossier.frame().register(), dossier.definition().roll());
        return new ContestReport(
                result,
                Bounds.of(votes, KnownVotes.Grade.SHEETS_UNKNOWN),
                Bounds.of(votes, KnownVotes.Grade.STRICT),
                dossier.announcements().stream()
                        .filter(one -> one.contest().equals(result.contest().id()))
                        .map(one -> AnnouncementJudge.judge(one, result, votes, new Added(result)))
                        .toList());
    }

    /** The station results of the announcer of record, added up. */
    private record Added(ContestResult result) implements AnnouncedResults {
        @Override
        public int announcedStations(CustodianId announcer) {
            return announcer.equals(result.announcer()) ? result.stationsAnnounced() : 0;
        }

        @Override
        public long announcedSum(CustodianId announcer, int figure) {
            return IntStream.range(0, result.listed())
                    .filter(result::isAnnounced)
                    .mapToLong(station -> result.announced(station, figure))
                    .sum();
        }

        @Override
        public long announcedRegistered(CustodianId announcer) {
            return NOT_CARRIED;
        }
    }
}
