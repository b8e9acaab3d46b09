package org.cotejo.polls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.quickcount.FrameStation;
import org.cotejo.formats.text.Row;
import org.cotejo.polls.ColumnNames.Name;
import org.jspecify.annotations.Nullable;

/** The files that a sample is planned on: a list of stations, and results of a past election at them. */
public final class FrameFile {
    /**
     * Results of a past election.
     *
     * @param byStation the candidates' votes, then the total
     */
    public record Past(List<String> candidates, Map<String, List<Long>> byStation) {
        /** No past election. */
        public static final Past NONE = new Past(List.of(), Map.of());

        public Past {
            candidates = List.copyOf(candidates);
            byStation = Map.copyOf(byStation);
        }

        List<Long> votes(String station) {
            List<Long> figures = byStation.get(station);
            return figures == null ? List.of() : figures.subList(0, candidates.size());
        }

        long total(String station) {
            List<Long> figures = byStation.get(station);
            return figures == null ? 0 : figures.getLast();
        }
    }

    private FrameFile() {}

    /**
     * Reads a list of stations.
     *
     * @param stratum column that names the stratum; null if all are in one
     * @param cluster column that names the cluster; null if stations are drawn one by one
     */
    public static List<FrameStation> read(
            String name,
            byte[] bytes,
            ColumnNames names,
            @Nullable String stratum,
            @Nullable String cluster,
            Past past) {
        PollTable table = PollTable.open(name, bytes, names);
        List<FrameStation> frame = new ArrayList<>();
        table.file().rows(row -> {
            String station = table.station(row);
            frame.add(new FrameStation(
                    station,
                    stratum == null ? "all" : text(table, row, stratum),
                    cluster == null ? station : text(table, row, cluster),
                    table.optional(row, Name.REGISTERED),
                    past.votes(station),
                    past.total(station)));
        });
        if (frame.isEmpty()) {
            throw PollProblem.NO_STATION.at(table.where());
        }
        return frame;
    }

    private static String text(PollTable table, Row row, String column) {
        int index = table.file().column(column);
        String text = row.text(index);
        if (text.isEmpty()) {
            throw PollProblem.NO_NAME.at(row.where(index));
        }
        return text;
    }

    /** Reads results of a past election: stations, candidates, and if there is such a column the total. */
    public static Past past(String name, byte[] bytes, ColumnNames names, List<String> votes) {
        PollTable table = PollTable.open(name, bytes, names);
        List<String> candidates = table.candidates(votes);
        Map<String, List<Long>> byStation = new HashMap<>();
        table.file().rows(row -> {
            String station = table.station(row);
            List<Long> figures = new ArrayList<>();
            long sum = 0;
            for (String candidate : candidates) {
                figures.add(table.number(row, candidate));
                sum += figures.getLast();
            }
            long total = table.has(Name.TOTAL) ? table.number(row, Name.TOTAL) : sum;
            if (total < sum) {
                throw PollProblem.ABOVE_TOTAL.at(table.where(row, Name.TOTAL), sum, total);
            }
            figures.add(total);
            byStation.put(station, List.copyOf(figures));
        });
        return new Past(candidates, byStation);
    }
}
