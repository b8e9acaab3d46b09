package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, with a folder of keys of its own, as the commands that look for a user's keys need it. */
record OwnProcess(Path keys, Path work) {
    private static final long PATIENCE = 120;
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:\\d+/");

    /** What a command line said. */
    record Said(int exit, String out, String err) {
        Said exits(int expected) {
            assertEquals(expected, exit, () -> out + err);
            return this;
        }

        Said says(String... parts) {
            for (String part : parts) {
                assertTrue((out + err).contains(part), () -> part + " is not in " + out + err);
            }
            return this;
        }
    }

    private Process start(Path out, Path err, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        List.of(words).forEach(word -> command.add(String.valueOf(word)));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(out.toFile());
        builder.environment().put("COTEJO_KEYS", keys.toString());
        return builder.start();
    }

    Said run(Object... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", "");
        Path err = Files.createTempFile(work, "err", "");
        Process process = start(out, err, words);
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(List.of(words) + " does not end: " + Files.readString(out));
        }
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A command that serves until it is closed. */
    record Served(Process process, String address) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        }
    }

    /** Starts a server and waits for the address that it prints. */
    Served serve(Object... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", "");
        Path err = Files.createTempFile(work, "err", "");
        Process process = start(out, err, words);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE); System.nanoTime() < end; ) {
            for (Path file : List.of(out, err)) {
                try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    Matcher address = ADDRESS.matcher(lines.lines().reduce("", String::concat));
                    if (address.find()) {
                        return new Served(process, address.group());
                    }
                }
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException(
                List.of(words) + " does not serve: " + Files.readString(out) + Files.readString(err));
    }
}
