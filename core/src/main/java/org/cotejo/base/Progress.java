package org.cotejo.base;

/** Hears how far long work has come. Implementations must be cheap and safe to call from several threads. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (what, done, of) -> {};

    /**
     * {@code done} of {@code of} units of the work {@code what} are done.
     *
     * @param of 0 where nobody knows how many there are
     */
    void at(Sentence what, long done, long of);
}
