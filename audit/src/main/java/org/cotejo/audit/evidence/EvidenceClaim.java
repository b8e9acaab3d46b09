package org.cotejo.audit.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotejo.audit.boxes.BoxClaim;
import org.cotejo.audit.copies.FewestFalse;
import org.cotejo.base.Sentence;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** The published sheets of a contest with what each could hide, or the reason why there is nothing to audit. */
public sealed interface EvidenceClaim {
    /**
     * There are sheets, and they show a lead.
     *
     * @param results votes by station
     * @param bounds of these stations those whose ballots something other than the sheet bounds
     * @param spoilt null and blank votes of each station of the results, in their order; -1 where no copy carries them
     * @param outside voters at most who may have voted where no sheet with a bound was published; null if nothing bounds them
     * @param byVotes candidates, most votes first; of equal ones in the order of the ballot
     * @param fewest false sheets that it takes at least to turn the lead; the number of sheets + 1 if all would not do; null if that can't be
     *     said
     * @param fewestOutside the same if every voter of {@code outside} had voted for the second; 0 if those alone suffice
     */
    record Sheets(
            StationResults results,
            BallotManifest bounds,
            List<Spoilt> spoilt,
            @Nullable Long outside,
            List<CandidateId> byVotes,
            @Nullable Integer fewest,
            @Nullable Integer fewestOutside)
            implements EvidenceClaim {
        public Sheets {
            spoilt = List.copyOf(spoilt);
            byVotes = List.copyOf(byVotes);
        }

        /** Number of published sheets. */
        public int size() {
            return results.size();
        }

        /** Whom the sheets show first. */
        public CandidateId winner() {
            return byVotes.getFirst();
        }

        /** Votes of the first less those of the second. */
        public long lead() {
            return total(byVotes.getFirst()) - total(byVotes.get(1));
        }

        private long total(CandidateId candidate) {
            return results.total(results.candidates().indexOf(candidate));
        }

        /** Ballots at most at a station of the results; null if nothing bounds them. */
        @Nullable
        Integer boundOf(StationCode station) {
            int box = bounds.find(station);
            return box < 0 ? null : (Integer) bounds.boxes().get(box).ballotsAtMost();
        }

        /** Places around a station, empty where it is not known. */
        String placeOf(StationCode station) {
            int box = bounds.find(station);
            return box < 0 ? "" : bounds.boxes().get(box).place();
        }
    }

    /** Null and blank votes of a published sheet; -1 for what no copy carries. */
    record Spoilt(int nullVotes, int blank) {}

    /** There is nothing to audit, and why. */
    record NotAuditable(Sentence reason) implements EvidenceClaim {}

    /**
     * The claim of a contest as the entries give it.
     *
     * @param isSheets whether the published sheets are the claim, not what was announced by station
     * @param stated bounds from poll books, by station; they take the place of the register's
     */
    static EvidenceClaim of(
            Reconciliation election,
            ContestResult result,
            boolean isSheets,
            Map<StationCode, BallotManifest.Box> stated) {
        Sentence why = BoxClaim.unclaimed(election, result, isSheets);
        if (why != null) {
            return new NotAuditable(why);
        }
        Frame frame = election.dossier().frame();
        StationResults results = BoxClaim.results(frame.register(), result, isSheets);
        if (results.size() == 0) {
            return new NotAuditable(new Sentence(
                    "no station result carries the votes of every candidate",
                    "ningún resultado por mesa trae los votos de todos los candidatos"));
        }
        List<CandidateId> byVotes = IntStream.range(0, results.candidates().size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> results.total(c))
                        .reversed())
                .map(c -> results.candidates().get(c))
                .toList();
        if (byVotes.size() < 2) {
            return new NotAuditable(new Sentence("nobody else stood", "no se presentó nadie más"));
        }
        if (byVotes.getFirst().equals(result.contest().writeIn())) {
            return new NotAuditable(BoxClaim.OF_NAMES);
        }
        List<BallotManifest.Box> boxes = new ArrayList<>();
        List<Spoilt> spoilt = new ArrayList<>();
        Map<Integer, String> places = new HashMap<>();
        for (int row = 0; row < results.size(); row++) {
            int station = frame.register().find(results.station(row));
            BallotManifest.Box box = BoxClaim.box(frame, station, stated, places);
            if (box != null) {
                boxes.add(box);
            }
            spoilt.add(new Spoilt(
                    figure(result, station, result.nullFigure(), isSheets),
                    figure(result, station, result.nullFigure() + 1, isSheets)));
        }
        BallotManifest bounds = BallotManifest.of(boxes);
        Long outside = outside(election, bounds);
        Sheets bare = new Sheets(results, bounds, spoilt, outside, byVotes, null, null);
        if (bare.lead() <= 0) {
            return new NotAuditable(new Sentence(
                    "the sheets show no lead: there is nothing that false sheets would have to turn",
                    "las actas no muestran ninguna ventaja: no hay nada que actas falsas tuvieran que dar vuelta"));
        }
        return counted(bare);
    }

    private static int figure(ContestResult result, int station, int figure, boolean isSheets) {
        boolean isCarried = isSheets ? result.isCarried(station, figure) : result.isAnnouncedCarried(station, figure);
        return !isCarried ? -1 : isSheets ? result.votes(station, figure) : result.announced(station, figure);
    }

    /**
     * Voters who may have voted anywhere but at the sheets with a bound: the registers of all other stations if each has one and none is
     * unlisted, else the roll less the bounds.
     */
    private static @Nullable Long outside(Reconciliation election, BallotManifest bounds) {
        Frame frame = election.dossier().frame();
        Register register = frame.register();
        boolean isWhole = frame.unlisted() == 0;
        long others = 0;
        for (int station = 0; station < register.size() && isWhole; station++) {
            if (bounds.find(register.code(station)) < 0) {
                isWhole = register.registered(station) != Register.UNKNOWN;
                others += Math.max(0, register.registered(station));
            }
        }
        Long roll = election.dossier().definition().roll();
        if (isWhole || roll == null) {
            return isWhole ? (Long) others : null;
        }
        long bounded =
                bounds.boxes().stream().mapToLong(box -> box.ballotsAtMost()).sum();
        return Math.max(0, roll - bounded);
    }

    private static Sheets counted(Sheets bare) {
        boolean isBounded = bare.bounds().boxes().size() == bare.size();
        Integer fewestOutside = bare.outside() == null ? null : (Integer) fewest(bare, bare.outside());
        Integer fewest = isBounded ? (Integer) fewest(bare, 0) : fewestOutside;
        if (fewest != null && fewest == 0) {
            // Sheets without a bound could hold it all, and then nothing is known of how many it takes.
            fewest = null;
        }
        return new Sheets(
                bare.results(), bare.bounds(), bare.spoilt(), bare.outside(), bare.byVotes(), fewest, fewestOutside);
    }

    /**
     * The fewest false sheets over all losers, if so many votes more may have gone to them. A sheet without a bound can have moved the lead
     * it shows; the ballots that its box may hold are among those {@code given}.
     */
    private static int fewest(Sheets sheets, long given) {
        StationResults results = sheets.results();
        int first = results.candidates().indexOf(sheets.winner());
        int fewest = sheets.size() + 1;
        long[] capacities = new long[sheets.size()];
        for (int other = 0; other < results.candidates().size(); other++) {
            if (other == first) {
                continue;
            }
            for (int row = 0; row < capacities.length; row++) {
                Integer bound = sheets.boundOf(results.station(row));
                capacities[row] = FewestFalse.capacity(
                        results.votes(row, first), results.votes(row, other), bound == null ? 0 : bound);
            }
            long lead = results.total(first) - results.total(other) - given;
            fewest = Math.min(
                    fewest, FewestFalse.sheets(Math.max(0, lead), capacities).orElse(sheets.size() + 1));
        }
        return fewest;
    }
}
