package org.cotejo.node.log;

import java.util.Optional;

/**
 * The one small thing that must never be wrong: the newest head of each log, replaced only by comparing. What a call returned
 * is durable. A failure of the machine is an {@link java.io.UncheckedIOException}; whether the change was made is then unknown.
 */
interface HeadStore extends AutoCloseable {
    /** The head that is kept for this origin; nothing if its log was never created. */
    Optional<KeptHead> read(String origin);

    /** Keeps the first head of a log; false, and nothing changes, where one is kept. */
    boolean create(String origin, KeptHead first);

    /** Puts {@code next} in the place of {@code kept}; false, and nothing changes, where that is not what is kept. */
    boolean swap(String origin, KeptHead kept, KeptHead next);

    @Override
    void close();
}
