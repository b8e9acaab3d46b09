package org.cotejo.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.custody.Incident;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.folder.FolderWriter;
import org.cotejo.node.mirror.MirrorService;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.WebServer;

/**
 * A place of its own in which a drill happens: people with their own keys and memories, real commands, real HTTP on this machine alone.
 * Whatever was started here is stopped here.
 */
final class DrillSandbox implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
    private static final int WAIT_MILLIS = 20;
    private static final int WAITS_MOST = 1_500;
    private static final String HOST = "127.0.0.1";

    private final Path root;
    private final String language;
    private final List<Served> servers = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();

    DrillSandbox(Path root, String language) {
        this.root = root;
        this.language = language;
        Folders.make(root);
    }

    /** What a command came to. */
    record Ran(int exit, String said, long millis) {}

    /** Somebody with keys and a memory of his own. */
    record Person(String name, Path home) {
        Console.Places places() {
            return new Console.Places(new LogKeyFolder(home.resolve("keys")), new KeptHeads(home.resolve("heads")));
        }

        Path at(String name) {
            return home.resolve(name);
        }
    }

    Person person(String name) {
        Path home = root.resolve(name);
        Folders.make(home);
        return new Person(name, home);
    }

    /** {@code es} or {@code en}. */
    String language() {
        return language;
    }

    /** Types a command as somebody. */
    Ran run(Person who, Object... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        long from = System.nanoTime();
        int exit = run(who, said, words);
        return new Ran(exit, said.toString(StandardCharsets.UTF_8), (System.nanoTime() - from) / 1_000_000);
    }

    private int run(Person who, ByteArrayOutputStream said, Object... words) {
        String[] all = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        Verb verb = Verb.all().stream()
                .filter(one -> one.name().equals(all[0]))
                .findFirst()
                .orElseThrow();
        Console console = new Console(to, to, language, false, who.places());
        return Commands.run("cotejo " + all[0], verb, Arrays.copyOfRange(all, 1, all.length), console, to);
    }

    /** A command that runs until it is stopped, with the address at which it answers. */
    final class Running implements AutoCloseable {
        private final Thread thread;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        private Running(Person who, Object... words) {
            this.thread = Thread.ofPlatform().daemon().name("drill").start(() -> run(who, said, words));
        }

        String address() {
            for (int i = 0; i < WAITS_MOST; i++) {
                Matcher found = ADDRESS.matcher(said.toString(StandardCharsets.UTF_8));
                if (found.find()) {
                    return found.group();
                }
                if (!thread.isAlive()) {
                    break;
                }
                pause();
            }
            throw new IllegalStateException("it does not serve: " + said.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Running start(Person who, Object... words) {
        Running one = new Running(who, words);
        running.add(one);
        return one;
    }

    /** A web server of which the drill says at any time what it shows. */
    static final class Served implements AutoCloseable {
        private final AtomicReference<Optional<Path>> shown;
        private final WebServer server;
        private final String address;

        private Served(Path folder, int port) {
            this.shown = new AtomicReference<>(Optional.of(folder));
            MirrorService service = new MirrorService(shown::get, folder, () -> "");
            this.server = WebServer.start(HOST, port, WebServer.Limits.LAPTOP, service)
                    .orElseThrow(() -> new IllegalStateException("no port is free"));
            this.address = "http://" + HOST + ":" + server.port() + "/";
        }

        /** Where it answers, or did. */
        String address() {
            return address;
        }

        void show(Path folder) {
            shown.set(Optional.of(folder));
        }

        @Override
        public void close() {
            server.close();
        }
    }

    Served serve(Path folder) {
        Served served = new Served(folder, 0);
        servers.add(served);
        return served;
    }

    /** A censor's server: one answer to everything. */
    WebServer censor(int port, Reply reply) {
        return WebServer.start(HOST, port, WebServer.Limits.LAPTOP, _ -> reply)
                .orElseThrow(() -> new IllegalStateException("the port " + port + " is not free"));
    }

    /** One entry more in an election folder: an incident, of which no two are alike here. */
    static void grow(Path election, Incident.Kind kind, int station) {
        ElectionFolder folder = ElectionFolder.open(election);
        Frame frame = folder.frame(folder.blocks());
        CustodianId custodian =
                frame.definition().orElseThrow().custodians().getFirst().id();
        try (FolderWriter writer = folder.write()) {
            writer.append(new Entry.IncidentReported(
                    new Incident(new StationCode(frame.register().codeText(station)), kind, custodian, null)));
            writer.commit();
        }
    }

    static void write(Path file, String text) {
        WrittenFile.write(file.toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Path file) {
        return new String(ClockFiles.bytes(file.toString(), 1 << 20), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        running.forEach(Running::close);
        servers.forEach(Served::close);
    }
}
