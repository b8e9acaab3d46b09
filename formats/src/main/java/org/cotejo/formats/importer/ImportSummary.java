package org.cotejo.formats.importer;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came in.
 *
 * @param importer name of the format
 * @param files as the user named them
 * @param counts what was counted, by name: {@code stations}, {@code new_stations}, {@code quarantined}, {@code
 *     restored_codes}, or the kind of record, such as {@code incidents}
 */
public record ImportSummary(String importer, List<String> files, SortedMap<String, Long> counts) {
    public ImportSummary {
        files = List.copyOf(files);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** A count by its name; 0 if nothing of that name was counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
