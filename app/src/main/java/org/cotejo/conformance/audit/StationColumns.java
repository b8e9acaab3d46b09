package org.cotejo.conformance.audit;

import java.util.Arrays;

/** Columns of whole numbers of a table beside the file. */
final class StationColumns {
    private StationColumns() {}

    /** The column that a member of the input names. */
    static int[] of(Given given, CsvTable table, String member) {
        return Arrays.stream(table.wholes(given.text(member)))
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
