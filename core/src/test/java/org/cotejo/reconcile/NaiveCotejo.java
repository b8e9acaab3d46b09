package org.cotejo.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.sheet.Sheet;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A second implementation of the verdict, for tests: the words of DESIGN section 6 one after the other, over plain maps and
 * lists, slow, and first written without a glance at how {@link Reconciler} does it. Where both agree on thousands of random
 * elections, either both are right or the same words were misread twice.
 *
 * <p>Where the words leave room, this is how both read them: a version is a lawful final sheet; "every figure" is every figure of
 * votes; an announced row with a figure that is not written is no result; a body whose announced rows are unlawful is not the
 * announcer of record; a figure that a lawful source of copies carries is 0 and not null where no station is known.
 */
final class NaiveCotejo {
    /** Everything that the command line prints of one contest, but bounds and announcements. */
    record Outcome(
            Map<String, String> states,
            Map<String, Integer> counts,
            int stationsWithCopies,
            int stationsAnnounced,
            int stationsMissing,
            Map<String, Long> totals,
            Optional<Map<String, Long>> announcedTotals) {}

    private record Copy(Source source, StationFigures figures, SideId side, boolean isRefuted, boolean isRetracted) {}

    private final ElectionDefinition definition;
    private final Contest contest;
    private final List<Entry> entries;
    private final Map<SourceId, Source> sources = new LinkedHashMap<>();
    private final Map<StationCode, Optional<Integer>> stations = new LinkedHashMap<>();
    private final List<Copy> rows = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private final List<Copy> announced = new ArrayList<>();
    private final @Nullable CustodianId announcer;

    NaiveCotejo(List<Entry> entries, int contest) {
        this.entries = entries;
        this.definition = definition(entries);
        this.contest = definition.contests().get(contest);
        entries.forEach(entry -> {
            if (entry instanceof Entry.SourceOpened(Source source)) {
                sources.put(source.id(), source);
            }
        });
        boolean hasRegister = sources.values().stream().anyMatch(s -> s.kind() == Source.Kind.REGISTER);
        entries.forEach(entry -> {
            if (entry instanceof Entry.StationListed listed) {
                list(listed, hasRegister);
            }
        });
        entries.forEach(entry -> {
            if (entry instanceof Entry.FiguresGiven(StationFigures figures)) {
                row(figures, false);
            } else if (entry instanceof Entry.SheetGiven(SheetCopy copy)) {
                row(figures(copy), NaiveSignatures.isRefuted(copy, source(copy.source()), this.contest, entries));
            }
        });
        this.announcer = announcer();
    }

    private static ElectionDefinition definition(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.DefinitionStated.class::isInstance)
                .map(entry -> ((Entry.DefinitionStated) entry).definition())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** An imported register alone says which stations there are; a register known from one file serves the other. */
    private void list(Entry.StationListed listed, boolean hasRegister) {
        boolean listsStations = !hasRegister || source(listed.by()).kind() == Source.Kind.REGISTER;
        Optional<Integer> voters = listed.registered() < 0 ? Optional.empty() : Optional.of(listed.registered());
        Optional<Integer> known = stations.get(listed.station());
        if (known == null && listsStations) {
            stations.put(listed.station(), voters);
        } else if (known != null && known.isEmpty()) {
            stations.put(listed.station(), voters);
        }
    }

    private Source source(SourceId id) {
        return Objects.requireNonNull(sources.get(id));
    }

    /** Against an imported definition an unknown station counts in no state. */
    private void row(StationFigures figures, boolean isSignedWrongly) {
        Source source = source(figures.source());
        if (!contest.id().equals(source.contest()) || !stations.containsKey(figures.station())) {
            return;
        }
        boolean isAnnounced = source.kind() == Source.Kind.ANNOUNCED;
        boolean isRetracted = entries.stream()
                .anyMatch(entry -> entry instanceof Entry.CopyRetracted(Retraction retraction)
                        && retraction.station().equals(figures.station())
                        && retraction.source().equals(source.id()));
        Copy copy = new Copy(
                source,
                figures,
                definition.sideOf(source.id().custodian()),
                isSignedWrongly && !isAnnounced,
                isRetracted);
        rows.add(copy);
        (isAnnounced ? announced : copies).add(copy);
    }

    private static StationFigures figures(SheetCopy copy) {
        Sheet sheet = copy.sheet().sheet();
        StationFigures.Paper paper =
                sheet.paper() == Sheet.Paper.FINAL ? StationFigures.Paper.FINAL : StationFigures.Paper.OPENING_REPORT;
        List<Cell> cells = sheet.cells().stream().<Cell>map(Cell.Written::new).toList();
        return new StationFigures(copy.source(), copy.station(), paper, copy.way(), Cells.of(cells));
    }

    /** "The announcer of record is named in the definition, else the first custodian with announced rows." */
    private @Nullable CustodianId announcer() {
        if (definition.announcer() != null) {
            return definition.announcer();
        }
        for (Entry entry : entries) {
            Optional<SourceId> rowOf = switch (entry) {
                case Entry.FiguresGiven(StationFigures figures) -> Optional.of(figures.source());
                case Entry.SheetGiven(SheetCopy copy) -> Optional.of(copy.source());
                default -> Optional.empty();
            };
            if (rowOf.isPresent()) {
                Source source = source(rowOf.get());
                boolean isOfContest = contest.id().equals(source.contest());
                if (isOfContest
                        && source.kind() == Source.Kind.ANNOUNCED
                        && source.provenance().counts()) {
                    return source.id().custodian();
                }
            }
        }
        return null;
    }

    Outcome outcome() {
        Map<String, String> states = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (StationState state : StationState.values()) {
            counts.put(state.key(), 0);
        }
        Map<String, Long> totals = nothing();
        Map<String, Long> announcedTotals = new TreeMap<>();
        int withCopies = 0;
        int withResult = 0;
        for (StationCode station : stations.keySet()) {
            StationState state = state(station);
            states.put(station.value(), state.key());
            counts.merge(state.key(), 1, Integer::sum);
            if (state.isKnown()) {
                considered(station).forEach(copy -> numbers(copy).forEach((f, n) -> once(totals, station, f, n)));
            }
            withCopies += newest(copies, station).stream().anyMatch(this::isCountable) ? 1 : 0;
            Optional<Copy> result = result(station);
            withResult += result.isPresent() ? 1 : 0;
            result.ifPresent(copy -> numbers(copy).forEach((f, n) -> announcedTotals.merge(f, n, Long::sum)));
        }
        int unlisted = definition.stations() == null ? 0 : Math.max(0, definition.stations() - stations.size());
        counts.merge("missing", unlisted, Integer::sum);
        valid(totals);
        valid(announcedTotals);
        return new Outcome(
                states,
                counts,
                withCopies,
                withResult,
                counts.getOrDefault("missing", 0),
                totals,
                withResult == 0 ? Optional.empty() : Optional.of(announcedTotals));
    }

    private final Set<List<Object>> added = new HashSet<>();

    /** Copies in C do not differ, so the first that carries a figure gives it. */
    private void once(Map<String, Long> totals, StationCode station, String figure, long number) {
        if (added.add(List.of(station, figure))) {
            totals.merge(figure, number, Long::sum);
        }
    }

    /** "registered: the national roll, else the sum of registers." */
    static Optional<Long> registered(List<Entry> entries) {
        ElectionDefinition definition = definition(entries);
        if (definition.roll() != null) {
            return Optional.of(definition.roll());
        }
        List<Integer> known =
                registers(entries).values().stream().flatMap(Optional::stream).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToLong(Integer::longValue).sum());
    }

    /** "registers known from one file serve the other": the listed one, else the largest that any custodian's sheet states. */
    static Map<String, Optional<Integer>> registers(List<Entry> entries) {
        Map<String, Optional<Integer>> registers = new TreeMap<>();
        for (int i = 0; i < definition(entries).contests().size(); i++) {
            NaiveCotejo contest = new NaiveCotejo(entries, i);
            contest.stations.forEach((code, listed) -> registers.merge(
                    code.value(),
                    listed.or(() -> contest.statedRegister(code)),
                    (a, b) -> Stream.of(a, b).flatMap(Optional::stream).max(Integer::compare)));
        }
        return registers;
    }

    private Optional<Integer> statedRegister(StationCode station) {
        return newest(rows, station, NaiveCotejo::statesRegister).stream()
                .map(NaiveCotejo::register)
                .flatMap(Optional::stream)
                .max(Integer::compare);
    }

    private static boolean statesRegister(Copy copy) {
        return copy.source().provenance().counts()
                && !copy.isRefuted()
                && !copy.isRetracted()
                && register(copy).isPresent();
    }

    private static Optional<Integer> register(Copy copy) {
        int index = copy.source().figures().indexOf(Figure.Count.REGISTERED);
        return index >= 0 && copy.figures().cells().at(index) instanceof Cell.Written(int voters)
                ? Optional.of(voters)
                : Optional.empty();
    }

    /** "a figure that no source carries is null": the others begin at 0. */
    private Map<String, Long> nothing() {
        Map<String, Long> totals = new TreeMap<>();
        sources.values().stream()
                .filter(source -> source.kind() == Source.Kind.COPIES
                        && source.provenance().counts())
                .filter(source -> contest.id().equals(source.contest()))
                .forEach(source -> carried(source.figures(), _ -> new Cell.Written(0))
                        .keySet()
                        .forEach(figure -> totals.put(figure, 0L)));
        return totals;
    }

    /** "valid = sum of candidates" */
    private void valid(Map<String, Long> totals) {
        List<Long> candidates = contest.candidates().stream()
                .map(candidate -> totals.get(candidate.id().value()))
                .filter(Objects::nonNull)
                .toList();
        if (!candidates.isEmpty()) {
            totals.put("valid", candidates.stream().mapToLong(Long::longValue).sum());
        }
    }

    /** "per contest and station the first rule that fits decides" */
    private StationState state(StationCode station) {
        List<Copy> c = considered(station);
        for (Copy one : c) {
            for (Copy other : c) {
                if (differ(one, other)) {
                    return StationState.CONFLICTING;
                }
            }
        }
        Optional<Copy> result = result(station);
        if (result.isPresent()) {
            if (c.isEmpty()) {
                return StationState.ANNOUNCED_ONLY;
            }
            return c.stream().anyMatch(copy -> differ(copy, result.get()))
                    ? StationState.CONTRADICTED
                    : StationState.CONFIRMED;
        }
        Set<SideId> sides = new HashSet<>();
        c.forEach(copy -> sides.add(copy.side()));
        if (sides.size() >= 2) {
            return StationState.AGREED;
        }
        if (sides.size() == 1) {
            return StationState.ONE_SIDE;
        }
        return copies.stream().anyMatch(copy -> copy.figures().station().equals(station))
                ? StationState.SET_ASIDE
                : StationState.MISSING;
    }

    /** "C = the countable copies of all sides or, where a station result is announced, of all sides but the announcer's" */
    private List<Copy> considered(StationCode station) {
        Optional<SideId> announcing = result(station).map(Copy::side);
        return newest(copies, station).stream()
                .filter(this::isCountable)
                .filter(copy -> !announcing.equals(Optional.of(copy.side())))
                .toList();
    }

    /** The announced result of a station: the newest row of the announcer of record, if it can be read. */
    private Optional<Copy> result(StationCode station) {
        return newest(announced, station).stream()
                .filter(copy ->
                        copy.source().id().custodian().equals(announcer) && isWritten(copy) && !copy.isRetracted())
                .findFirst();
    }

    /**
     * "Of one custodian the newest version counts (published_at, else order of entry)": versions are laid on a pile in the order
     * of entry, and one goes on top unless it was published before one that is in the pile. What is no lawful final sheet is no
     * version.
     */
    private static List<Copy> newest(List<Copy> all, StationCode station) {
        return newest(all, station, NaiveCotejo::isLawfulFinal);
    }

    private static boolean isLawfulFinal(Copy copy) {
        return copy.source().provenance().counts()
                && !copy.isRefuted()
                && copy.figures().paper() == StationFigures.Paper.FINAL;
    }

    private static List<Copy> newest(List<Copy> all, StationCode station, Predicate<Copy> isVersion) {
        Map<CustodianId, Copy> top = new LinkedHashMap<>();
        Map<CustodianId, Instant> latest = new HashMap<>();
        for (Copy copy : all) {
            CustodianId custodian = copy.source().id().custodian();
            Instant published = Optional.ofNullable(copy.source().publishedAt()).orElse(Instant.MAX);
            if (copy.figures().station().equals(station)
                    && isVersion.test(copy)
                    && !published.isBefore(latest.getOrDefault(custodian, Instant.MIN))) {
                top.put(custodian, copy);
                if (copy.source().publishedAt() != null) {
                    latest.put(custodian, published);
                }
            }
        }
        return List.copyOf(top.values());
    }

    /** "every figure that the source carries is Written, and the copy is not an opening report, of unlawful or unknown ..." */
    private boolean isCountable(Copy copy) {
        return isWritten(copy)
                && !copy.isRefuted()
                && !copy.isRetracted()
                && copy.figures().paper() == StationFigures.Paper.FINAL
                && copy.source().provenance().counts()
                && !isSetAside(copy.figures().station())
                && (!isZero(copy) || isZeroElsewhere(copy));
    }

    /** "Every figure" means every figure of votes: a register, a count of voters or of ballots is none. */
    private static boolean isWritten(Copy copy) {
        return votes(copy).stream().allMatch(Cell.Written.class::isInstance);
    }

    private static List<Cell> votes(Copy copy) {
        List<Cell> votes = new ArrayList<>();
        for (int i = 0; i < copy.source().figures().size(); i++) {
            Figure figure = copy.source().figures().get(i);
            if (figure != Figure.Count.REGISTERED && figure != Figure.Count.VOTERS && figure != Figure.Count.BALLOTS) {
                votes.add(copy.figures().cells().at(i));
            }
        }
        return votes;
    }

    /** "All figures zero is an opening report unless the announced result or another side's copy is zero too." */
    private boolean isZeroElsewhere(Copy copy) {
        StationCode station = copy.figures().station();
        return result(station).filter(NaiveCotejo::isZero).isPresent()
                || newest(copies, station).stream()
                        .anyMatch(other -> !other.side().equals(copy.side()) && !other.isRetracted() && isZero(other));
    }

    private static boolean isZero(Copy copy) {
        return votes(copy).stream().allMatch(new Cell.Written(0)::equals);
    }

    /** Annulled or quarantined by a decision that no later one lifts. */
    private boolean isSetAside(StationCode station) {
        boolean isSetAside = false;
        for (Entry entry : entries) {
            if (entry instanceof Entry.DecisionMade(Decision decision)
                    && decision.stations().contains(station)
                    && (decision.contest() == null || decision.contest().equals(contest.id()))) {
                isSetAside = switch (decision.kind()) {
                    case ANNULLED, QUARANTINED -> true;
                    case RELEASED -> false;
                    case RECOUNT_ORDERED, CERTIFIED_WITHOUT_FIGURES, CERTIFIED -> isSetAside;
                };
            }
        }
        return isSetAside;
    }

    /** "'Differ' is over candidates, null and blank, only in figures that both sources carry." */
    private boolean differ(Copy one, Copy other) {
        Map<String, Cell> left = carried(one);
        Map<String, Cell> right = carried(other);
        return left.entrySet().stream()
                .anyMatch(figure -> !figure.getValue().equals(right.getOrDefault(figure.getKey(), figure.getValue())));
    }

    private Map<String, Long> numbers(Copy copy) {
        Map<String, Long> numbers = new TreeMap<>();
        carried(copy).forEach((figure, cell) -> {
            if (cell instanceof Cell.Written(int number)) {
                numbers.put(figure, (long) number);
            }
        });
        return numbers;
    }

    /** The candidates, null and blank that a row carries; votes of a candidate are the sum over the options that name it. */
    private Map<String, Cell> carried(Copy copy) {
        return carried(copy.source().figures(), index -> copy.figures().cells().at(index));
    }

    private Map<String, Cell> carried(List<Figure> figures, IntFunction<Cell> cells) {
        Map<String, Cell> carried = new TreeMap<>();
        for (int index = 0; index < figures.size(); index++) {
            Cell cell = cells.apply(index);
            switch (figures.get(index)) {
                case Figure.OfCandidate(CandidateId candidate) -> carried.put(candidate.value(), cell);
                case Figure.OfOption(int position) ->
                    carried.merge(
                            contest.options().get(position - 1).candidate().value(), cell, NaiveCotejo::plus);
                case Figure.Count.NULL -> carried.put("null", cell);
                case Figure.Count.BLANK -> carried.put("blank", cell);
                case Figure.Count _ -> {
                    // no votes, or their sum
                }
            }
        }
        return carried;
    }

    private static Cell plus(Cell one, Cell other) {
        return one instanceof Cell.Written(int a) && other instanceof Cell.Written(int b)
                ? new Cell.Written(a + b)
                : new Cell.Illegible();
    }
}
