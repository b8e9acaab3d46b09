package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Which rows of a table are which, where some were not seen and the numbers in front of others were misread. */
final class RowNumbers {
    /** Rows whose distance is so many times the usual one have another between them that was not seen. */
    private static final double GAP = 1.6;

    private RowNumbers() {}

    /**
     * The numbers of rows from the top. Of the numbers that were read those count that go up together, as many as can; a row without one
     * has a number if it stands among as many rows as there are numbers between its neighbours, or at the top.
     *
     * @param read in front of each row; empty where nothing was read surely
     */
    static List<OptionalInt> of(List<OptionalInt> read) {
        int rows = read.size();
        int[] longest = new int[rows];
        int[] before = new int[rows];
        int last = -1;
        for (int row = 0; row < rows; row++) {
            before[row] = -1;
            if (read.get(row).isEmpty() || read.get(row).getAsInt() <= row) {
                continue;
            }
            longest[row] = 1;
            for (int above = 0; above < row; above++) {
                if (longest[above] > 0
                        && read.get(row).getAsInt() - read.get(above).getAsInt() >= row - above
                        && longest[above] + 1 > longest[row]) {
                    longest[row] = longest[above] + 1;
                    before[row] = above;
                }
            }
            if (last < 0 || longest[row] > longest[last]) {
                last = row;
            }
        }
        int[] numbers = new int[rows];
        for (int row = last; row >= 0; row = before[row]) {
            numbers[row] = read.get(row).getAsInt();
        }
        fill(numbers);
        return Arrays.stream(numbers)
                .mapToObj(number -> number == 0 ? OptionalInt.empty() : OptionalInt.of(number))
                .toList();
    }

    /** Numbers rows between two numbered ones, or before the first, where just as many numbers are left. */
    private static void fill(int[] numbers) {
        int above = -1;
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] == 0) {
                continue;
            }
            int from = above < 0 ? 0 : numbers[above];
            if (numbers[row] - from == row - above) {
                for (int between = above + 1; between < row; between++) {
                    numbers[between] = from + between - above;
                }
            }
            above = row;
        }
    }

    /**
     * How many rows from the first on stand at even distances, so that none is missing among them.
     *
     * @param heights of the rows, from the top
     */
    static int unbroken(List<Double> heights) {
        if (heights.size() < 2) {
            return heights.size();
        }
        List<Double> gaps = new ArrayList<>();
        for (int row = 1; row < heights.size(); row++) {
            gaps.add(heights.get(row) - heights.get(row - 1));
        }
        double usual = gaps.stream().sorted().toList().get(gaps.size() / 2);
        int row = 1;
        while (row < heights.size() && gaps.get(row - 1) < GAP * usual) {
            row++;
        }
        return row;
    }
}
