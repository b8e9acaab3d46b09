package org.cotejo.pictures;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.capture.picture.HeicDecoder;

/**
 * A program of this machine that turns a HEIC file into a PNG, called as {@code PROGRAM IN.heic OUT.png}. It gets one picture and an
 * empty folder, and, where the system has the means, neither a network nor more than a bounded memory and time.
 */
public final class HeicProgram implements HeicDecoder {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** Bytes of memory and of the picture it writes, seconds of processor time, no dump of what it held. */
    private static final List<String> LIMITS =
            List.of("prlimit", "--as=2147483648", "--fsize=536870912", "--cpu=60", "--core=0", "--");

    /** A user of its own, without a network. */
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--net", "--");

    private final String name;
    private final List<String> command;
    private final Duration longest;

    private HeicProgram(String name, List<String> command, Duration longest) {
        this.name = name;
        this.command = command;
        this.longest = longest;
    }

    /** A program by its name or path; refused (READ-115) if there is none. */
    public static HeicProgram of(String program) {
        return of(program, LONGEST);
    }

    static HeicProgram of(String program, Duration longest) {
        Path file = found(program)
                .orElseThrow(() -> new RefusedException(PicturesProblem.NO_HEIC_PROGRAM.at("--heic", program)));
        List<String> command = new ArrayList<>();
        for (List<String> wrapper : List.of(LIMITS, APART)) {
            if (works(wrapper)) {
                command.addAll(wrapper);
            }
        }
        command.add(file.toString());
        return new HeicProgram(program, command, longest);
    }

    private static Optional<Path> found(String program) {
        List<Path> places = program.contains(File.separator)
                ? List.of(Path.of(program).toAbsolutePath())
                : List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                        .map(folder -> Path.of(folder).resolve(program))
                        .toList();
        return places.stream()
                .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
                .findFirst();
    }

    private static boolean works(List<String> wrapper) {
        if (found(wrapper.getFirst()).isEmpty()) {
            return false;
        }
        List<String> trial = new ArrayList<>(wrapper);
        trial.add("true");
        try {
            return ended(new ProcessBuilder(trial), LONGEST).equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Result<byte[]> decoded(byte[] heic) {
        try {
            Path folder = Files.createTempDirectory("cotejo-heic");
            try {
                return decoded(heic, folder);
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("running " + name, e);
        }
    }

    private Result<byte[]> decoded(byte[] heic, Path folder) throws IOException {
        Path in = Files.write(folder.resolve("in.heic"), heic);
        List<String> all = new ArrayList<>(command);
        all.add(in.toString());
        all.add(folder.resolve("out.png").toString());
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        String ended = ended(builder, longest);
        // Of a file with several pictures each is numbered.
        for (String out : List.of("out.png", "out-1.png")) {
            Path made = folder.resolve(out);
            if (ended.equals("0") && Files.isRegularFile(made)) {
                return Result.ok(Files.readAllBytes(made));
            }
        }
        return Result.refused(PicturesProblem.HEIC_FAILED.at("picture", name, ended));
    }

    /** Its exit code, or that it was stopped. What it says goes nowhere. */
    private static String ended(ProcessBuilder builder, Duration longest) throws IOException {
        Process process = builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return Integer.toString(process.exitValue());
            }
            return longest.toSeconds() + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
