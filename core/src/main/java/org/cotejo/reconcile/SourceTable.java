package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.custody.Source;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SideId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the reconciler asks of each source again and again, looked up once: its custodian, its side, which slot each of its cells
 * fills, and which of two sources of one custodian is newer.
 *
 * <p>Slots of a contest with k candidates: 0 to k-1 candidates, k null, k+1 blank, k+2 valid, k+3 registered, k+4 voters, k+5
 * ballots.
 */
final class SourceTable {
    static final int SLOTS_BESIDE_CANDIDATES = 6;

    /** One source; {@code slots} has the slot of each cell, -1 for a figure that the definition does not know. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(int index, Source source, int custodian, int side, int[] slots, boolean isAnnounced, boolean counts) {
        /** Whether this source's figures replace those of {@code other}, which is of the same custodian. */
        boolean isNewerThan(Row other) {
            if (source.publishedAt() != null && other.source.publishedAt() != null) {
                int order = source.publishedAt().compareTo(other.source.publishedAt());
                return order > 0 || order == 0 && index > other.index;
            }
            return index > other.index;
        }
    }

    private final Row[] rows;
    private final boolean[] isSucceeded;
    private final @Nullable CustodianId announcer;
    private final int announcerCustodian;
    private final int announcerSide;

    private SourceTable(Row[] rows, @Nullable CustodianId announcer, int announcerCustodian, int announcerSide) {
        this.rows = rows;
        this.announcer = announcer;
        this.announcerCustodian = announcerCustodian;
        this.announcerSide = announcerSide;
        this.isSucceeded = new boolean[rows.length];
        for (Row row : rows) {
            Row latest = latestWholeLike(row);
            isSucceeded[row.index()] = latest != null && latest.isNewerThan(row);
        }
    }

    static SourceTable of(ElectionDefinition definition, Contest contest, List<Source> sources) {
        Map<CustodianId, Integer> custodians = new HashMap<>();
        Map<SideId, Integer> sides = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        @Nullable CustodianId announcer = definition.announcer();
        for (Source source : sources) {
            CustodianId custodian = source.id().custodian();
            SideId side = definition.sideOf(custodian);
            boolean isAnnounced = source.kind() == Source.Kind.ANNOUNCED;
            boolean isLawful = source.provenance().counts();
            int[] slots = slots(contest, source.figures());
            // Sources with the same figures share one array, so that their rows are known to be laid out alike.
            for (Row row : rows) {
                slots = Arrays.equals(row.slots(), slots) ? row.slots() : slots;
            }
            if (announcer == null && isAnnounced && isLawful && contest.id().equals(source.contest())) {
                announcer = custodian;
            }
            rows.add(new Row(
                    rows.size(),
                    source,
                    number(custodians, custodian),
                    number(sides, side),
                    slots,
                    isAnnounced,
                    isLawful));
        }
        int announcerCustodian = announcer == null ? -1 : custodians.getOrDefault(announcer, -1);
        int announcerSide = announcer == null || definition.custodian(announcer).isEmpty()
                ? -1
                : sides.getOrDefault(definition.sideOf(announcer), -1);
        return new SourceTable(rows.toArray(new Row[0]), announcer, announcerCustodian, announcerSide);
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private static int[] slots(Contest contest, List<Figure> figures) {
        return figures.stream().mapToInt(figure -> slot(contest, figure)).toArray();
    }

    private static int slot(Contest contest, Figure figure) {
        if (figure instanceof Figure.OfCandidate(CandidateId candidate)) {
            return contest.indexOf(candidate);
        }
        if (figure instanceof Figure.OfOption(int position)) {
            return position > contest.options().size()
                    ? -1
                    : contest.indexOf(contest.options().get(position - 1).candidate());
        }
        int k = contest.candidates().size();
        return switch ((Figure.Count) figure) {
            case NULL -> k;
            case BLANK -> k + 1;
            case VALID -> k + 2;
            case REGISTERED -> k + 3;
            case VOTERS -> k + 4;
            case BALLOTS -> k + 5;
        };
    }

    private @Nullable Row latestWholeLike(Row like) {
        Row latest = null;
        for (Row row : rows) {
            boolean isLike = row.custodian() == like.custodian()
                    && row.source().kind() == like.source().kind()
                    && java.util.Objects.equals(
                            row.source().contest(), like.source().contest());
            if (isLike && row.counts() && !row.source().isPart() && (latest == null || row.isNewerThan(latest))) {
                latest = row;
            }
        }
        return latest;
    }

    Row row(int source) {
        return rows[source];
    }

    /** Whether the newest whole delivery of this source's custodian is newer, so that a station it lacks has vanished. */
    boolean isSucceeded(Row row) {
        return isSucceeded[row.index()];
    }

    /** The announcer of record; null if nobody announced station results and none is named. */
    @Nullable
    CustodianId announcer() {
        return announcer;
    }

    boolean isOfRecord(Row row) {
        return row.isAnnounced() && row.custodian() == announcerCustodian;
    }

    boolean isAnnouncersSide(Row row) {
        return row.side() == announcerSide;
    }
}
