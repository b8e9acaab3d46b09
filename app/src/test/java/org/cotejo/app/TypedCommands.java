package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Command lines as a user types them, and what they print. */
final class TypedCommands {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The exit code of one command line. */
    int run(Object... words) {
        out.reset();
        err.reset();
        String[] args = List.of(words).stream().map(String::valueOf).toArray(String[]::new);
        return new Main(
                        Verb.all(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    /** What the last one printed on standard output. */
    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last one printed on standard error. */
    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void assertSays(String... parts) {
        for (String part : parts) {
            assertTrue(said().contains(part), () -> part + " is not in " + said() + complained());
        }
    }

    void assertComplains(String part) {
        assertTrue(complained().contains(part), () -> part + " is not in " + complained());
    }
}
