package org.cotejo.capture.redaction;

import org.cotejo.capture.picture.Grey;
import org.cotejo.covered.Area;

/** Where a page is darker than the paper around, on a coarser grid: writing, lines, stamps. */
final class Ink {
    private static final int LONG_SIDE = 1200;
    private static final int DARKER_LEAST = 18;

    private final int step;
    private final int width;
    private final int height;
    private final boolean[] dark;

    private Ink(int step, int width, int height, boolean[] dark) {
        this.step = step;
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    static Ink of(Grey page) {
        int step = Math.max(1, (Math.max(page.width(), page.height()) + LONG_SIDE - 1) / LONG_SIDE);
        int width = (page.width() + step - 1) / step;
        int height = (page.height() + step - 1) / step;
        int[] value = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                value[y * width + x] = mean(page, x * step, y * step, step);
            }
        }
        long[] sums = sums(value, width, height);
        int reach = Math.max(8, width / 24);
        boolean[] dark = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                long sum = sums[bottom * (width + 1) + right]
                        - sums[top * (width + 1) + right]
                        - sums[bottom * (width + 1) + left]
                        + sums[top * (width + 1) + left];
                long around = sum / ((long) (bottom - top) * (right - left));
                dark[y * width + x] = value[y * width + x] < around - DARKER_LEAST;
            }
        }
        return new Ink(step, width, height, dark);
    }

    private static int mean(Grey page, int left, int top, int step) {
        int right = Math.min(page.width(), left + step);
        int bottom = Math.min(page.height(), top + step);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += page.at(x, y);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** Of each rectangle from the upper left corner the sum, so that any other's takes four of them. */
    private static long[] sums(int[] value, int width, int height) {
        long[] sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += value[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        return sums;
    }

    /** Pixels of the page on a side of a cell of the grid. */
    int step() {
        return step;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x];
    }

    /** Takes the ink inside an area of the page away. */
    void clear(Area area) {
        for (int y = area.y() / step; y < Math.min(height, area.bottom() / step + 1); y++) {
            for (int x = area.x() / step; x < Math.min(width, area.right() / step + 1); x++) {
                dark[y * width + x] = false;
            }
        }
    }

    /** The same with gaps of at most so many cells closed, along the rows and then along the columns. */
    Ink smeared(int along, int down) {
        boolean[] rows = dark.clone();
        for (int y = 0; y < height; y++) {
            close(rows, y * width, 1, width, along);
        }
        for (int x = 0; x < width; x++) {
            close(rows, x, width, height, down);
        }
        return new Ink(step, width, height, rows);
    }

    private static void close(boolean[] cells, int from, int stride, int count, int gap) {
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (cells[from + i * stride]) {
                if (last >= 0 && i - last - 1 <= gap) {
                    for (int between = last + 1; between < i; between++) {
                        cells[from + between * stride] = true;
                    }
                }
                last = i;
            }
        }
    }
}
