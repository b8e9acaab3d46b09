package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.cotejo.base.Weight;
import org.cotejo.base.Workers;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;

/**
 * The whole election reconciled. Findings come in one order whatever the order of the entries was. Safe for use by several
 * threads.
 */
public final class Reconciliation {
    private final Dossier dossier;
    private final List<ContestResult> contests;
    private final List<SourceTable> tables;
    private final int[] registered;
    private final List<Finding> findings;
    private final PlaceIndex places;
    /** Of each source its place among those of a station; worked out when it is first asked for. */
    private final FutureTask<int[]> ranks;

    Reconciliation(
            Dossier dossier,
            List<ContestResult> contests,
            List<SourceTable> tables,
            int[] registered,
            List<Finding> findings) {
        this.dossier = dossier;
        this.contests = List.copyOf(contests);
        this.tables = List.copyOf(tables);
        this.registered = registered;
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Reconciliation::inOrder);
        this.findings = Collections.unmodifiableList(sorted);
        this.places = new PlaceIndex(dossier);
        this.ranks = new FutureTask<>(() -> CopyWalk.ranks(dossier));
    }

    private static int inOrder(Finding a, Finding b) {
        int order = Integer.compare(a.station(), b.station());
        order = order != 0 ? order : Integer.compare(a.contest(), b.contest());
        order = order != 0 ? order : a.kind().code().compareTo(b.kind().code());
        return order != 0 ? order : String.join("\n", a.values()).compareTo(String.join("\n", b.values()));
    }

    public Dossier dossier() {
        return dossier;
    }

    /** One result for each contest, in the order of the definition. */
    public List<ContestResult> contests() {
        return contests;
    }

    /** All findings, by station, contest, code and values; those about no listed station come first. */
    public List<Finding> findings() {
        return findings;
    }

    /** Number of findings by public code. */
    public Map<String, Long> findingCounts() {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.kind().code(), 1L, Long::sum));
        return counts;
    }

    /** Findings at one station, in any contest or none. */
    public List<Finding> findingsAt(int station) {
        int from = firstAt(station);
        int to = from;
        while (to < findings.size() && findings.get(to).station() == station) {
            to++;
        }
        return findings.subList(from, to);
    }

    private int firstAt(int station) {
        int low = 0;
        int high = findings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (findings.get(middle).station() < station) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of stations of the definition, listed or not. */
    public int stations() {
        return registered.length + dossier.frame().unlisted();
    }

    /** Registered voters of a listed station, or {@link Register#UNKNOWN}. */
    public int registered(int station) {
        return registered[station];
    }

    /** Voters of the national roll, else the sum of the registers that are known; empty if none is. */
    public OptionalLong registered() {
        Long roll = dossier.definition().roll();
        if (roll != null) {
            return OptionalLong.of(roll);
        }
        long sum = 0;
        boolean isKnown = false;
        for (int voters : registered) {
            isKnown |= voters != Register.UNKNOWN;
            sum += Math.max(voters, 0);
        }
        return isKnown ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** All that is known of one station in one contest. */
    public StationView station(int contest, int station) {
        StationCase stationCase = new StationCase(dossier, contest, tables.get(contest));
        stationCase.examine(station);
        return Views.of(stationCase, registered[station], findingsAt(station));
    }

    /** The copies of the listed stations {@code from} to {@code to}, without the last, in the order of the register. */
    public CopyWalk copies(int contest, int from, int to) {
        return new CopyWalk(new StationCase(dossier, contest, tables.get(contest)), Workers.once(ranks), from, to);
    }

    /** Places directly inside a place, in the order of their names. */
    public List<Integer> placesIn(int place) {
        return places.inside(place);
    }

    /** Stations listed directly in a place, in the order of their codes. */
    public List<Integer> stationsIn(int place) {
        return places.stations(place);
    }

    /** A contest's sums over a place, all places in it included; {@link PlaceTree#COUNTRY} is the whole. */
    public PlaceResult place(int contest, int place) {
        return sumOf(contest, place, places.stationsBelow(place));
    }

    private PlaceResult sumOf(int contest, int place, int[] stations) {
        ContestResult result = contests.get(contest);
        Map<StationState, Integer> states = new EnumMap<>(StationState.class);
        Sums sums = new Sums(result.figures());
        long voters = 0;
        int contradictions = 0;
        int[] figures = new int[result.figures()];
        for (int station : stations) {
            states.merge(result.state(station), 1, Integer::sum);
            voters += Math.max(registered[station], 0);
            for (Finding finding : findingsAt(station)) {
                boolean isHere = finding.contest() == contest || finding.contest() == Finding.NOWHERE;
                contradictions += isHere && finding.kind().weight() == Weight.CONTRADICTION ? 1 : 0;
            }
            if (result.state(station).isKnown()) {
                for (int figure = 0; figure < figures.length; figure++) {
                    figures[figure] =
                            result.isCarried(station, figure) ? result.votes(station, figure) : StationCase.NOT_CARRIED;
                }
                sums.add(figures, 0);
            }
        }
        return new PlaceResult(place, states, sums.totals(result.totals().carried()), voters, contradictions);
    }
}
