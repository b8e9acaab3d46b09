package org.cotejo.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The second implementation, asked one question a line (docs/second-implementation.md). */
final class SecondVerifier {
    private final Path program;

    SecondVerifier(Path root) {
        this.program = root.resolve("second/cotejo-verify.mjs");
    }

    /** Whether this machine can run it. */
    static boolean canRun() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks all questions of one process and returns the answers, one a question. */
    List<String> answers(List<String> questions) {
        try {
            Process process = new ProcessBuilder("node", program.toString(), "--batch")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> ask(process, questions));
            List<String> answers = new ArrayList<>();
            try (BufferedReader from = process.inputReader()) {
                for (String line = from.readLine(); line != null; line = from.readLine()) {
                    answers.add(line);
                }
            }
            asked.join();
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException("running " + program, e);
        }
    }

    private static void ask(Process process, List<String> questions) {
        try (BufferedWriter to = process.outputWriter()) {
            for (String question : questions) {
                to.write(question);
                to.newLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("asking the second implementation", e);
        }
    }
}
