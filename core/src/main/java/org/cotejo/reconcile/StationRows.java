package org.cotejo.reconcile;

import java.util.Arrays;
import org.cotejo.base.CanonicalReader;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Contest;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.FoldException;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/** The copies and announced rows of one station in one contest as read from their entries, one station after the other. */
abstract class StationRows {
    static final int NOT_CARRIED = CopyView.NOT_CARRIED;

    final Dossier dossier;
    final Contest contest;
    final int contestIndex;
    final SourceTable sources;
    final int candidates;
    final int slots;
    private final FiguresBytes cursor = new FiguresBytes();
    private int[] scratch = new int[64];

    /** Whether all rows have the same figures, those beside the votes too, byte for byte; signed sheets, the same text. */
    boolean isAlike;

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

    StationRows(Dossier dossier, int contestIndex, SourceTable sources) {
        this.dossier = dossier;
        this.contestIndex = contestIndex;
        this.contest = dossier.definition().contests().get(contestIndex);
        this.sources = sources;
        this.candidates = contest.candidates().size();
        this.slots = candidates + SourceTable.SLOTS_BESIDE_CANDIDATES;
        this.cells = new int[16 * slots];
    }

    /** Reads one more row; throws {@link FoldException} if its entry is malformed. */
    final void read(int row) {
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

    /**
     * Reads so many rows that say the same byte for byte, by the first of them, which is no signed sheet. Returns false, and has read nothing,
     * if it is malformed or of other paper than a final sheet written throughout and not all zero.
     */
    final boolean readAlike(int first, int count, int[] slotOf) {
        size = 0;
        try {
            dossier.point(cursor, first);
            readCells(slotOf);
        } catch (CanonicalReader.Malformed e) {
            return false;
        }
        if (cursor.paper() != StationFigures.Paper.FINAL || !isWhole(0) || isZero(0)) {
            return false;
        }
        for (int row = 1; row < count; row++) {
            System.arraycopy(cells, 0, cells, row * slots, slots);
        }
        Arrays.fill(ways, 0, count, cursor.way());
        isAlike = true;
        size = count;
        return true;
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

    /** Whether every figure of votes that the source carries is written. */
    final boolean isWhole(int row) {
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

    /** Whether two rows differ in a figure of candidates, null or blank that both carry and that is written in both. */
    boolean differ(int row, int other) {
        for (int slot = 0; slot < candidates + 2; slot++) {
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
}
