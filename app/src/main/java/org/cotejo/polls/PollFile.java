package org.cotejo.polls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.exitpoll.PollStation;
import org.cotejo.base.Check;
import org.cotejo.formats.text.Row;
import org.cotejo.polls.ColumnNames.Name;

/** The two files of an exit poll: its design and its answers, one row a station each (docs/formats/exitpoll.md). */
public final class PollFile {
    private record Designed(String stratum, long voters) {}

    /**
     * A poll as read.
     *
     * @param strata stations of each stratum of the country
     */
    public record Poll(Map<String, Long> strata, List<String> candidates, List<PollStation> stations) {
        public Poll {
            strata = Map.copyOf(strata);
            candidates = List.copyOf(candidates);
            stations = List.copyOf(stations);
        }
    }

    private final Map<String, Designed> designed = new HashMap<>();
    private final Map<String, Long> strata = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Integer> drawn = new HashMap<>();

    private PollFile() {}

    /** Reads a poll with its design; refuses a station without design, twice, or without an interview. */
    public static Poll read(
            String answers,
            byte[] answerBytes,
            String design,
            byte[] designBytes,
            ColumnNames names,
            List<String> votes) {
        PollFile file = new PollFile();
        PollTable designTable = PollTable.open(design, designBytes, names);
        designTable.file().rows(row -> file.design(designTable, row));
        PollTable table = PollTable.open(answers, answerBytes, names);
        List<String> candidates = table.candidates(votes);
        List<PollStation> stations = new ArrayList<>();
        table.file().rows(row -> stations.add(file.station(table, row, candidates)));
        if (stations.isEmpty()) {
            throw PollProblem.NO_STATION.at(table.where());
        }
        return new Poll(file.strata, candidates, stations);
    }

    private void design(PollTable table, Row row) {
        String station = table.station(row);
        String stratum = table.text(row, Name.STRATUM);
        long units = table.size(row, Name.STRATUM_UNITS);
        Long before = strata.putIfAbsent(stratum, units);
        lines.putIfAbsent(stratum, row.line());
        if (before != null && before != units) {
            throw PollProblem.STRATUM_SIZE.at(
                    table.where(row, Name.STRATUM_UNITS), stratum, units, before, lines.get(stratum));
        }
        int count = drawn.merge(stratum, 1, Integer::sum);
        if (count > units) {
            throw PollProblem.DRAWN_MOST.at(table.where(row, Name.STRATUM_UNITS), count, stratum, units);
        }
        designed.put(station, new Designed(stratum, table.size(row, Name.VOTERS)));
    }

    private PollStation station(PollTable table, Row row, List<String> candidates) {
        String station = table.station(row);
        Designed design = designed.get(station);
        if (design == null) {
            throw PollProblem.NOT_POLLED.at(table.where(row, Name.STATION), station);
        }
        List<Long> answers = new ArrayList<>();
        candidates.forEach(candidate -> answers.add(table.number(row, candidate)));
        long other = table.optional(row, Name.OTHER).orElse(0);
        long sum = answers.stream().mapToLong(Long::longValue).sum() + other;
        if (sum == 0) {
            throw PollProblem.ZERO.at(row.where(table.file().column(candidates.getFirst())));
        }
        Check.that(design.voters() > 0, "voters %d", design.voters());
        return new PollStation(
                station, design.stratum(), design.voters(), answers, other, table.optional(row, Name.REFUSED));
    }
}
