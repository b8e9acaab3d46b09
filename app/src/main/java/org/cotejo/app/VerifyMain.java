package org.cotejo.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The verifier alone: {@code java -jar cotejo-verify.jar SITE --policy FILE} is {@code cotejo verify} with the same options. */
public final class VerifyMain {
    private static final String NAME = "java -jar cotejo-verify.jar";

    private VerifyMain() {}

    /** Runs one verification and ends the process with its exit code. */
    public static void main(String[] args) {
        // The platform's own streams follow the system's language, in which a name or an accent may have no place.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        FastSignatures.allow();
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("cotejo-verify " + Main.VERSION);
            Main.end(Exit.PROVEN);
            return;
        }
        Verb verify = new Verb(
                "verify",
                "recompute everything that a publication claims",
                console -> new VerifyCommand(console, Clock.systemUTC()).spec());
        Main.end(Commands.run(NAME, verify, args, System.out, System.err));
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
