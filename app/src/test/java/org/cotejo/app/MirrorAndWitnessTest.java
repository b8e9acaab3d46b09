package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.tlog.SignedCheckpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses, mirrors and the list of mirrors as their runners type them, on a publication over the web and when it lies. */
class MirrorAndWitnessTest {
    private static final String WITNESS = "party.example.org/witness";

    @TempDir
    private Path temporary;

    private SmallSite small;
    private OwnProcess own;
    private HttpServer server;
    private String url;
    private final TypedCommands typed = new TypedCommands();

    @BeforeEach
    void publish() throws IOException {
        small = SmallSite.publishedAt("2026-03-01T20:00:00Z", temporary);
        own = new OwnProcess(temporary.resolve("keys"), temporary);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", SimpleFileServer.createFileHandler(small.site().toAbsolutePath()));
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }

    private String logLine() throws IOException {
        return Files.readAllLines(small.policy()).stream()
                .filter(line -> line.startsWith("log "))
                .findFirst()
                .orElseThrow();
    }

    private long size() throws IOException {
        return SignedCheckpoint.parse(Files.readAllBytes(small.site().resolve("checkpoint")))
                .orThrow()
                .checkpoint()
                .size();
    }

    @Test
    void aWitnessIsMadeOnceCosignsAndIsMissedWhenAway() throws IOException, InterruptedException {
        own.run("witness", "init", WITNESS, "--policy", file("garbage.policy", "hello\n"))
                .exits(Exit.BAD_INPUT)
                .says("POLICY-101");
        own.run("witness", "init", "https://" + WITNESS).exits(Exit.BAD_INPUT).says("APP-173");
        own.run("witness", "show").exits(Exit.BAD_INPUT).says("APP-171");
        OwnProcess.Said made = own.run("witness", "init", WITNESS, "--policy", small.policy())
                .exits(Exit.PROVEN)
                .says(SmallSite.ORIGIN, "ML-DSA-44");
        own.run("witness", "init", WITNESS).exits(Exit.BAD_INPUT).says("APP-170");
        own.run("witness", "trust", WITNESS, small.policy()).exits(Exit.PROVEN).says("already");
        Matcher key = Pattern.compile("witness NAME (\\S+)").matcher(made.out());
        assertTrue(key.find(), made.out());
        Path policy;
        try (OwnProcess.Served witness = own.serve("witness", "serve", "--port", "0")) {
            policy = file(
                    "cosigned.policy",
                    logLine() + "\nwitness party " + key.group(1) + " " + witness.address() + "\nquorum party\n");
            assertEquals(Exit.REFUTED, typed.run("log", "show", small.site(), "--policy", policy));
            assertEquals(Exit.PROVEN, typed.run("log", "cosign", small.site(), "--policy", policy, "--json"));
            typed.assertSays("\"reached\":true", "\"name\":\"party\",\"answer\":\"cosigned\"", "\"entries\":" + size());
            assertEquals(Exit.PROVEN, typed.run("log", "cosign", small.site(), "--policy", policy));
            typed.assertSays("party: cosigned at");
        }
        assertEquals(Exit.PROVEN, typed.run("log", "show", small.site(), "--policy", policy));
        typed.assertSays("party");
        assertEquals(Exit.PROVEN, typed.run("log", "cosign", small.site(), "--policy", policy));
        typed.assertSays("party: is away");
        small.grow();
        assertEquals(Exit.UNCHECKED, typed.run("log", "cosign", small.site(), "--policy", policy, "--json"));
        typed.assertSays("\"reached\":false", "\"answer\":\"away\"");
        own.run("witness", "show", "--json")
                .exits(Exit.PROVEN)
                .says("\"origin\":\"" + SmallSite.ORIGIN + "\"", "\"entries\":", "\"forks\":0");
    }

    @Test
    void whoCanNotBeAskedToCosignIsSaid() throws IOException {
        assertEquals(Exit.BAD_INPUT, typed.run("log", "cosign", small.site()));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "cosign", small.site(), "--policy", small.policy()));
        typed.assertComplains("APP-174");
        assertEquals(
                Exit.BAD_INPUT, typed.run("log", "cosign", temporary.resolve("nowhere"), "--policy", small.policy()));
        typed.assertComplains("APP-121");
        Path garbage = file("garbage.policy", "hello\n");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "cosign", small.site(), "--policy", garbage));
        typed.assertComplains("POLICY-101");
        SmallSite other = SmallSite.publishedAt("2026-03-01T20:00:00Z", temporary.resolve("other"));
        String line = Files.readString(other.policy())
                .lines()
                .filter(one -> one.startsWith("log "))
                .findFirst()
                .orElseThrow();
        Path stranger =
                file("stranger.policy", line + "\nwitness w w.example+5dd1f1c3+BHk= http://127.0.0.1:1/\nquorum w\n");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "cosign", small.site(), "--policy", stranger));
    }

    @Test
    void aMirrorIsMadeFollowsAndShoutsWhenAFileChanges() throws IOException {
        Path dir = temporary.resolve("mirror");
        assertEquals(Exit.PROVEN, typed.run("mirror", url, dir, "--policy", small.policy(), "--once", "--json"));
        typed.assertSays("\"verdict\":\"proven\"", "\"entries\":" + size(), "\"new\":true", "\"problems\":[]");
        assertEquals(Exit.PROVEN, typed.run("mirror", url, dir, "--once", "--new-only", "--json"));
        typed.assertSays("\"new\":false", "\"requests\":");
        small.grow();
        assertEquals(Exit.PROVEN, typed.run("mirror", url, dir, "--once", "--new-only"));
        typed.assertSays(size() + " entries, every byte checked");
        Path page = small.site().resolve("index.html");
        String before = Files.readString(page);
        Files.delete(page);
        Files.writeString(page, before.replaceFirst("<h1>.", "<h1>X"));
        assertEquals(Exit.REFUTED, typed.run("mirror", url, dir, "--once", "--json"));
        typed.assertSays("MIRROR-203", "\"verdict\":\"refuted\"", "index.html");
        assertEquals(before, Files.readString(dir.resolve("site/index.html")), "what was right before is kept");
        server.stop(0);
        assertEquals(Exit.UNCHECKED, typed.run("mirror", url, dir, "--once", "--json", "--wait", "2"));
        typed.assertSays("MIRROR-211");
    }

    @Test
    void aMirrorThatIsToldNonsenseSaysSo() throws IOException {
        assertEquals(Exit.BAD_INPUT, typed.run("mirror"));
        assertEquals(Exit.BAD_INPUT, typed.run("mirror", small.site(), temporary.resolve("m"), "--once"));
        typed.assertComplains("APP-177");
        assertEquals(Exit.BAD_INPUT, typed.run("mirror", url, temporary.resolve("m"), "--once", "--port", "99999"));
        typed.assertComplains("APP-108");
        Path garbage = file("garbage.policy", "hello\n");
        assertEquals(Exit.BAD_INPUT, typed.run("mirror", url, temporary.resolve("m"), "--once", "--policy", garbage));
        assertEquals(Exit.UNCHECKED, typed.run("mirror", url, temporary.resolve("n"), "--once", "--json"));
        typed.assertSays("MIRROR-215");
        SmallSite other = SmallSite.publishedAt("2026-03-01T20:00:00Z", temporary.resolve("other"));
        assertEquals(
                Exit.REFUTED,
                typed.run("mirror", url, temporary.resolve("o"), "--once", "--json", "--policy", other.policy()));
        typed.assertSays("MIRROR-20");
    }

    @Test
    void theListOfMirrorsIsSignedShownWatchedAndPrinted() throws IOException, InterruptedException {
        assertEquals(Exit.BAD_INPUT, typed.run("mirrors", "show", small.site()));
        typed.assertComplains("APP-178");
        Path list = file("mirrors.txt", "# a comment\nuniversity " + url + "\n");
        for (String wrong :
                List.of("university ftp://a.example/\n", "university\n", "a " + url + "\na " + url + "\n", "")) {
            own.run("mirrors", "sign", small.site(), file("wrong.txt", wrong))
                    .exits(Exit.BAD_INPUT)
                    .says("APP-179");
        }
        own.run("mirrors", "sign", small.site(), list).exits(Exit.PROVEN).says("1 mirrors, signed");
        assertEquals(Exit.PROVEN, typed.run("mirrors", "show", small.site(), "--policy", small.policy()));
        typed.assertSays("university", url, "[proven]");
        assertEquals(Exit.UNCHECKED, typed.run("mirrors", "show", url));
        typed.assertSays("[could not check]");
        assertEquals(Exit.PROVEN, typed.run("verify", small.site(), "--policy", small.policy(), "--forget"));
        Path watch = temporary.resolve("watch");
        assertEquals(
                Exit.PROVEN,
                typed.run("mirrors", "watch", small.site(), "--policy", small.policy(), "--into", watch, "--json"));
        typed.assertSays("\"verdict\":\"proven\"", "\"name\":\"university\"", "\"state\":\"current\"");
        assertTrue(Files.readString(watch.resolve("es.html")).contains(url));
        assertEquals(
                Exit.UNCHECKED,
                typed.run(
                        "mirrors",
                        "watch",
                        small.site(),
                        "--policy",
                        small.policy(),
                        "--also",
                        "http://127.0.0.1:1/",
                        "--wait",
                        "2"));
        typed.assertSays("http://127.0.0.1:1/");
        Path poster = temporary.resolve("poster.html");
        assertEquals(
                Exit.PROVEN,
                typed.run("mirrors", "poster", small.site(), "--policy", small.policy(), "--into", poster));
        assertTrue(Files.readString(poster).contains("<svg"));
        Path signed = small.site().resolve("mirrors");
        Files.writeString(signed, Files.readString(signed).replace("university", "universitY"));
        assertEquals(Exit.BAD_INPUT, typed.run("mirrors", "show", small.site(), "--policy", small.policy()));
        assertEquals(Exit.REFUTED, typed.run("verify", small.site(), "--policy", small.policy(), "--forget"));
        typed.assertSays("PUB-230");
    }

    @Test
    void everyPartHasHelpWithAnExample() {
        for (List<String> words : List.of(
                List.of("witness", "init"),
                List.of("witness", "trust"),
                List.of("witness", "serve"),
                List.of("witness", "show"),
                List.of("mirrors", "sign"),
                List.of("mirrors", "show"),
                List.of("mirrors", "watch"),
                List.of("mirrors", "poster"),
                List.of("log", "cosign"),
                List.of("log", "stations"))) {
            assertEquals(Exit.PROVEN, typed.run(words.getFirst(), words.getLast(), "--help"), words::toString);
            typed.assertSays("Example");
        }
    }
}
