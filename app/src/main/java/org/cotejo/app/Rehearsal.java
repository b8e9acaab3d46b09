package org.cotejo.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the command lines given on standard input, silently, so that the JVM learns what a start of Cotejo loads. */
final class Rehearsal {
    private Rehearsal() {}

    /** Called by scripts/aot-train.sh; words are split at spaces. */
    static void main() throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main main = new Main(Verb.all(), nowhere, System.err);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                int code = main.run(line.strip().split(" +", -1));
                System.err.println(code + "  " + line);
            }
        }
    }
}
