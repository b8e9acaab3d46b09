package org.cotejo.tally;

import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Check;

/**
 * The cells of one station in the order of its source's figures. Packed, since there are millions: a number as itself,
 * {@link #BLANK} and {@link #ILLEGIBLE} below zero.
 */
public final class Cells {
    public static final int BLANK = -1;
    public static final int ILLEGIBLE = -2;

    /** Sums of several cells stop growing here, far above what any station can have. */
    public static final int MOST_SUM = Integer.MAX_VALUE - Cell.MOST;

    private final int[] packed;

    private Cells(int[] packed) {
        for (int cell : packed) {
            Check.that(cell >= ILLEGIBLE && cell <= Cell.MOST, "a cell holds 0 to %d, not %d", Cell.MOST, cell);
        }
        this.packed = packed;
    }

    public static Cells of(List<Cell> cells) {
        return new Cells(cells.stream().mapToInt(Cells::pack).toArray());
    }

    /** The first {@code count} of cells in packed form. */
    public static Cells ofPacked(int[] packed, int count) {
        return new Cells(Arrays.copyOf(packed, count));
    }

    public int size() {
        return packed.length;
    }

    public Cell at(int index) {
        return unpack(packed[index]);
    }

    /** The cell in packed form. */
    public int packedAt(int index) {
        return packed[index];
    }

    public static int pack(Cell cell) {
        return switch (cell) {
            case Cell.Written(int number) -> number;
            case Cell.Blank() -> BLANK;
            case Cell.Illegible() -> ILLEGIBLE;
        };
    }

    public static Cell unpack(int packed) {
        return switch (packed) {
            case BLANK -> new Cell.Blank();
            case ILLEGIBLE -> new Cell.Illegible();
            default -> new Cell.Written(packed);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells cells && Arrays.equals(packed, cells.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return Arrays.stream(packed).mapToObj(Cells::unpack).toList().toString();
    }
}
