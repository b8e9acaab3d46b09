package org.cotejo.site;

/** Is told how far the writing of a site has come; called from several threads, one at a time. */
@FunctionalInterface
public interface Progress {
    /** {@code done} of {@code total} places are written in both languages. */
    void written(int done, int total);
}
