package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as one file, started as its user starts it; run by the build when the file is made, after all other tests. */
class MadeJar {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA)");

    @TempDir
    private Path temporary;

    private static Path jar() throws IOException {
        return Path.of(System.getProperty("cotejo.root"))
                .resolve("app/target/cotejo-verify.jar")
                .toRealPath();
    }

    private record Run(int code, String out, String err) {}

    private Run run(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("COTEJO_HEADS", temporary.resolve("heads").toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("COTEJO_LANG");
        builder.environment().remove("LANG");
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void itVerifiesAPublicationAsTheProgramDoes() throws Exception {
        SmallSite small = SmallSite.publishedAt("2020-03-01T20:00:00Z", temporary);
        Run proven = run(small.site(), "--policy", small.policy(), "--json");
        assertEquals(Exit.PROVEN, proven.code(), proven::toString);
        assertTrue(proven.out().startsWith("{\"verdict\":\"proven\""), proven::toString);
        TypedCommands typed = new TypedCommands();
        assertEquals(Exit.PROVEN, typed.run("verify", small.site(), "--policy", small.policy(), "--forget", "--json"));
        assertEquals(typed.said(), proven.out(), "pages included: it has the same page-making code");
        Run unchecked = run(small.site());
        assertEquals(Exit.UNCHECKED, unchecked.code(), unchecked::toString);
        Files.writeString(small.site().resolve("extra.html"), "winner");
        Run refuted = run(small.site(), "--policy", small.policy());
        assertEquals(Exit.REFUTED, refuted.code(), refuted::toString);
        assertTrue(refuted.out().contains("PUB-204"), refuted::toString);
    }

    @Test
    void itChecksASecondClockToo() throws Exception {
        SmallSite small = SmallSite.publishedAt("2020-03-01T20:00:00Z", temporary);
        Openssl authority = Openssl.authority(temporary.resolve("authority"));
        TypedCommands typed = new TypedCommands();
        Path request = temporary.resolve("head.tsq");
        assertEquals(Exit.PROVEN, typed.run("log", "timestamp", "request", small.site(), "--into", request));
        assertEquals(
                Exit.PROVEN,
                typed.run("log", "timestamp", "attach", small.site(), authority.answer(request, "head.tsr")));
        Run proven = run(small.site(), "--policy", small.policy(), "--tsa-cert", authority.certificate(), "--json");
        assertEquals(Exit.PROVEN, proven.code(), proven::toString);
        assertTrue(proven.out().contains("\"answer\":\"proven\""), proven::toString);
    }

    @Test
    void itSaysHowItIsUsed() throws Exception {
        Run help = run("--help");
        assertEquals(Exit.PROVEN, help.code(), help::toString);
        assertTrue(help.out().contains("Usage: java -jar cotejo-verify.jar"), help::toString);
        assertEquals(Exit.BAD_INPUT, run().code());
        assertEquals(Exit.BAD_INPUT, run("nowhere").code());
        assertEquals("cotejo-verify " + Main.VERSION + "\n", run("--version").out());
    }

    @Test
    void itHoldsWhatItNeedsAndNothingElse() throws IOException {
        try (JarFile file = new JarFile(jar().toFile())) {
            List<String> names =
                    file.stream().map(entry -> entry.getName()).sorted().toList();
            assertNotNull(file.getEntry("META-INF/LICENSE-cotejo"));
            assertTrue(
                    names.stream().anyMatch(name -> name.startsWith("META-INF/LICENSE") && !name.endsWith("cotejo")));
            assertFalse(names.stream().anyMatch(name -> SIGNATURE.matcher(name).matches()), "signatures of other jars");
            for (String foreign :
                    List.of("sqlite", "corretto", "duckdb", "fastexcel", "org/cotejo/sim/", "org/cotejo/node/")) {
                assertFalse(
                        names.stream()
                                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(foreign)),
                        foreign);
            }
            assertEquals(names.stream().distinct().count(), names.size(), "nothing stands in it twice");
        }
    }
}
