package org.cotejo.station.kiosk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, driven by its own protocol over a socket of this machine, with keys and a pointer like a person's. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Integer> KEYS = Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            " ",
            32,
            "PageUp",
            33,
            "PageDown",
            34,
            "ArrowUp",
            38,
            "ArrowDown",
            40,
            "ArrowLeft",
            37,
            "ArrowRight",
            39);

    private final Process process;
    private final WebSocket socket;
    private final Wire wire;
    private int sent;

    private Browser(Process process, WebSocket socket, Wire wire) {
        this.process = process;
        this.socket = socket;
        this.wire = wire;
    }

    /** The program, if this machine has one. */
    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name -> List.of(path.split(":", -1)).stream().map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own in a folder that is there. */
    static Browser start(Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        String port = port(profile, process);
        HttpClient client = HttpClient.newHttpClient();
        String targets = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher page = Pattern.compile("\"type\": \"page\".*?\"webSocketDebuggerUrl\": \"([^\"]+)\"", Pattern.DOTALL)
                .matcher(targets);
        if (!page.find()) {
            throw new IllegalStateException("no page in " + targets);
        }
        Wire wire = new Wire();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page.group(1)), wire)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        Browser browser = new Browser(process, socket, wire);
        for (String domain : List.of("Page", "Runtime", "Log")) {
            browser.send(domain + ".enable", Map.of());
        }
        return browser;
    }

    private static String port(Path profile, Process process) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() >= 2) {
                return lines.getFirst();
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("chromium did not start: " + Files.readString(profile.resolve("chromium.log")));
    }

    /** Gathers the pieces of a message, hands a reply to whoever waits for it, and keeps what pages say on their consoles. */
    private static final class Wire implements WebSocket.Listener {
        final Map<Integer, CompletableFuture<Map<?, ?>>> replies = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                Map<?, ?> message = (Map<?, ?>) java.util.Objects.requireNonNull(Tree.read(text.toString()));
                text.setLength(0);
                if (message.get("id") instanceof Number id) {
                    CompletableFuture<Map<?, ?>> reply = replies.remove(id.intValue());
                    if (reply != null) {
                        reply.complete(message);
                    }
                } else if (Tree.text(message, "method").matches("Log.entryAdded|Runtime.(consoleAPI|exception).*")) {
                    said.add(message.toString());
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private Map<?, ?> send(String method, Map<String, ?> parameters) {
        int id = ++sent;
        CompletableFuture<Map<?, ?>> reply = new CompletableFuture<>();
        wire.replies.put(id, reply);
        socket.sendText(Tree.write(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        Map<?, ?> answer =
                reply.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (answer.get("error") != null) {
            throw new IllegalStateException(method + ": " + answer.get("error"));
        }
        return Tree.map(answer, "result");
    }

    /** What pages wrote to their consoles or were refused by their own policy since the last call. */
    List<String> said() {
        List<String> said = List.copyOf(wire.said);
        wire.said.clear();
        return said;
    }

    /** The size of the window in CSS pixels. */
    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Leaves whatever is shown. */
    void blank() {
        send("Page.navigate", Map.of("url", "about:blank"));
        until("location.href === 'about:blank'");
    }

    void open(URI page) {
        blank();
        send("Page.navigate", Map.of("url", page.toString()));
        until("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    /** Goes back in the history, as a key or a gesture would; nothing where there is nothing to go back to. */
    void back() {
        Map<?, ?> history = send("Page.getNavigationHistory", Map.of());
        int at = ((Number) Tree.get(history, "currentIndex")).intValue();
        if (at > 0) {
            Map<?, ?> entry = (Map<?, ?>) ((List<?>) Tree.get(history, "entries")).get(at - 1);
            send("Page.navigateToHistoryEntry", Map.of("entryId", Tree.get(entry, "id")));
        }
    }

    /** Entries of the tab's history, as text. */
    String history() {
        return send("Page.getNavigationHistory", Map.of()).get("entries") + "";
    }

    void reload() {
        send("Page.reload", Map.of());
    }

    /** What an expression gives as text; it may be a promise. */
    String run(String script) {
        Map<?, ?> answer = send(
                "Runtime.evaluate",
                Map.of(
                        "awaitPromise",
                        true,
                        "returnByValue",
                        true,
                        "expression",
                        "Promise.resolve(" + script + ").then(String)"));
        if (answer.get("exceptionDetails") != null) {
            throw new IllegalStateException(
                    script.substring(0, Math.min(300, script.length())) + " gave " + answer.get("exceptionDetails"));
        }
        return String.valueOf(Tree.map(answer, "result").get("value"));
    }

    /** Runs statements for what they do. */
    void load(String script) {
        send("Runtime.evaluate", Map.of("expression", script));
    }

    /** Waits until an expression is true. */
    void until(String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        condition + " never came true; the page says: " + run("document.body.innerText"));
            }
            pause(15);
        }
    }

    /** Whether it is so now; between two documents there is nothing to ask, and then it is not. */
    private boolean holds(String condition) {
        return run("!!(document.documentElement && document.body && (" + condition + "))")
                .equals("true");
    }

    static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Presses a key and lets it go. */
    void key(String key) {
        String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
        for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key.equals(" ") ? "Space" : key,
                            "windowsVirtualKeyCode",
                            KEYS.get(key),
                            "text",
                            type.equals("keyUp") ? "" : text));
        }
    }

    /** Touches an element in its middle, with the pointer of the system, once it can be seen. */
    void touch(String element) {
        until(element + " && !" + element + ".disabled && " + element + ".getBoundingClientRect().width > 0");
        String[] at = run("(r => (r.x + r.width / 2) + ' ' + (r.y + r.height / 2))(" + element
                        + ".getBoundingClientRect())")
                .split(" ", -1);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            Double.valueOf(at[0]),
                            "y",
                            Double.valueOf(at[1]),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** A picture of the page, for people who look at what failed. */
    void picture(Path file) throws IOException {
        String data = Tree.text(send("Page.captureScreenshot", Map.of("format", "png")), "data");
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** The source of axe-core, fetched by npm as the lock file says; empty if npm can't. */
    static Optional<String> axe(Path js, Path work) throws IOException, InterruptedException {
        Path script = work.resolve("node_modules/axe-core/axe.min.js");
        if (!Files.exists(script)) {
            Files.createDirectories(work);
            for (String name : List.of("package.json", "package-lock.json")) {
                Files.writeString(work.resolve(name), Files.readString(js.resolve(name)));
            }
            @Nullable Process npm = null;
            try {
                npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("npm.log").toFile())
                        .start();
            } catch (IOException e) {
                return Optional.empty();
            }
            if (!npm.waitFor(120, TimeUnit.SECONDS)) {
                npm.destroyForcibly();
            }
        }
        return Files.exists(script) ? Optional.of(Files.readString(script)) : Optional.empty();
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
        // They write into the profile until they are gone, and whoever deletes it then would fail.
        for (ProcessHandle child : children) {
            child.destroyForcibly();
            child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
