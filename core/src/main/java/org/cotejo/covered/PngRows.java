package org.cotejo.covered;

/** The rows of a PNG of 8 bits of grey as they are inflated, each with a byte before it that says how it was filtered (W3C PNG, section 9). */
final class PngRows {
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    /** Bytes too many that are read on, so that what is no stream is called so. */
    private static final int MORE_READ = 1 << 16;

    private final int width;
    private final int height;
    private final byte[] values;
    private int filled;
    /** How far the row is; -1 before the byte that names its filter. */
    private int column = -1;

    private int filter;
    private boolean isOdd;
    private long more;

    PngRows(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new byte[width * height];
    }

    /** So many bytes are asked for next, of a piece of this size. */
    int nextMost(int piece) {
        return (int) Math.min(piece, MORE_READ + 1L - more);
    }

    /** Takes the next bytes; false where so many are too many that no more are read. */
    boolean take(byte[] piece, int count) {
        for (int i = 0; i < count; i++) {
            if (filled == values.length) {
                more++;
                continue;
            }
            if (column < 0) {
                filter = piece[i] & 0xff;
                column = 0;
                isOdd |= filter > PAETH;
                continue;
            }
            values[filled] = (byte) (piece[i] + predicted());
            filled++;
            column = column + 1 == width ? -1 : column + 1;
        }
        return more <= MORE_READ;
    }

    private int predicted() {
        int left = column > 0 ? values[filled - 1] & 0xff : 0;
        int up = filled >= width ? values[filled - width] & 0xff : 0;
        return switch (filter) {
            case SUB -> left;
            case UP -> up;
            case AVERAGE -> (left + up) / 2;
            case PAETH -> paeth(left, up, column > 0 && filled >= width ? values[filled - width - 1] & 0xff : 0);
            default -> 0;
        };
    }

    private static int paeth(int left, int up, int upperLeft) {
        int estimate = left + up - upperLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpperLeft = Math.abs(estimate - upperLeft);
        if (toLeft <= toUp && toLeft <= toUpperLeft) {
            return left;
        }
        return toUp <= toUpperLeft ? up : upperLeft;
    }

    /** Whether more came than belongs to the picture. */
    boolean isTooLong() {
        return more > 0;
    }

    /** Whether every row came, and each with a filter that there is. */
    boolean isWhole() {
        return filled == values.length && !isOdd;
    }

    Pixels pixels() {
        return new Pixels(width, height, values);
    }
}
