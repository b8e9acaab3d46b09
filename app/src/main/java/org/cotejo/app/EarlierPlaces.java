package org.cotejo.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.forensics.EarlierElection;
import org.cotejo.audit.forensics.StationTable;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Finds the places of one election in the folder of an earlier one, by their names from the country inward. */
final class EarlierPlaces {
    private EarlierPlaces() {}

    /**
     * The earlier figures by the place numbers of the later election.
     *
     * @param candidate of the earlier election who is compared; null for the one with the same id as {@code leader}, else for
     *     the one with the most votes
     */
    static EarlierElection of(
            Reconciliation now, Reconciliation earlier, String where, CandidateId leader, @Nullable String candidate) {
        ContestResult then = earlier.contests().getFirst();
        int option = option(then, where, leader, candidate);
        PlaceTree placesNow = now.dossier().frame().places();
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int place = 0; place < placesNow.size(); place++) {
            numbers.put(placesNow.path(place), place);
        }
        Dossier dossier = earlier.dossier();
        PlaceTree places = dossier.frame().places();
        int[] numberOf = new int[places.size()];
        for (int place = 0; place < numberOf.length; place++) {
            numberOf[place] = numbers.getOrDefault(places.path(place), -1);
        }
        long[] votes = new long[placesNow.size()];
        long[] valid = new long[placesNow.size()];
        long[] registered = new long[placesNow.size()];
        Arrays.fill(votes, StationTable.UNKNOWN);
        Register register = dossier.frame().register();
        boolean isAnnounced = then.stationsWithCopies() == 0;
        for (int station = 0; station < then.listed(); station++) {
            int place = numberOf[register.place(station)];
            boolean isUsed = isAnnounced
                    ? then.isAnnounced(station)
                    : then.state(station).isKnown();
            if (place < 0 || !isUsed) {
                continue;
            }
            votes[place] = Math.max(0, votes[place]) + figure(then, station, option, isAnnounced);
            for (int i = 0; i < then.nullFigure(); i++) {
                valid[place] += figure(then, station, i, isAnnounced);
            }
            int here = then.registered(station);
            registered[place] =
                    here == Register.UNKNOWN || registered[place] < 0 ? StationTable.UNKNOWN : registered[place] + here;
        }
        return new EarlierElection(votes, valid, registered);
    }

    private static int figure(ContestResult result, int station, int figure, boolean announced) {
        return announced ? result.announced(station, figure) : result.votes(station, figure);
    }

    private static int option(ContestResult then, String where, CandidateId leader, @Nullable String candidate) {
        for (int i = 0; i < then.nullFigure(); i++) {
            String id = then.contest().candidates().get(i).id().value();
            if (id.equals(candidate == null ? leader.value() : candidate)) {
                return i;
            }
        }
        if (candidate != null) {
            throw new RefusedException(AppProblem.NO_CANDIDATE.at(where, candidate, ids(then)));
        }
        int best = 0;
        for (int i = 0; i < then.nullFigure(); i++) {
            best = then.totals().candidate(i).orElse(0)
                            > then.totals().candidate(best).orElse(0)
                    ? i
                    : best;
        }
        return best;
    }

    /** The ids of a contest's candidates, for a message. */
    static String ids(ContestResult result) {
        return String.join(
                " ",
                result.contest().candidates().stream()
                        .map(candidate -> candidate.id().value())
                        .toList());
    }
}
