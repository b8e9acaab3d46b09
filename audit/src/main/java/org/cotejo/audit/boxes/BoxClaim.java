package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** What there is to hold boxes against in a contest: a claim by station with a bound for every box, or the reason why not. */
public sealed interface BoxClaim {
    /**
     * There is something.
     *
     * @param unauditable ballots at most at stations that nobody lists
     */
    record Auditable(StationResults results, BallotManifest manifest, long unauditable) implements BoxClaim {
        /** Boxes for whose station nothing was claimed. */
        public int phantoms() {
            return manifest.boxes().size() - results.size();
        }

        /** Boxes of which more votes are claimed than they can hold. */
        public int overclaimed() {
            int count = 0;
            for (int station = 0; station < results.size(); station++) {
                int at = station;
                long votes = IntStream.range(0, results.candidates().size())
                        .mapToLong(c -> results.votes(at, c))
                        .sum();
                int box = manifest.find(results.station(station));
                count += votes > manifest.boxes().get(box).ballotsAtMost() ? 1 : 0;
            }
            return count;
        }

        /** As the mathematics of the audit wants it: one batch a box. */
        public BatchContest contest(int winners) {
            List<String> names =
                    results.candidates().stream().map(CandidateId::value).toList();
            BatchContest.Builder builder =
                    BatchContest.of(names, winners, manifest.boxes().size()).pending(unauditable);
            for (BallotManifest.Box box : manifest.boxes()) {
                int station = results.find(box.station());
                builder.batch(
                        box.station().value(),
                        box.ballotsAtMost(),
                        IntStream.range(0, names.size())
                                .mapToLong(c -> station < 0 ? 0 : results.votes(station, c))
                                .toArray());
            }
            return builder.build();
        }
    }

    /** Why nobody can be audited as the winner where nobody is known to have won. */
    Sentence OF_NAMES = new Sentence(
            "names that voters wrote have more votes than any candidate, and whose they are is not counted",
            "los nombres que escribieron los electores tienen más votos que cualquier candidatura, y de quién son no se ha contado");

    /** There is not: NOT AUDITABLE, in those words, with the reason. */
    record NotAuditable(Sentence reason) implements BoxClaim {}

    /** Who announced station results, or null for the claim that the published sheets make. */
    static AuditClaim announcedIn(ContestResult result) {
        return result.announcer() == null ? new AuditClaim.Sheets() : new AuditClaim.Announced(result.announcer());
    }

    /**
     * The claim of a contest as the entries give it.
     *
     * @param isSheets whether the published sheets are the claim, not what was announced
     * @param stated bounds from a poll book or another register, by station; they take the place of the register's
     */
    static BoxClaim of(
            Reconciliation election,
            ContestResult result,
            boolean isSheets,
            int winners,
            Map<StationCode, BallotManifest.Box> stated) {
        Sentence why = whyNot(election, result, isSheets, winners, stated.keySet());
        if (why != null) {
            return new NotAuditable(why);
        }
        Frame frame = election.dossier().frame();
        List<BallotManifest.Box> boxes = new ArrayList<>();
        Map<Integer, String> places = new HashMap<>();
        for (int station = 0; station < frame.register().size(); station++) {
            boxes.add(Objects.requireNonNull(box(frame, station, stated, places)));
        }
        return new Auditable(
                results(frame.register(), result, isSheets), BallotManifest.of(boxes), unauditable(election, frame));
    }

    /**
     * Why there is no such claim; null if there is one. Builds nothing that grows with the stations, since every report asks.
     *
     * @param bounded stations whose boxes somebody bounded, whatever the register says
     */
    static @Nullable Sentence whyNot(
            Reconciliation election, ContestResult result, boolean isSheets, int winners, Set<StationCode> bounded) {
        Frame frame = election.dossier().frame();
        Sentence why = unclaimed(election, result, isSheets);
        if (why != null) {
            return why;
        }
        long[] totals = new long[result.contest().candidates().size()];
        int claimed = 0;
        for (int station = 0; station < result.listed(); station++) {
            boolean isWhole = isSheets ? result.addWhole(station, totals) : result.addWholeAnnounced(station, totals);
            claimed += isWhole ? 1 : 0;
        }
        if (claimed == 0) {
            return new Sentence(
                    "no station result carries the votes of every candidate",
                    "ningún resultado por mesa trae los votos de todos los candidatos");
        }
        int names = namesOf(result.contest());
        if (names >= 0 && Arrays.stream(totals).allMatch(total -> total <= totals[names])) {
            return OF_NAMES;
        }
        why = unbounded(frame.register(), bounded);
        why = why == null ? unlisted(election) : why;
        return why == null ? undecided(BatchContest.pairs(totals, winners, unauditable(election, frame))) : why;
    }

    /** The candidate whose votes are the sum of all names that voters wrote; -1 if there is none. */
    private static int namesOf(Contest contest) {
        return contest.writeIn() == null ? -1 : contest.indexOf(contest.writeIn());
    }

    private static @Nullable Sentence unbounded(Register register, Set<StationCode> bounded) {
        String first = "";
        int count = 0;
        for (int station = 0; station < register.size(); station++) {
            boolean isUnbounded = register.registered(station) == Register.UNKNOWN
                    && (bounded.isEmpty() || !bounded.contains(register.code(station)));
            if (isUnbounded) {
                first = count++ == 0 ? register.codeText(station) : first;
            }
        }
        return count == 0 ? null : unbounded(count, first);
    }

    /** Of a manifest the boxes whose bounds somebody stated: they are taken as stated, those of the register are not. */
    public static Map<StationCode, BallotManifest.Box> pollBooks(BallotManifest manifest) {
        Map<StationCode, BallotManifest.Box> books = new HashMap<>();
        for (BallotManifest.Box box : manifest.boxes()) {
            if (box.basis() == BallotManifest.Basis.POLL_BOOK) {
                books.put(box.station(), box);
            }
        }
        return books;
    }

    private static Sentence unbounded(int stations, String first) {
        return new Sentence(
                        "{0} stations (first {1}) have no bound on the ballots in their boxes from a register or a poll book, and a sheet can't bound itself; import a register, or give bounds with --manifest",
                        "{0} mesas (la primera {1}) no tienen cota de las papeletas de sus cajas por un registro o un cuaderno, y un acta no puede acotarse a sí misma; importe un registro, o dé cotas con --manifest")
                .with(stations, first);
    }

    private static @Nullable Sentence unlisted(Reconciliation election) {
        int unlisted = election.dossier().frame().unlisted();
        return unlisted > 0 && election.dossier().definition().roll() == null
                ? new Sentence(
                                "{0} stations are not listed, and no national roll bounds the voters there",
                                "{0} mesas no están en lista, y ningún padrón nacional acota sus electores")
                        .with(unlisted)
                : null;
    }

    /** Why there is no claim by station at all; null if there is one. */
    public static @Nullable Sentence unclaimed(Reconciliation election, ContestResult result, boolean isSheets) {
        if (isSheets) {
            return result.counts().entrySet().stream().anyMatch(e -> e.getKey().isKnown() && e.getValue() > 0)
                    ? null
                    : new Sentence("no tally sheet was published", "no se publicó ninguna acta");
        }
        boolean isTotalAnnounced = election.dossier().announcements().stream()
                .anyMatch(announcement ->
                        announcement.contest().equals(result.contest().id()));
        if (result.stationsAnnounced() > 0) {
            return null;
        }
        return isTotalAnnounced
                ? new Sentence(
                        "a total was announced, and no result of any station: there is nothing to hold a box against, and figures made up after the draw would fit any box",
                        "se anunció un total, y ningún resultado por mesa: no hay con qué comparar una caja, y cifras inventadas después del sorteo cuadrarían con cualquiera")
                : new Sentence("nobody announced a result", "nadie anunció un resultado");
    }

    /** The claimed votes of every station that has those of every candidate. */
    public static StationResults results(Register register, ContestResult result, boolean isSheets) {
        List<CandidateId> candidates = result.contest().candidates().stream()
                .map(candidate -> candidate.id())
                .toList();
        List<StationResults.Row> rows = new ArrayList<>();
        for (int station = 0; station < result.listed(); station++) {
            long[] votes = new long[candidates.size()];
            if (addWhole(result, isSheets, station, votes)) {
                rows.add(new StationResults.Row(
                        register.code(station),
                        Arrays.stream(votes).mapToInt(Math::toIntExact).toArray()));
            }
        }
        return StationResults.of(candidates, rows);
    }

    /** Adds the claimed votes of a station to sums if the claim has those of every candidate there; returns whether it does. */
    private static boolean addWhole(ContestResult result, boolean isSheets, int station, long[] sums) {
        return isSheets ? result.addWhole(station, sums) : result.addWholeAnnounced(station, sums);
    }

    /**
     * The box of a listed station with its bound; null if nothing bounds it.
     *
     * @param places names of places that were met before: millions of stations share few
     */
    public static BallotManifest.@Nullable Box box(
            Frame frame, int station, Map<StationCode, BallotManifest.Box> stated, Map<Integer, String> places) {
        StationCode code = frame.register().code(station);
        String named = places.computeIfAbsent(
                frame.register().place(station),
                place -> place == PlaceTree.COUNTRY
                        ? ""
                        : String.join(" / ", frame.places().path(place)));
        BallotManifest.Box given = stated.get(code);
        if (given != null) {
            return new BallotManifest.Box(code, given.ballotsAtMost(), given.basis(), named);
        }
        int registered = frame.register().registered(station);
        return registered == Register.UNKNOWN
                ? null
                : new BallotManifest.Box(code, registered, BallotManifest.Basis.REGISTER, named);
    }

    /** Voters who may have voted at stations that nobody lists: the roll without the registers of those that are. */
    private static long unauditable(Reconciliation election, Frame frame) {
        Long roll = election.dossier().definition().roll();
        if (frame.unlisted() == 0 || roll == null) {
            return 0;
        }
        long listed = 0;
        for (int station = 0; station < frame.register().size(); station++) {
            listed += Math.max(0, frame.register().registered(station));
        }
        return Math.max(0, roll - listed);
    }

    /** Why no draw can decide the outcome; null if one can. */
    private static @Nullable Sentence undecided(List<BatchContest.Pair> pairs) {
        if (pairs.isEmpty()) {
            return new Sentence(
                    "everybody who stood was elected: there is no outcome to doubt",
                    "todos los que se presentaron fueron elegidos: no hay resultado que dudar");
        }
        return BatchBounds.isOpen(pairs)
                ? new Sentence(
                        "the claimed margin is nothing, or not larger than the ballots that no draw can reach: only counting everything can decide",
                        "el margen afirmado es nulo, o no supera las papeletas que ningún sorteo alcanza: sólo contar todo puede decidir")
                : null;
    }
}
