package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.reconcile.ContestResult;
import org.jspecify.annotations.Nullable;

/**
 * One contest of two publications or folders, station by station: of each the figures that its copies agree on, else the result that
 * it has as announced. It says where they differ and never which of them is right.
 */
public final class Comparison {
    private final Compared a;
    private final Compared b;
    private final ContestResult resultA;
    private final ContestResult resultB;
    private final List<String> figures = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    /** Of each figure its place there, -1 for none. */
    private final List<Integer> placesA = new ArrayList<>();

    private final List<Integer> placesB = new ArrayList<>();

    private Comparison(Compared a, Compared b, ContestResult resultA, ContestResult resultB) {
        this.a = a;
        this.b = b;
        this.resultA = resultA;
        this.resultB = resultB;
        Contest ofA = resultA.contest();
        Contest ofB = resultB.contest();
        ofA.candidates().forEach(candidate -> figure(candidate, ofA, ofB));
        ofB.candidates().stream()
                .filter(candidate -> ofA.indexOf(candidate.id()) < 0)
                .forEach(candidate -> figure(candidate, ofA, ofB));
        for (int i = 0; i < 2; i++) {
            figures.add(i == 0 ? "null" : "blank");
            names.add(i == 0 ? "null" : "blank");
            placesA.add(ofA.candidates().size() + i);
            placesB.add(ofB.candidates().size() + i);
        }
    }

    private void figure(Candidate candidate, Contest ofA, Contest ofB) {
        CandidateId id = candidate.id();
        figures.add(id.value());
        names.add(candidate.name());
        placesA.add(ofA.indexOf(id));
        placesB.add(ofB.indexOf(id));
    }

    /** The comparisons of all contests that both have, in the order of the first. */
    public static List<Comparison> of(Compared a, Compared b) {
        List<Comparison> all = new ArrayList<>();
        for (ContestResult ofA : a.reconciliation().contests()) {
            result(b, ofA.contest().id()).ifPresent(ofB -> all.add(new Comparison(a, b, ofA, ofB)));
        }
        return all;
    }

    private static Optional<ContestResult> result(Compared of, ContestId contest) {
        return of.reconciliation().contests().stream()
                .filter(result -> result.contest().id().equals(contest))
                .findFirst();
    }

    public Contest contest() {
        return resultA.contest();
    }

    /** The result of the first, of which the totals are. */
    public ContestResult resultA() {
        return resultA;
    }

    public ContestResult resultB() {
        return resultB;
    }

    /** What is compared: candidates by id, then null and blank votes. */
    public List<String> figures() {
        return List.copyOf(figures);
    }

    /** The same for people. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Every station that either lists: those of the first in its order, then those that only the second lists. */
    public void forEach(Consumer<StationRow> to) {
        Register ofA = a.reconciliation().dossier().frame().register();
        Register ofB = b.reconciliation().dossier().frame().register();
        for (int station = 0; station < ofA.size(); station++) {
            StationCode code = ofA.code(station);
            to.accept(row(code, station, ofB.find(code)));
        }
        for (int station = 0; station < ofB.size(); station++) {
            StationCode code = ofB.code(station);
            if (ofA.find(code) < 0) {
                to.accept(row(code, -1, station));
            }
        }
    }

    /** How many stations have each verdict. */
    public Map<StationRow.Verdict, Integer> counts() {
        Map<StationRow.Verdict, Integer> counts = new EnumMap<>(StationRow.Verdict.class);
        for (StationRow.Verdict verdict : StationRow.Verdict.values()) {
            counts.put(verdict, 0);
        }
        forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many stations have an announced result in both that is not the same. */
    public int announcedDifferent() {
        int[] count = {0};
        forEach(row -> count[0] += row.announcedDifferent().isEmpty() ? 0 : 1);
        return count[0];
    }

    private StationRow row(StationCode code, int stationA, int stationB) {
        StationRow.Has hasA = stationA < 0 ? null : has(resultA, stationA, placesA);
        StationRow.Has hasB = stationB < 0 ? null : has(resultB, stationB, placesB);
        List<Integer> different = new ArrayList<>();
        List<Integer> announced = new ArrayList<>();
        boolean isShared = false;
        if (hasA != null && hasB != null) {
            isShared = differ(hasA.figures(), hasB.figures(), different);
            differ(hasA.announced(), hasB.announced(), announced);
        }
        return new StationRow(
                code, verdict(hasA, hasB, isShared, !different.isEmpty()), hasA, hasB, different, announced);
    }

    /** Adds the places in which two differ that both carry; returns whether there is any that both carry. */
    private static boolean differ(List<Integer> a, List<Integer> b, List<Integer> different) {
        boolean isShared = false;
        for (int i = 0; i < a.size(); i++) {
            int one = a.get(i);
            int other = b.get(i);
            if (one != StationRow.NOT_CARRIED && other != StationRow.NOT_CARRIED) {
                isShared = true;
                if (one != other) {
                    different.add(i);
                }
            }
        }
        return isShared;
    }

    private static StationRow.Verdict verdict(
            StationRow.@Nullable Has a, StationRow.@Nullable Has b, boolean isShared, boolean isDifferent) {
        boolean inA = a != null && a.basis() != StationRow.Basis.NONE;
        boolean inB = b != null && b.basis() != StationRow.Basis.NONE;
        if (inA && inB) {
            if (!isShared) {
                return StationRow.Verdict.NOT_COMPARABLE;
            }
            return isDifferent ? StationRow.Verdict.DIFFERENT : StationRow.Verdict.SAME;
        }
        if (inA || inB) {
            return inA ? StationRow.Verdict.ONLY_A : StationRow.Verdict.ONLY_B;
        }
        return StationRow.Verdict.NEITHER;
    }

    private static StationRow.Has has(ContestResult result, int station, List<Integer> places) {
        boolean isKnown = result.state(station).isKnown();
        StationRow.Basis basis = isKnown
                ? StationRow.Basis.COPIES
                : result.isAnnounced(station) ? StationRow.Basis.ANNOUNCED : StationRow.Basis.NONE;
        StationRow.Basis announcedBasis =
                result.isAnnounced(station) ? StationRow.Basis.ANNOUNCED : StationRow.Basis.NONE;
        List<Integer> figures = new ArrayList<>(places.size());
        List<Integer> announced = new ArrayList<>(places.size());
        for (int place : places) {
            figures.add(figure(result, station, place, basis));
            announced.add(figure(result, station, place, announcedBasis));
        }
        return new StationRow.Has(result.state(station), basis, figures, announced);
    }

    private static int figure(ContestResult result, int station, int place, StationRow.Basis basis) {
        if (place < 0) {
            return StationRow.NOT_CARRIED;
        }
        return switch (basis) {
            case COPIES -> result.isCarried(station, place) ? result.votes(station, place) : StationRow.NOT_CARRIED;
            case ANNOUNCED ->
                result.isAnnouncedCarried(station, place) ? result.announced(station, place) : StationRow.NOT_CARRIED;
            case NONE -> StationRow.NOT_CARRIED;
        };
    }
}
