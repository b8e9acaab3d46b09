package org.cotejo.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;

/** The files of a publication, wherever they lie. Safe for use by several threads. */
public interface SiteFiles {
    /**
     * A file by its path from the root of the publication, or empty if there is none. Throws {@link IOException} where the disk
     * or the network failed, which says nothing about the publication.
     */
    Optional<InputStream> open(String path) throws IOException;

    /** The paths of all files that are there; empty where nobody can know, as over the web. */
    Optional<SortedSet<String>> list() throws IOException;
}
