package org.cotejo.formats.importer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cotejo.folder.ElectionFolder;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an importer.
 *
 * @param files in the order in which they are to be imported
 * @param map the MAP that says which column is what, for the formats that need one
 * @param options of this format, by name without dashes
 */
public record ImportRequest(
        List<Path> files, @Nullable Path map, ElectionFolder folder, Map<String, String> options, Progress progress) {
    public ImportRequest {
        files = List.copyOf(files);
        options = Map.copyOf(options);
    }
}
