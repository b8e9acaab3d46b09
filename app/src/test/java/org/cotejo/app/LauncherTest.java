package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs ./cotejo in a copy of the project that has nothing but scripts, with JDKs and a Maven that only pretend. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path root;
    private Path bin;
    private Path log;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void copyOfTheScripts() throws IOException {
        Path project = Path.of(System.getProperty("cotejo.root")).toRealPath();
        root = Files.createDirectories(folder.resolve("a project"));
        bin = Files.createDirectories(folder.resolve("bin"));
        log = folder.resolve("log");
        Files.createDirectories(root.resolve("scripts"));
        Files.copy(project.resolve("cotejo"), root.resolve("cotejo"));
        try (Stream<Path> scripts = Files.list(project.resolve("scripts"))) {
            for (Path script : scripts.toList()) {
                Files.copy(script, root.resolve("scripts").resolve(script.getFileName()));
            }
        }
        executable(bin.resolve("mvn"), """
                echo "mvn $JAVA_HOME $*" >>"%s"
                mkdir -p app/target/cotejo/lib
                touch app/target/cotejo/lib/cotejo-app-0.jar app/target/cotejo/lib/cotejo-core-0.jar
                printf lib/bcprov-0.jar:lib/cotejo-core-0.jar:lib/pictures.jar >app/target/cotejo/classpath
                printf lib/bcprov-0.jar:lib/cotejo-core-0.jar >app/target/cotejo/classpath.short
                """.formatted(log));
        environment.put("HOME", folder.toString());
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("COTEJO_JAVA", jdk("jdk-25", "25.0.3").toString());
    }

    /** A JDK whose java says what it was asked to do. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/javac"), "exit 0\n");
        executable(home.resolve("bin/java"), "echo \"java " + name + " $*\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + script);
        assertTrue(file.toFile().setExecutable(true));
    }

    private record Run(int code, String out, String err) {}

    private Run run(Path launcher, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Run(code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Run cotejo(String... args) throws IOException, InterruptedException {
        return run(root.resolve("cotejo"), args);
    }

    private long builds() throws IOException {
        return Files.exists(log)
                ? Files.readAllLines(log, StandardCharsets.UTF_8).size()
                : 0;
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
        Run first = cotejo("reconcile", "a folder", "--json");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().startsWith("Building Cotejo"), first.err());
        assertEquals(1, first.out().lines().count(), "one line, from java alone: " + first.out());
        assertTrue(first.out().endsWith(" org.cotejo.app.Main reconcile a folder --json\n"), first.out());
        Run second = cotejo("reconcile", "a folder", "--json");
        assertEquals("", second.err());
        assertEquals(1, builds());
    }

    /** What a JVM does not know is passed over, so that a newer one starts; this one must know all, and say nothing about it. */
    @Test
    void theJvmKnowsWhatItIsAskedAndKeepsStandardOutputClean() throws Exception {
        Path home = jdk("jdk-real", "25.0.3");
        executable(home.resolve("bin/java"), """
                flags=()
                for word; do
                  [[ $word == -cp ]] && break
                  [[ $word == -XX:+IgnoreUnrecognizedVMOptions ]] || flags+=("$word")
                done
                exec '%s' "${flags[@]}" -version
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        environment.put("COTEJO_JAVA", home.toString());
        environment.put("COTEJO_AOT", "off");
        for (String verb : List.of("--version", "new", "import", "reconcile", "verify", "publish", "demo", "read")) {
            Run run = cotejo(verb, "x");
            assertEquals(0, run.code(), verb + ": " + run.err());
            assertEquals("", run.out(), verb);
            assertTrue(run.err().contains("64-Bit Server VM"), run.err());
        }
    }

    @Test
    void whatReadsCertificatesIsOnTheClassPathOfAllVerbsThatMayMeetOne() throws Exception {
        for (List<String> words : List.of(
                List.of("verify", "site"),
                List.of("import", "publication", "site"),
                List.of("import", "images", "x"),
                List.of("log", "timestamp"),
                List.of("keys", "split"),
                List.of("read", "x"))) {
            String started = cotejo(words.toArray(String[]::new)).out();
            assertTrue(started.contains("/cotejo-core-0.jar:"), started);
            assertTrue(started.contains("/bcprov-0.jar"), started);
        }
        for (List<String> words : List.of(
                List.of("--version"),
                List.of("reconcile", "folder"),
                List.of("import", "csv", "x"),
                List.of("import", "--list"),
                List.of("new", "folder"),
                List.of("definition", "show"))) {
            String started = cotejo(words.toArray(String[]::new)).out();
            assertFalse(started.contains("bcprov"), started);
        }
    }

    @Test
    void whatIsBulkyIsOnlyOnTheClassPathOfVerbsThatNeedIt() throws Exception {
        for (String bulky : List.of(
                "read a.jpg",
                "redact suggest a.jpg",
                "capture send device",
                "import images folder",
                "station open",
                "intake election",
                "mirror a b",
                "witness serve",
                "drill all")) {
            assertTrue(cotejo(bulky.split(" ", -1)).out().contains("pictures.jar"), bulky);
        }
        for (String slim : List.of("reconcile images", "import csv images", "--version", "verify site", "serve read")) {
            String out = cotejo(slim.split(" ", -1)).out();
            assertTrue(out.contains("cotejo-core-0.jar") && !out.contains("pictures.jar"), slim + ": " + out);
        }
    }

    @Test
    void aLaterStartSpawnsNothingBeforeJava() throws Exception {
        cotejo("--version");
        // With no program to be found anywhere, whatever the launcher still called would fail.
        environment.put("PATH", folder.resolve("nowhere").toString());
        Run run = cotejo("--version");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("java jdk-25"), run.out());
    }

    @Test
    void itRunsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bin/second"));
        Files.createSymbolicLink(bin.resolve("second"), Path.of("../a project/cotejo"));
        Run run = run(link, "--version");
        assertEquals(0, run.code(), run.err());
        assertTrue(Files.exists(root.resolve("app/target/cotejo/launch.env")));
    }

    @Test
    void anOldJdkIsPassedOver() throws Exception {
        environment.put("COTEJO_JAVA", jdk("jdk-17", "17.0.15").toString());
        environment.put("JAVA_HOME", jdk("jdk-26", "26").toString());
        assertTrue(cotejo("--version").out().startsWith("java jdk-26"));
    }

    @Test
    void theFirstVersionWithoutPointsCounts() throws Exception {
        environment.put("COTEJO_JAVA", jdk("jdk-8", "1.8.0_400").toString());
        environment.put("JAVA_HOME", jdk("jdk-27", "27-ea").toString());
        assertTrue(cotejo("--version").out().startsWith("java jdk-27"));
    }

    @Test
    void anotherJdkAskedForIsTaken() throws Exception {
        cotejo("--version");
        environment.put("COTEJO_JAVA", jdk("jdk-26", "26").resolve("bin/java").toString());
        assertTrue(cotejo("--version").out().startsWith("java jdk-26"));
        assertEquals(1, builds());
    }

    @Test
    void aJdkThatIsGoneIsLookedForAgain() throws Exception {
        cotejo("--version");
        Files.move(folder.resolve("jdk-25"), folder.resolve("gone"));
        environment.put("JAVA_HOME", jdk("jdk-26", "26").toString());
        assertTrue(cotejo("--version").out().startsWith("java jdk-26"));
        assertEquals(1, builds());
    }

    @Test
    void aNewerJarIsPreparedAgainWithoutABuild() throws Exception {
        cotejo("--version");
        Files.setLastModifiedTime(
                root.resolve("app/target/cotejo/lib/cotejo-core-0.jar"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(cotejo("--version").err().contains("Preparing"));
        assertEquals(1, builds());
    }

    @Test
    void rebuildBuilds() throws Exception {
        cotejo("--version");
        environment.put("COTEJO_REBUILD", "1");
        cotejo("--version");
        assertEquals(2, builds());
    }

    @Test
    void withoutMavenOneLineTellsHowToGetIt() throws Exception {
        Files.delete(bin.resolve("mvn"));
        environment.put("PATH", bin.toString());
        for (String name : List.of("mkdir", "rm", "mv")) {
            executable(bin.resolve(name), "exec /bin/" + name + " \"$@\"\n");
        }
        Run run = cotejo("--version");
        assertEquals(4, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("apt-get install maven"), run.err());
    }

    @Test
    void aBuildThatFailsEndsWithFour() throws Exception {
        executable(bin.resolve("mvn"), "echo broken >&2\nexit 1\n");
        Run run = cotejo("--version");
        assertEquals(4, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("broken") && run.err().contains("The build failed"), run.err());
    }

    @Test
    void theOptionsHookReachesTheJvmAndShortCommandsUseTheLightOne() throws Exception {
        environment.put("COTEJO_OPTS", "-Xmx99m -Dx=1");
        String quick = cotejo("import", "--list").out();
        assertTrue(quick.contains(" -Xmx99m -Dx=1 -cp "), quick);
        assertTrue(quick.contains("-XX:TieredStopAtLevel=1"), quick);
        assertFalse(cotejo("import", "csv").out().contains("TieredStopAtLevel"));
    }

    @Test
    void whatReadsCountriesAsksTheCLibraryForLargePagesUnlessTheUserAsksForOther() throws Exception {
        executable(jdk("jdk-env", "25.0.1").resolve("bin/java"), "echo \"asked: ${GLIBC_TUNABLES-nothing}\"\n");
        environment.put("COTEJO_JAVA", folder.resolve("jdk-env").toString());
        for (String verb : List.of("import", "reconcile")) {
            assertTrue(cotejo(verb, "csv").out().contains("asked: glibc.malloc.hugetlb=1:"), verb);
        }
        for (String verb : List.of("verify", "--version")) {
            assertTrue(cotejo(verb, "csv").out().contains("asked: nothing"), verb);
        }
        environment.put("GLIBC_TUNABLES", "glibc.malloc.check=3");
        assertTrue(cotejo("reconcile", "csv").out().contains("asked: glibc.malloc.check=3\n"));
    }
}
