package org.cotejo.polls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.audit.quickcount.PlannedStratum;
import org.cotejo.audit.quickcount.QuickDesign;
import org.cotejo.audit.quickcount.SampleDraw;
import org.cotejo.audit.quickcount.SamplePoint;
import org.cotejo.formats.text.Row;
import org.cotejo.polls.ColumnNames.Name;
import org.jspecify.annotations.Nullable;

/** The file of a drawn sample (docs/formats/quickcount.md, section 2): written by a plan, read by each estimate. */
public final class SampleFile {
    private final PollTable table;
    private final Map<String, PlannedStratum> strata = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Map<String, Integer> inCluster = new HashMap<>();
    private final List<SamplePoint> points = new ArrayList<>();

    private SampleFile(PollTable table) {
        this.table = table;
    }

    /** Reads a sample; refuses what can't be one, with line and field. */
    public static QuickDesign read(String name, byte[] bytes, ColumnNames names) {
        SampleFile file = new SampleFile(PollTable.open(name, bytes, names));
        file.table.file().rows(file::take);
        if (file.points.isEmpty()) {
            throw PollProblem.NO_STATION.at(file.table.where());
        }
        return QuickDesign.of(List.copyOf(file.strata.values()), file.points);
    }

    private void take(Row row) {
        String station = table.station(row);
        String stratum = table.text(row, Name.STRATUM);
        long size = table.size(row, Name.STRATUM_UNITS);
        String group = table.has(Name.GROUP) ? table.text(row, Name.GROUP) : stratum;
        PlannedStratum planned = new PlannedStratum(stratum, size, group);
        PlannedStratum before = strata.putIfAbsent(stratum, planned);
        lines.putIfAbsent(stratum, row.line());
        if (before != null && !before.equals(planned)) {
            throw PollProblem.STRATUM_SIZE.at(
                    table.where(row, before.units() == size ? Name.GROUP : Name.STRATUM_UNITS),
                    stratum,
                    before.units() == size ? group : size,
                    before.units() == size ? before.group() : before.units(),
                    lines.get(stratum));
        }
        boolean isClustered = table.has(Name.CLUSTER);
        String cluster = isClustered ? table.text(row, Name.CLUSTER) : station;
        long stations = isClustered ? table.size(row, Name.CLUSTER_STATIONS) : 1;
        Set<String> drawn = units.computeIfAbsent(stratum, _ -> new HashSet<>());
        drawn.add(cluster);
        if (drawn.size() > size) {
            throw PollProblem.DRAWN_MOST.at(table.where(row, Name.STRATUM_UNITS), drawn.size(), stratum, size);
        }
        int inside = inCluster.merge(stratum + "\n" + cluster, 1, Integer::sum);
        if (inside > stations) {
            throw PollProblem.DRAWN_MOST.at(table.where(row, Name.CLUSTER_STATIONS), inside, cluster, stations);
        }
        points.add(new SamplePoint(
                station, stratum, cluster, Math.toIntExact(stations), table.optional(row, Name.REGISTERED), past(row)));
    }

    /** The past lead of a station; null where the cell is empty or there is no such column. */
    private @Nullable Double past(Row row) {
        if (!table.has(Name.PAST_LEAD)) {
            return null;
        }
        String text = table.written(row, Name.PAST_LEAD);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?(0(\\.[0-9]{1,9})?|1(\\.0{1,9})?)")) {
            throw PollProblem.PAST_LEAD.at(table.where(row, Name.PAST_LEAD), text);
        }
        return Double.valueOf(text);
    }

    /**
     * The text of a sample file.
     *
     * @param head lines about where it comes from, without the #
     */
    public static String text(SampleDraw.Outcome outcome, boolean isClustered, List<String> head) {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("station,stratum,stratum_units,").append(isClustered ? "cluster,cluster_stations," : "");
        boolean isPast = outcome.design().points().stream().anyMatch(point -> point.pastLead() != null);
        text.append("registered,").append(isPast ? "past_lead," : "").append("group,ticket\n");
        Map<String, PlannedStratum> strata = new HashMap<>();
        outcome.design().strata().forEach(stratum -> strata.put(stratum.name(), stratum));
        for (SamplePoint point : outcome.design().points()) {
            PlannedStratum stratum = java.util.Objects.requireNonNull(strata.get(point.stratum()));
            text.append(quoted(point.station())).append(',').append(quoted(stratum.name()));
            text.append(',').append(stratum.units()).append(',');
            if (isClustered) {
                text.append(quoted(point.cluster()))
                        .append(',')
                        .append(point.clusterStations())
                        .append(',');
            }
            text.append(
                    point.registered().isPresent()
                            ? Long.toString(point.registered().getAsLong())
                            : "");
            if (isPast) {
                Double past = point.pastLead();
                text.append(',').append(past == null ? "" : String.format(java.util.Locale.ROOT, "%.6f", past + 0.0));
            }
            text.append(',').append(quoted(stratum.group()));
            text.append(',')
                    .append(outcome.tickets().getOrDefault(point.station(), ""))
                    .append('\n');
        }
        return text.toString();
    }

    static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '|' || c == '\t');
        return isPlain && !field.startsWith("#") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
