package org.cotejo.reconcile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.dossier.StationRecords;
import org.jspecify.annotations.Nullable;

/**
 * One station in one contest under examination: all its copies and announced rows with their figures, the standing of each, and
 * the state that follows. One case is pointed at one station after the other, so that millions of stations make no garbage.
 * Not safe for use by several threads.
 */
final class StationCase extends StationRows {
    private static final int NO_ROW = -1;

    private List<Correction> corrections = List.of();
    private List<Retraction> retractions = List.of();
    private boolean hasRecords;
    private final UsualStandings usual = new UsualStandings();
    /** Whether the station is like the last usual one: nothing but its figures is different. */
    boolean isLikeUsual;
    /** Whether rows and standings are those of the last usual station. */
    private boolean isUsualLaid;

    /** The row announced by the announcer of record, or -1. */
    int announced;
    /** The figures that the copies that count agree on, one for each candidate, null and blank; a value among them if they differ. */
    final int[] merged;

    boolean differ;
    boolean hasCountable;
    int counting;
    StationState state = StationState.MISSING;

    StationCase(Dossier dossier, int contestIndex, SourceTable sources) {
        super(dossier, contestIndex, sources);
        this.merged = new int[candidates + 2];
    }

    /** Reads the station and decides. */
    StationState examine(int stationIndex) {
        station = stationIndex;
        StationRecords records = dossier.records(station);
        hasRecords = !records.isEmpty();
        corrections = hasRecords ? records.corrections() : List.of();
        retractions = hasRecords ? records.retractions() : List.of();
        int first = dossier.firstRow(contestIndex, station);
        isLikeUsual = !hasRecords && first != Dossier.NO_ROW && takeUsual(first);
        if (isLikeUsual) {
            return state;
        }
        isUsualLaid = false;
        size = 0;
        isAlike = true;
        announced = NO_ROW;
        for (int row = first; row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
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
        if (isUsual) {
            usual.rememberState(this);
        }
        return state;
    }

    /**
     * Takes over all but the figures from the last usual station if this one's rows are of the same sources and say the same, byte for
     * byte: then so do standings and state. Returns false, with nothing decided, if they are not, or if the figures ask for more.
     */
    private boolean takeUsual(int first) {
        boolean isLike = usual.isLike(dossier, first, dossierRows) && readAlike(first, usual.size(), usual.slots());
        if (!isLike) {
            return false;
        }
        if (!isUsualLaid) {
            usual.lay(this);
            Arrays.fill(papers, 0, size, StationFigures.Paper.FINAL);
            Arrays.fill(signatures, 0, size, SignatureVerdict.UNSIGNED);
            differ = false;
            isUsualLaid = true;
        }
        if (counting > 0) {
            System.arraycopy(cells, 0, merged, 0, merged.length);
        } else {
            Arrays.fill(merged, NOT_CARRIED);
        }
        return true;
    }

    /** Changes with each usual station that is not like the one before. */
    int usualSerial() {
        return usual.serial();
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

    int registeredSlot() {
        return candidates + 3;
    }
}
