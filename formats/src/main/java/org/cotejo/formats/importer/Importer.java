package org.cotejo.formats.importer;

import java.util.Map;
import java.util.Set;
import org.cotejo.base.Sentence;

/** Reads files of one format into an election folder. Keeps no state: may be used again and by several threads. */
public interface Importer {
    /** The name on the command line, such as {@code ve-csv}. */
    String name();

    /** What the files are, for a list. */
    Sentence what();

    /** The options that it takes, each with what it means; any other is refused. */
    default Map<String, Sentence> options() {
        return Map.of();
    }

    /** Names of options that may be given several times; their values come as lines of one. */
    default Set<String> repeatable() {
        return Set.of();
    }

    /** Whether it needs a MAP that says which column is what. */
    default boolean needsMap() {
        return false;
    }

    /**
     * Imports all files of the request in order, or none of them: throws {@link org.cotejo.base.RefusedException} with the
     * folder unchanged if anything in any file is wrong, {@link java.io.UncheckedIOException} if the machine fails.
     */
    ImportSummary run(ImportRequest request);
}
