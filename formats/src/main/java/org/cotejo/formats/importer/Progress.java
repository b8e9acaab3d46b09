package org.cotejo.formats.importer;

/** Is told how far an import is, now and then, by the thread that imports. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (file, rows) -> {};

    /** So many rows of this file have been read. */
    void at(String file, long rows);
}
