package org.cotejo.custody;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * The claim that an audit holds the boxes against: the votes of each candidate at each station, as committed before the draw
 * (docs/formats/audit.md, section 3). Stations in the order of their codes as UTF-16 units. Packed, since there may be a million.
 */
public final class StationResults {
    private static final String STATION = "station";

    private final List<CandidateId> candidates;
    private final String[] stations;
    private final int[] votes;

    private StationResults(List<CandidateId> candidates, String[] stations, int[] votes) {
        this.candidates = List.copyOf(candidates);
        this.stations = stations;
        this.votes = votes;
        Check.that(!candidates.isEmpty(), "no candidates");
        for (int i = 1; i < stations.length; i++) {
            Check.that(stations[i - 1].compareTo(stations[i]) < 0, "station %s is out of order", stations[i]);
        }
    }

    /** Results of stations in any order; {@code votesOf} is asked once for each station and gives one number a candidate. */
    public static StationResults of(List<CandidateId> candidates, List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(java.util.Comparator.comparing(Row::station));
        String[] stations = new String[sorted.size()];
        int[] votes = new int[Math.multiplyExact(sorted.size(), candidates.size())];
        for (int i = 0; i < stations.length; i++) {
            Row row = sorted.get(i);
            Check.that(row.votes.length == candidates.size(), "%d votes at %s", row.votes.length, row.station);
            stations[i] = row.station.value();
            System.arraycopy(row.votes, 0, votes, i * candidates.size(), row.votes.length);
        }
        return new StationResults(candidates, stations, votes);
    }

    /** The votes of one station, a number for each candidate. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Row(StationCode station, int[] votes) {}

    public List<CandidateId> candidates() {
        return candidates;
    }

    /** Number of stations. */
    public int size() {
        return stations.length;
    }

    public StationCode station(int index) {
        return new StationCode(stations[index]);
    }

    /** The index of a station, or -1. */
    public int find(StationCode station) {
        return Math.max(-1, Arrays.binarySearch(stations, station.value()));
    }

    /** Votes of the candidate at a 0-based place. */
    public int votes(int station, int candidate) {
        return votes[station * candidates.size() + candidate];
    }

    /** Votes of a candidate at all stations. */
    public long total(int candidate) {
        long sum = 0;
        for (int station = 0; station < size(); station++) {
            sum += votes(station, candidate);
        }
        return sum;
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(size() * 40 + 100);
        List<String> header = new ArrayList<>(List.of(STATION));
        candidates.forEach(candidate -> header.add(candidate.value()));
        AuditLines.row(text, header);
        for (int station = 0; station < size(); station++) {
            AuditLines.field(text, stations[station]);
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                text.append(',').append(votes(station, candidate));
            }
            text.append('\n');
        }
        return AuditLines.bytes(text);
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<StationResults> read(byte[] bytes) {
        return AuditLines.read(bytes, StationResults::parse, StationResults::bytes);
    }

    private static StationResults parse(AuditLines lines) {
        List<String> header = lines.row();
        if (!header.getFirst().equals(STATION)) {
            throw AuditLines.bad("'station' and the candidates", "'station' y los candidatos");
        }
        List<CandidateId> candidates =
                header.stream().skip(1).map(CandidateId::new).toList();
        List<Row> rows = new ArrayList<>();
        ToIntFunction<String> number = field -> (int) AuditLines.number("votes", field, Cell.MOST);
        while (lines.hasMore()) {
            List<String> fields = lines.row(header.size());
            rows.add(new Row(
                    new StationCode(fields.getFirst()),
                    fields.stream().skip(1).mapToInt(number).toArray()));
        }
        return of(candidates, rows);
    }
}
