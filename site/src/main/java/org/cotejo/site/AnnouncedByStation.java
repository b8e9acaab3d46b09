package org.cotejo.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.bounds.AnnouncedResults;
import org.cotejo.custody.Source;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.CopyView;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.reconcile.Standing;

/** Station results added up by announcer: those of record from the result's columns, others' from the stations themselves. */
final class AnnouncedByStation implements AnnouncedResults {
    private record Sums(int stations, long registered, List<Long> figures) {}

    private final Reconciliation reconciliation;
    private final ContestResult result;
    private final Map<CustodianId, Sums> byAnnouncer = new HashMap<>();

    AnnouncedByStation(Reconciliation reconciliation, ContestResult result) {
        this.reconciliation = reconciliation;
        this.result = result;
    }

    @Override
    public int announcedStations(CustodianId announcer) {
        return sums(announcer).stations;
    }

    @Override
    public long announcedSum(CustodianId announcer, int figure) {
        return sums(announcer).figures.get(figure);
    }

    @Override
    public long announcedRegistered(CustodianId announcer) {
        return sums(announcer).registered;
    }

    private Sums sums(CustodianId announcer) {
        return byAnnouncer.computeIfAbsent(announcer, this::add);
    }

    private Sums add(CustodianId announcer) {
        int stations = 0;
        long registered = 0;
        long[] figures = new long[result.figures()];
        boolean isOfRecord = announcer.equals(result.announcer());
        boolean announcesAny = isOfRecord
                || reconciliation.dossier().sources().stream()
                        .anyMatch(s -> s.kind() == Source.Kind.ANNOUNCED
                                && s.id().custodian().equals(announcer));
        int[] row = new int[figures.length];
        for (int station = 0; announcesAny && station < result.listed(); station++) {
            if (isOfRecord ? ofRecord(station, row) : ofOther(announcer, station, row)) {
                stations++;
                registered = plus(registered, reconciliation.registered(station), Register.UNKNOWN);
                for (int figure = 0; figure < figures.length; figure++) {
                    figures[figure] = plus(figures[figure], row[figure], CopyView.NOT_CARRIED);
                }
            }
        }
        return new Sums(stations, registered, Arrays.stream(figures).boxed().toList());
    }

    private static long plus(long sum, int value, int unknown) {
        return sum == NOT_CARRIED || value == unknown ? NOT_CARRIED : sum + value;
    }

    private boolean ofRecord(int station, int[] row) {
        if (!result.isAnnounced(station)) {
            return false;
        }
        for (int figure = 0; figure < row.length; figure++) {
            row[figure] = result.isAnnouncedCarried(station, figure)
                    ? result.announced(station, figure)
                    : CopyView.NOT_CARRIED;
        }
        return true;
    }

    private boolean ofOther(CustodianId announcer, int station, int[] row) {
        Arrays.fill(row, CopyView.NOT_CARRIED);
        for (CopyView copy : reconciliation.station(result.index(), station).copies()) {
            if (copy.standing() == Standing.OTHER_ANNOUNCER
                    && copy.custodian().id().equals(announcer)) {
                for (int figure = 0; figure < row.length; figure++) {
                    row[figure] = copy.packed().get(figure);
                }
                return true;
            }
        }
        return false;
    }
}
