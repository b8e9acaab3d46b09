package org.cotejo.app;

import java.util.List;
import java.util.function.Supplier;

/**
 * One verb of the command line.
 *
 * @param name what the user types
 * @param summary one line for {@code cotejo --help}, without a full stop
 * @param command makes the picocli command, a {@code Callable<Integer>} that returns an exit code of {@link Exit}: an
 *     object with picocli's annotations, or a {@code CommandSpec.wrapWithoutInspection(callable)} with options added to
 *     it, which starts some 40 ms sooner. Only the verb that was typed makes its command, so the others' classes are
 *     never loaded
 */
record Verb(String name, String summary, Supplier<Object> command) {

    /** Every verb, in the order of the help. */
    static List<Verb> all() {
        return List.of();
    }
}
