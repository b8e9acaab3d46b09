package org.cotejo.reconcile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Contest;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.dossier.StationRecords;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/**
 * One station in one contest under examination: all its copies and announced rows with their figures, the standing of each, and
 * the state that follows. One case is pointed at one station after the other, so that millions of stations make no garbage.
 * Not safe for use by several threads.
 */
final class StationCase {
    static final int NOT_CARRIED = CopyView.NOT_CARRIED;
    private static final int NO_ROW = -1;

    final Dossier dossier;
    final Contest contest;
    final int contestIndex;
    final SourceTable sources;
    final int candidates;
    final int slots;
    private final FiguresBytes cursor = new FiguresBytes();
    private int[] scratch = new int[64];

    private List<Correction> corrections = List.of();
    private List<Retraction> retractions = List.of();
    private boolean hasRecords;
    /** Whether all rows have the same figures, those beside the votes too, byte for byte; signed sheets, the same text. */
    boolean isAlike;

    private final UsualStandings usual = new UsualStandings();
    private byte[] lastBytes = new byte[0];
    private boolean isLastSheet;
    private int lastCells;
    private int lastEnd;
    int station;
    int size;
    SourceTable.Row[] rows = new SourceTable.Row[16];
    Standing[] standings = new Standing[16];
    StationFigures.Paper[] papers = new StationFigures.Paper[16];
    StationFigures.Way[] ways = new StationFigures.Way[16];
    /** What checking the signature of each row gave. */
    SignatureVerdict[] signatures = new SignatureVerdict[16];
    /** Which row of the dossier each is. */
    int[] dossierRows = new int[16];

    /** Figures of row r in slots r * slots to (r + 1) * slots - 1. */
    int[] cells;
    /** The row announced by the announcer of record, or -1. */
    int announced;
    /** The figures that the copies that count agree on, one for each candidate, null and blank; a value among them if they differ. */
    final int[] merged;

    boolean differ;
    boolean hasCountable;
    int counting;
    StationState state = StationState.MISSING;

    StationCase(Dossier dossier, int contestIndex, SourceTable sources) {
        this.dossier = dossier;
        this.contestIndex = contestIndex;
        this.contest = dossier.definition().contests().get(contestIndex);
        this.sources = sources;
        this.candidates = contest.candidates().size();
        this.slots = candidates + SourceTable.SLOTS_BESIDE_CANDIDATES;
        this.cells = new int[16 * slots];
        this.merged = new int[candidates + 2];
    }

    /** Reads the station and decides. */
    StationState examine(int stationIndex) {
        station = stationIndex;
        size = 0;
        isAlike = true;
        announced = NO_ROW;
        StationRecords records = dossier.records(station);
        hasRecords = !records.isEmpty();
        corrections = hasRecords ? records.corrections() : List.of();
        retractions = hasRecords ? records.retractions() : List.of();
        for (int row = dossier.firstRow(contestIndex, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
            read(row);
        }
        if (size == 0) {
            hasCountable = false;
            counting = 0;
            differ = false;
            state = StationState.MISSING;
            return state;
        }
        boolean isUsual = isUsual();
        if (!isUsual || !usual.apply(this)) {
            stand();
            if (isUsual) {
                usual.remember(this);
            }
        }
        merge();
        state = decide();
        return state;
    }

    private void stand() {
        for (int row = 0; row < size; row++) {
            standings[row] = firstStanding(row);
            if (standings[row] == Standing.ANNOUNCED) {
                announced = row;
            }
        }
        setZeroesAside();
        setAnnouncersOwnAside();
    }

    /**
     * Whether no correction, retraction or decision is on record here and every row is a final sheet, written throughout and not all
     * zero, whose signature, if it has one, refutes nothing. Then the
     * standings follow from the sources of the rows alone, and are those of the last such station with the same sources: nearly
     * every station of a country is one, and need not be asked a dozen questions whose answers are known.
     */
    private boolean isUsual() {
        if (!corrections.isEmpty() || !retractions.isEmpty() || dossier.hasStationDecisions()) {
            return false;
        }
        for (int row = 0; row < size; row++) {
            if (papers[row] != StationFigures.Paper.FINAL || signatures[row].refutes()) {
                return false;
            }
            if ((row == 0 || !isAlike) && (!isWhole(row) || isZero(row))) {
                return false;
            }
        }
        return true;
    }

    private void read(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            standings = Arrays.copyOf(standings, size * 2);
            papers = Arrays.copyOf(papers, size * 2);
            ways = Arrays.copyOf(ways, size * 2);
            signatures = Arrays.copyOf(signatures, size * 2);
            dossierRows = Arrays.copyOf(dossierRows, size * 2);
            cells = Arrays.copyOf(cells, size * 2 * slots);
        }
        SourceTable.Row source = sources.row(dossier.sourceOf(row));
        byte[] bytes = dossier.bytes(row);
        try {
            dossier.point(cursor, row);
            boolean isLikeLast = isLikeLast(source, bytes);
            if (isLikeLast) {
                System.arraycopy(cells, (size - 1) * slots, cells, size * slots, slots);
            } else {
                readCells(source.slots());
                isAlike = size == 0;
            }
            // Of a signed sheet it stands in its text, which is the same.
            papers[size] = isLikeLast && cursor.isSheet() ? papers[size - 1] : cursor.paper();
        } catch (CanonicalReader.Malformed e) {
            throw new FoldException(String.valueOf(e.getMessage()));
        }
        lastBytes = bytes;
        isLastSheet = cursor.isSheet();
        lastCells = cellsAt();
        lastEnd = cellsEnd();
        rows[size] = source;
        ways[size] = cursor.way();
        signatures[size] = dossier.verdictOf(row);
        dossierRows[size] = row;
        size++;
    }

    /** Whether the row has the same figures as the one before, byte for byte, as most copies of one station do. */
    @SuppressWarnings("ReferenceEquality") // sources of the same figures share the array; others are only read again
    private boolean isLikeLast(SourceTable.Row source, byte[] bytes) {
        return size > 0
                && rows[size - 1].slots() == source.slots()
                && isLastSheet == cursor.isSheet()
                && Arrays.equals(lastBytes, lastCells, lastEnd, bytes, cellsAt(), cellsEnd());
    }

    /** Where the figures of the row begin: the cells, or the text of a signed sheet. */
    private int cellsAt() {
        return cursor.isSheet() ? cursor.signedAt() : cursor.cellsAt();
    }

    private int cellsEnd() {
        return cursor.isSheet() ? cursor.signatureAt() : cursor.end();
    }

    private void readCells(int[] slotOf) {
        if (slotOf.length > scratch.length) {
            scratch = new int[slotOf.length];
        }
        cursor.readCells(scratch);
        int base = size * slots;
        Arrays.fill(cells, base, base + slots, NOT_CARRIED);
        for (int i = 0; i < slotOf.length; i++) {
            if (slotOf[i] >= 0) {
                int slot = base + slotOf[i];
                cells[slot] = together(cells[slot], scratch[i]);
            }
        }
    }

    /** Options of one candidate add up; one that is blank or illegible leaves the candidate so. */
    private static int together(int sum, int cell) {
        if (sum == NOT_CARRIED) {
            return cell;
        }
        return sum < 0 || cell < 0 ? Math.min(sum, cell) : Math.min(sum + cell, Cells.MOST_SUM);
    }

    private Standing firstStanding(int row) {
        SourceTable.Row source = rows[row];
        if (!source.counts()) {
            return Standing.PROVENANCE;
        }
        if (isRefuted(row)) {
            return Standing.ofRefuted(signatures[row]);
        }
        if (papers[row] == StationFigures.Paper.OPENING_REPORT) {
            return Standing.OPENING_REPORT;
        }
        if (isRetracted(row)) {
            return Standing.RETRACTED;
        }
        if (newestVersion(row) != row) {
            return Standing.OLDER_VERSION;
        }
        if (isCorrected(source)) {
            return Standing.CORRECTED;
        }
        if (!isWhole(row)) {
            return Standing.INCOMPLETE;
        }
        if (source.isAnnounced()) {
            return sources.isOfRecord(source) ? Standing.ANNOUNCED : Standing.OTHER_ANNOUNCER;
        }
        return dossier.hasStationDecisions() ? byDecision() : Standing.COUNTS;
    }

    /**
     * Whether a copy counts nowhere for its signature. What was announced was announced, whatever stands under it: else whoever
     * announces could take a contradiction back by signing it wrongly.
     */
    boolean isRefuted(int row) {
        return signatures[row].refutes() && !rows[row].isAnnounced();
    }

    /** Whether the source of a row took back what it delivered here. */
    private boolean isRetracted(int row) {
        return hasRecords
                && retractions.stream()
                        .anyMatch(retraction ->
                                retraction.source().equals(rows[row].source().id()));
    }

    /** Whether a row states something that its source stands by: it is neither unlawful, refuted nor taken back. */
    boolean isStated(int row) {
        return rows[row].counts() && !isRefuted(row) && !isRetracted(row);
    }

    /**
     * The newest version of a row: of the lawful final papers of its custodian and kind the last that came in, but one that was
     * published before another goes under it. Rows are compared with the pile and not two by two, which could go in a circle
     * where some deliveries do not say when they were published.
     */
    int newestVersion(int row) {
        int newest = row;
        @Nullable Instant latest = null;
        for (int version = 0; version < size; version++) {
            boolean isVersion = rows[version].custodian() == rows[row].custodian()
                    && rows[version].isAnnounced() == rows[row].isAnnounced()
                    && rows[version].counts()
                    && !isRefuted(version)
                    && papers[version] == StationFigures.Paper.FINAL;
            if (isVersion) {
                Instant published = rows[version].source().publishedAt();
                if (published == null || latest == null || !published.isBefore(latest)) {
                    newest = version;
                    latest = published == null ? latest : published;
                }
            }
        }
        return newest;
    }

    private boolean isCorrected(SourceTable.Row source) {
        return hasRecords
                && corrections.stream()
                        .anyMatch(correction ->
                                correction.original().equals(source.source().id()));
    }

    private Standing byDecision() {
        Decision decision = settingAside();
        if (decision == null) {
            return Standing.COUNTS;
        }
        return decision.kind() == Decision.Kind.ANNULLED ? Standing.ANNULLED : Standing.QUARANTINED;
    }

    /** The decision that sets the copies aside as things stand; null if there is none or it was lifted. */
    @Nullable
    Decision settingAside() {
        return Decision.settingAside(dossier.decisionsAbout(station), contest.id());
    }

    /** Whether every figure of votes that the source carries is written. */
    private boolean isWhole(int row) {
        int base = row * slots;
        boolean hasVotes = false;
        for (int slot = base; slot <= base + candidates + 2; slot++) {
            if (cells[slot] == Cells.BLANK || cells[slot] == Cells.ILLEGIBLE) {
                return false;
            }
            hasVotes |= cells[slot] >= 0 && slot < base + candidates;
        }
        return hasVotes;
    }

    /** Whether all figures of votes are written and zero. */
    boolean isZero(int row) {
        int base = row * slots;
        for (int slot = base; slot <= base + candidates + 2; slot++) {
            if (cells[slot] > 0) {
                return false;
            }
        }
        return isWhole(row);
    }

    private void setZeroesAside() {
        for (int row = 0; row < size; row++) {
            if (standings[row] == Standing.COUNTS && isZero(row) && !isZeroElsewhere(row)) {
                standings[row] = Standing.OPENING_REPORT;
            }
        }
    }

    /** A station where nobody voted has zeros: then the announced result or another side's copy is zero too. */
    private boolean isZeroElsewhere(int row) {
        if (announced != NO_ROW && isZero(announced)) {
            return true;
        }
        for (int other = 0; other < size; other++) {
            boolean isOtherSidesCopy = rows[other].side() != rows[row].side()
                    && isStated(other)
                    && !rows[other].isAnnounced()
                    && papers[other] == StationFigures.Paper.FINAL
                    && standings[other] != Standing.OLDER_VERSION;
            if (isOtherSidesCopy && isZero(other)) {
                return true;
            }
        }
        return false;
    }

    private void setAnnouncersOwnAside() {
        hasCountable = false;
        for (int row = 0; row < size; row++) {
            if (standings[row] == Standing.COUNTS) {
                hasCountable = true;
                if (announced != NO_ROW && sources.isAnnouncersSide(rows[row])) {
                    standings[row] = Standing.ANNOUNCERS_OWN;
                }
            }
        }
    }

    private void merge() {
        Arrays.fill(merged, NOT_CARRIED);
        differ = false;
        counting = 0;
        for (int row = 0; row < size; row++) {
            if (standings[row] != Standing.COUNTS) {
                continue;
            }
            counting++;
            if (isAlike && counting > 1) {
                continue;
            }
            int base = row * slots;
            for (int slot = 0; slot < merged.length; slot++) {
                int cell = cells[base + slot];
                if (cell != NOT_CARRIED) {
                    differ |= merged[slot] != NOT_CARRIED && merged[slot] != cell;
                    merged[slot] = cell;
                }
            }
        }
    }

    private StationState decide() {
        if (differ) {
            return StationState.CONFLICTING;
        }
        if (announced != NO_ROW) {
            if (counting == 0) {
                return StationState.ANNOUNCED_ONLY;
            }
            return differsFromMerged(announced) ? StationState.CONTRADICTED : StationState.CONFIRMED;
        }
        if (counting == 0) {
            return hasCopies() ? StationState.SET_ASIDE : StationState.MISSING;
        }
        return sidesCounting() > 1 ? StationState.AGREED : StationState.ONE_SIDE;
    }

    /** Whether a row differs from what the copies agree on, in a figure that both carry. */
    boolean differsFromMerged(int row) {
        if (isAlike) {
            return false;
        }
        int base = row * slots;
        for (int slot = 0; slot < merged.length; slot++) {
            if (merged[slot] != NOT_CARRIED && cells[base + slot] >= 0 && cells[base + slot] != merged[slot]) {
                return true;
            }
        }
        return false;
    }

    /** Whether two rows differ in a figure of candidates, null or blank that both carry and that is written in both. */
    boolean differ(int row, int other) {
        for (int slot = 0; slot < merged.length; slot++) {
            int a = cells[row * slots + slot];
            int b = cells[other * slots + slot];
            if (a >= 0 && b >= 0 && a != b) {
                return true;
            }
        }
        return false;
    }

    /** Whether two rows have the same figures, those beside the votes too. */
    boolean isSame(int row, int other) {
        if (isAlike) {
            return true;
        }
        int base = row * slots;
        int otherBase = other * slots;
        return Arrays.equals(cells, base, base + slots, cells, otherBase, otherBase + slots);
    }

    private boolean hasCopies() {
        for (int row = 0; row < size; row++) {
            if (rows[row].source().kind() == Source.Kind.COPIES) {
                return true;
            }
        }
        return false;
    }

    /** Number of sides with a copy that counts. */
    int sidesCounting() {
        int sides = 0;
        for (int row = 0; row < size; row++) {
            boolean isFirst = standings[row] == Standing.COUNTS;
            for (int other = 0; other < row && isFirst; other++) {
                isFirst = standings[other] != Standing.COUNTS || rows[other].side() != rows[row].side();
            }
            sides += isFirst ? 1 : 0;
        }
        return sides;
    }

    /** The id of the machine that the signed sheet of a row names; null if it is of paper. */
    @Nullable
    String machineId(int row) {
        return signatures[row] == SignatureVerdict.UNSIGNED
                ? null
                : dossier.point(cursor, dossierRows[row]).sheet().machine();
    }

    /** A cell of a row by slot. */
    int cell(int row, int slot) {
        return cells[row * slots + slot];
    }

    int registeredSlot() {
        return candidates + 3;
    }
}
