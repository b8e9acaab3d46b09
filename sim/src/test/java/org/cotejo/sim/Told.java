package org.cotejo.sim;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.base.Progress;
import org.cotejo.bulletin.Announcement;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;
import org.cotejo.tally.TallyRule;

/** A simulated country as its entries tell it, read back without the simulator. */
final class Told {
    final ElectionFolder folder;
    final Truth truth;
    final List<Entry> entries = new ArrayList<>();
    final Map<SourceId, Source> sources = new LinkedHashMap<>();
    final Map<StationCode, Integer> registered = new LinkedHashMap<>();
    final Map<StationCode, List<Row>> rows = new HashMap<>();
    final Map<StationCode, List<SheetCopy>> sheets = new HashMap<>();
    final Map<StationCode, StationKey> keys = new HashMap<>();
    final List<Denial> denials = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final Map<String, AuditDue> audits = new HashMap<>();

    /** One station from one source. */
    record Row(Source source, StationFigures figures) {
        /** The number in a figure's cell; -1 if the source does not carry it. */
        int number(Figure figure) {
            int index = source.figures().indexOf(figure);
            return index < 0 ? -1 : figures.cells().packedAt(index);
        }

        boolean isBy(Holder holder) {
            return source.id().custodian().equals(holder.id());
        }

        boolean isCopy() {
            return source.kind() == Source.Kind.COPIES;
        }

        /** Candidates, valid, null and blank votes: what every source carries. */
        List<Integer> votes() {
            List<Integer> votes = new ArrayList<>();
            for (int i = 0; i < Ballot.ANNOUNCED_FIGURES; i++) {
                votes.add(figures.cells().packedAt(i));
            }
            return votes;
        }

        TallyRule.Numbers numbers() {
            long candidates = 0;
            for (int i = 0; i < Ballot.CANDIDATES; i++) {
                candidates += figures.cells().packedAt(i);
            }
            int nullVotes = number(Figure.Count.NULL);
            int blank = number(Figure.Count.BLANK);
            return new TallyRule.Numbers(
                    candidates,
                    number(Figure.Count.VALID),
                    nullVotes,
                    blank,
                    number(Figure.Count.REGISTERED),
                    number(Figure.Count.VOTERS),
                    number(Figure.Count.BALLOTS),
                    candidates + nullVotes + blank);
        }

        List<TallyRule> broken() {
            List<TallyRule> broken = new ArrayList<>();
            for (TallyRule rule : TallyRule.values()) {
                if (rule.isBroken(numbers())) {
                    broken.add(rule);
                }
            }
            return broken;
        }
    }

    /** The lies that are told where nobody signs with a key. */
    static List<Lie> liesOnPaper() {
        return Stream.of(Lie.values()).filter(lie -> !lie.isAboutSignatures()).toList();
    }

    private Told(ElectionFolder folder, Truth truth) {
        this.folder = folder;
        this.truth = truth;
        for (EntryBlock block : folder.blocks()) {
            block.forEach((bytes, offset, length) ->
                    take(EntryReader.read(bytes, offset, length).orThrow()));
        }
    }

    static Told of(CountryPlan plan, Path path) {
        ElectionFolder folder = ElectionFolder.openOrCreate(path);
        return new Told(folder, Simulation.write(plan, folder, Progress.NONE));
    }

    private void take(Entry entry) {
        entries.add(entry);
        switch (entry) {
            case Entry.SourceOpened(Source source) -> sources.put(source.id(), source);
            case Entry.StationListed listed -> registered.put(listed.station(), listed.registered());
            case Entry.FiguresGiven(StationFigures figures) ->
                rows.computeIfAbsent(figures.station(), _ -> new ArrayList<>())
                        .add(new Row(requireNonNull(sources.get(figures.source())), figures));
            case Entry.SheetGiven(SheetCopy copy) -> {
                sheets.computeIfAbsent(copy.station(), _ -> new ArrayList<>()).add(copy);
            }
            case Entry.StationKeyStated(StationKey key) -> keys.put(key.station(), key);
            case Entry.DenialStated(Denial denial) -> denials.add(denial);
            case Entry.IncidentReported(Incident incident) -> incidents.add(incident);
            case Entry.AuditScheduled(AuditDue audit) -> audits.put(audit.id(), audit);
            default -> {
                // looked up in the list where a test wants it
            }
        }
    }

    ElectionDefinition definition() {
        return first(Entry.DefinitionStated.class).orElseThrow().definition();
    }

    Announcement announcement() {
        return first(Entry.AnnouncementMade.class).orElseThrow().announcement();
    }

    <T extends Entry> Optional<T> first(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    long count(Class<? extends Entry> kind) {
        return entries.stream().filter(kind::isInstance).count();
    }

    List<Row> rows(StationCode station) {
        return rows.getOrDefault(station, List.of());
    }

    List<Row> copies(StationCode station) {
        return rows(station).stream().filter(Row::isCopy).toList();
    }

    Optional<Row> copy(StationCode station, Holder holder) {
        return copies(station).stream().filter(row -> row.isBy(holder)).findFirst();
    }

    /** The announced results of a station, oldest first. */
    List<Row> announced(StationCode station) {
        return rows(station).stream().filter(row -> !row.isCopy()).toList();
    }

    /** Stations that a lie was told about. */
    List<StationCode> about(Lie lie) {
        List<StationCode> stations = new ArrayList<>();
        for (Truth.Deed deed : truth.told()) {
            if (deed.lie() == lie && deed.station() != null) {
                stations.add(deed.station());
            }
        }
        return stations;
    }

    /** Votes announced for each candidate in the definition's order. */
    List<Long> announcedVotes() {
        List<Long> votes = new ArrayList<>();
        for (int i = 0; i < Ballot.CANDIDATES; i++) {
            votes.add(announcement().figures().get(i).count());
        }
        return votes;
    }
}
