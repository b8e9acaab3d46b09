package org.cotejo.polls;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.cotejo.audit.quickcount.QuickDesign;
import org.cotejo.audit.quickcount.Report;
import org.cotejo.audit.quickcount.SamplePoint;
import org.cotejo.base.Problem;
import org.cotejo.base.Where;
import org.cotejo.formats.text.Row;
import org.cotejo.polls.ColumnNames.Name;
import org.jspecify.annotations.Nullable;

/** The file of reports of drawn stations (docs/formats/quickcount.md, section 3). */
public final class ReportsFile {
    private final PollTable table;
    private final QuickDesign design;
    private final List<String> candidates;
    private final Set<String> exempt;
    private final List<Report> reports = new ArrayList<>();
    private final List<Problem> outside = new ArrayList<>();
    private final boolean isTimed;

    private ReportsFile(PollTable table, QuickDesign design, List<String> candidates, Set<String> exempt) {
        this.table = table;
        this.design = design;
        this.candidates = candidates;
        this.exempt = exempt;
        this.isTimed = table.has(Name.TIME);
    }

    /**
     * Reads reports.
     *
     * @param votes columns of the candidates; none for all columns that are nothing else
     * @param exempt stations that may have more votes than registered voters
     */
    public static Reports read(
            String name, byte[] bytes, ColumnNames names, QuickDesign design, List<String> votes, Set<String> exempt) {
        PollTable table = PollTable.open(name, bytes, names);
        ReportsFile file = new ReportsFile(table, design, table.candidates(votes), exempt);
        table.file().rows(file::take);
        if (file.isTimed) {
            file.reports.sort(Comparator.comparing(report -> java.util.Objects.requireNonNull(report.at())));
        }
        return new Reports(file.candidates, file.reports, file.outside, file.isTimed);
    }

    private void take(Row row) {
        String station = table.station(row);
        List<Long> counts = new ArrayList<>();
        long sum = 0;
        for (String candidate : candidates) {
            long count = table.number(row, candidate);
            counts.add(count);
            sum += count;
        }
        long total = table.has(Name.TOTAL) ? table.number(row, Name.TOTAL) : sum;
        if (total < sum) {
            throw PollProblem.ABOVE_TOTAL.at(table.where(row, Name.TOTAL), sum, total);
        }
        Instant at = isTimed ? time(row) : null;
        SamplePoint point = design.point(station).orElse(null);
        if (point == null) {
            outside.add(PollProblem.OUTSIDE.problem(table.where(row, Name.STATION), station));
            return;
        }
        OptionalLong registered =
                point.registered().isPresent() ? point.registered() : table.optional(row, Name.REGISTERED);
        if (registered.isPresent() && total > registered.getAsLong() && !exempt.contains(station)) {
            throw PollProblem.ABOVE_REGISTER.at(table.where(row, Name.TOTAL), total, registered.getAsLong(), station);
        }
        reports.add(new Report(station, counts, total, at));
    }

    private @Nullable Instant time(Row row) {
        return instant(table.text(row, Name.TIME), table.where(row, Name.TIME));
    }

    /** A time with its offset from UTC, as in RFC 3339. */
    public static Instant instant(String text, Where where) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw PollProblem.TIME.at(where, text.length() > 40 ? text.substring(0, 40) + "..." : text);
        }
    }
}
