package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.node.web.HttpWeb;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Service;
import org.cotejo.node.web.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets on their way from a machine to an intake, over a real connection. */
class IntakeTest {
    private static final WebServer.Limits LIMITS = new WebServer.Limits(1 << 20, 16, Duration.ofSeconds(10));

    @TempDir
    private Path tmp;

    private MachineAtWork work;
    private Path inbox;
    private SheetInbox intake;
    private final List<WebServer> servers = new ArrayList<>();

    @BeforeEach
    void aMachineAndAnIntake() throws Exception {
        work = MachineAtWork.open(tmp);
        inbox = Files.createDirectory(tmp.resolve("inbox"));
        intake = inbox(3);
    }

    private SheetInbox inbox(long most) {
        ElectionFolder folder = ElectionFolder.open(work.election);
        Frame frame = folder.frame(folder.blocks());
        return new SheetInbox(frame, frame.definition().orElseThrow(), "coalition", inbox, most);
    }

    @AfterEach
    void stop() {
        servers.forEach(WebServer::close);
    }

    private String served(Service service) {
        WebServer server = WebServer.start("127.0.0.1", 0, LIMITS, service).orElseThrow();
        servers.add(server);
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> sheets() throws IOException {
        Path file = work.file("sheets.txt");
        work.station("transmit", work.machine, "--custodian", "coalition", "--into", file);
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("COTEJO1/"))
                .toList();
    }

    private String answer(List<String> texts) {
        return answer(SheetPush.body(texts));
    }

    private String answer(byte[] body) {
        if (intake.answer(new Request("POST", "/sheets", body)) instanceof Reply.Bytes bytes) {
            return bytes.status() + " " + new String(bytes.body(), StandardCharsets.UTF_8).strip();
        }
        throw new IllegalStateException("no text");
    }

    @Test
    void whatAMachineSendsAfterItsLastCopyIsKeptAndImported() throws Exception {
        String address = served(intake);
        assertEquals(2, work.commands.run("station", "transmit", work.machine, "--to", address));
        work.commands.assertComplains("STATION-401");
        assertEquals(List.of(), kept(), "nothing leaves before the copies are printed");
        work.close(0);
        work.station("transmit", work.machine, "--to", address);
        work.station("transmit", work.machine, "--to", address);
        String sheets = kept().stream()
                .filter(name -> name.endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, kept().size(), "the same sheets are kept once, and the log as often as it grew");
        work.commands.assertSays(sheets.replace(".txt", ""));
        work.type("import", "sheets", inbox.resolve(sheets), "--into", work.election);
        for (String log : kept()) {
            if (log.endsWith(".log")) {
                work.type(
                        "import",
                        "machine-logs",
                        inbox.resolve(log),
                        "--custodian",
                        "mission",
                        "--into",
                        work.election);
            }
        }
        work.type("reconcile", work.election, "--json");
        work.commands.assertSays("\"set_aside\":1"); // all figures zero: no result, and it came in
    }

    @Test
    void aPushIsTriedAgainABoundedNumberOfTimes() throws Exception {
        work.close(0);
        List<String> sheets = sheets();
        AtomicInteger asked = new AtomicInteger();
        String slow =
                served(request -> asked.incrementAndGet() < 3 ? Reply.text(503, "later") : intake.answer(request));
        List<Duration> pauses = new ArrayList<>();
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(10))) {
            push(web, 5, pauses).send(slow, SheetPush.PATH, SheetPush.body(sheets));
            assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
            assertEquals(1, kept().size());

            AtomicInteger never = new AtomicInteger();
            String down = served(_ -> {
                never.incrementAndGet();
                return Reply.text(503, "later");
            });
            UncheckedIOException failed = assertThrows(
                    UncheckedIOException.class,
                    () -> push(web, 4, pauses).send(down, SheetPush.PATH, SheetPush.body(sheets)));
            assertTrue(String.valueOf(failed.getMessage()).contains("nothing is lost"), failed::getMessage);
            assertEquals(4, never.get());
        }
    }

    @Test
    void whoIsNoIntakeOrRefusesIsNotAskedAgain() throws Exception {
        work.close(0);
        List<String> sheets = sheets();
        AtomicInteger asked = new AtomicInteger();
        try (HttpWeb web = new HttpWeb(Duration.ofSeconds(10))) {
            for (Reply reply : List.of(
                    Reply.text(200, "welcome"), Reply.text(404, "nothing here"), Reply.text(422, "another election"))) {
                String address = served(_ -> {
                    asked.incrementAndGet();
                    return reply;
                });
                assertThrows(
                        RefusedException.class,
                        () -> push(web, 5, new ArrayList<>()).send(address, SheetPush.PATH, SheetPush.body(sheets)));
            }
            assertEquals(3, asked.get());
        }
        for (String bad : List.of("intake.example", "ftp://intake.example/", "http://a/?b", "http://a b/")) {
            assertEquals(2, work.commands.run("station", "transmit", work.machine, "--to", bad));
            work.commands.assertComplains("APP-184");
        }
    }

    @Test
    void aLogIsKeptWhenEveryLineIsThatOfAListedMachine() throws Exception {
        work.close(0);
        Path file = work.file("M-1.log");
        work.station("transmit", work.machine, "--log-into", file);
        String log = Files.readString(file);
        assertTrue(answer("/logs", log).startsWith("200 stored"), () -> answer("/logs", log));
        assertEquals(1, kept().size());
        for (String bad : List.of(
                "",
                "nonsense",
                log.replace(" opened ", " loaded "),
                log.replace("election ", "election x"),
                log + "x\n")) {
            assertTrue(answer("/logs", bad).startsWith("422"), bad);
        }
        assertEquals(1, kept().size(), "nothing of it is kept");
    }

    private String answer(String path, String body) {
        if (intake.answer(new Request("POST", path, body.getBytes(StandardCharsets.UTF_8)))
                instanceof Reply.Bytes bytes) {
            return bytes.status() + " " + new String(bytes.body(), StandardCharsets.UTF_8).strip();
        }
        throw new IllegalStateException("no text");
    }

    private static SheetPush push(HttpWeb web, int tries, List<Duration> pauses) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new SheetPush(web, tries, pauses::add, new Console(nowhere, nowhere, "en", false));
    }

    @Test
    void whatNoListedMachineSignedIsRefusedAndNotKept() throws Exception {
        work.close(0);
        List<String> sheets = sheets();
        String sheet = sheets.getFirst();
        for (UnaryOperator<String> lie : List.<UnaryOperator<String>>of(
                text -> text.replace("/1:0 ", "/1:9 "),
                text -> text.replace("demo-2030", "demo-2031"),
                text -> text.replace("0101.01", "0101.02"),
                text -> text.replace("/FINAL/", "/OPENING/"),
                text -> text.replace("/M-1/", "/M-2/"),
                text -> "x" + text,
                text -> "")) {
            String changed = lie.apply(sheet);
            assertTrue(!changed.equals(sheet) && answer(List.of(changed)).startsWith("422 "), changed);
        }
        assertTrue(answer(List.of(sheet, sheet)).startsWith("422 "), "each once");
        assertTrue(answer(new byte[] {(byte) 0xff, '\n'}).startsWith("422 "));
        assertTrue(answer(new byte[0]).startsWith("422 "));
        assertTrue(answer(sheet.getBytes(StandardCharsets.UTF_8)).startsWith("422 "), "no line feed");
        assertEquals(List.of(), kept());
        assertEquals("200 " + SheetPush.stored(SheetPush.body(sheets)), answer(sheets));
    }

    @Test
    void anIntakeThatIsFullSaysSo() throws Exception {
        work.close(0);
        intake = inbox(0);
        assertTrue(answer(sheets()).startsWith("507 "));
        assertEquals(List.of(), kept());
    }

    @Test
    void anIntakeNeedsAFrozenDefinitionAndAKnownCustodian() {
        Path other = work.file("other");
        work.type("new", other);
        work.type("import", "definition", other.resolve("templates/definition.json"), "--into", other);
        assertEquals(2, work.commands.run("intake", other, "--custodian", "coalition", "--inbox", inbox));
        work.commands.assertComplains("APP-188");
        assertEquals(2, work.commands.run("intake", work.election, "--custodian", "nobody", "--inbox", inbox));
        work.commands.assertComplains("APP-187");
    }
}
