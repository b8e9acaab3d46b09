package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.dossier.Frame;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.Web;
import org.cotejo.node.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A body with tickets, a device and an intake that answers over a real connection. */
abstract class CaptureRoad {
    private static final WebServer.Limits LIMITS =
            new WebServer.Limits(CaptureInbox.BODY_MOST, 16, Duration.ofSeconds(20));

    @TempDir
    Path tmp;

    final HandClock clock = new HandClock();
    TwoSides sides;
    String body = "";
    String station = "";
    Path device;
    Path list;
    Path inbox;
    CaptureInbox intake;
    WebServer server;
    String out = "";

    @BeforeEach
    void aBodyWithTicketsAndAnIntake() throws IOException {
        sides = new TwoSides(tmp);
        body = sides.one.value();
        station = TwoSides.frame(sides.a).register().codeText(0);
        list = tmp.resolve("tickets/list");
        assertEquals(
                Exit.PROVEN,
                run(
                        "tickets",
                        sides.a.path(),
                        "--custodian",
                        body,
                        "--count",
                        2,
                        "--each",
                        3,
                        "--into",
                        tmp.resolve("tickets")),
                () -> out);
        device = Files.createDirectory(tmp.resolve("device"));
        Files.copy(tmp.resolve("tickets/hand-out/set-1.tickets"), device.resolve("tickets"));
        inbox = tmp.resolve("inbox");
        intake = inbox();
        server = WebServer.start("127.0.0.1", 0, LIMITS, request -> intake.answer(request))
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    CaptureInbox inbox() {
        Frame frame = TwoSides.frame(sides.a);
        return new CaptureInbox(
                frame.definition().orElseThrow().id(),
                frame.register(),
                new TicketFile(list),
                CaptureFiles.in(inbox),
                new Receipts(tmp.resolve("a-site")),
                clock,
                100);
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    int run(Object... words) {
        return run("capture", new Verb("capture", "captures", console -> new CaptureCommand(console).spec()), words);
    }

    int run(String name, Verb verb, Object... words) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(written, true, StandardCharsets.UTF_8);
        LogKeyFolder keys = new LogKeyFolder(tmp.resolve("keys-of-body"));
        KeptHeads heads = new KeptHeads(tmp.resolve("heads"));
        Console console = new Console(to, to, "en", false, new Console.Places(keys, heads));
        String[] args = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        int exit = Commands.run("cotejo " + name, verb, args, console, to);
        out = written.toString(StandardCharsets.UTF_8);
        return exit;
    }

    int redact(Object... words) {
        return run("redact", new Verb("redact", "covers", console -> new RedactCommand(console).spec()), words);
    }

    int log(Object... words) {
        return run("log", new Verb("log", "logs", console -> new LogCommand(console).spec()), words);
    }

    Path picture(int seed) throws IOException {
        byte[] pixels = new byte[200 * 150];
        new Random(seed).nextBytes(pixels);
        return Files.write(tmp.resolve("acta-" + seed + ".png"), Png.of(new Grey(200, 150, pixels)));
    }

    byte[] waiting() throws IOException {
        return Files.readAllBytes(new CaptureQueue(device).waiting().getFirst());
    }

    String signed(int seed) throws IOException {
        assertEquals(Exit.PROVEN, run("send", device, picture(seed), "--station", station), () -> out);
        return out.strip().substring(out.strip().length() - 64);
    }

    String post(byte[] bytes) throws IOException {
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(20))) {
            Web.Answer answer = web.post(url() + "captures", bytes, 4_096);
            return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8).strip();
        }
    }

    List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(inbox.resolve("captures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    int importAll(String... more) {
        String words = "import " + inbox + " --into " + sides.a.path() + " --custodian " + body + " --tickets " + list
                + " --private " + tmp.resolve("kept");
        return run(Stream.concat(Arrays.stream(words.split(" ", -1)), Arrays.stream(more))
                .toArray());
    }

    List<CommittedPicture> stated() {
        return List.copyOf(TwoSides.frame(sides.a).pictures().all());
    }
}
