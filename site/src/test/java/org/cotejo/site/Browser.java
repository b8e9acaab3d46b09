package org.cotejo.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headless Chromium, driven by its own protocol over a socket on this machine: no browser driver is needed. It opens files
 * alone and is told to fetch nothing.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Process process;
    private final WebSocket socket;
    private final ConcurrentHashMap<Integer, CompletableFuture<String>> replies;
    private int sent;

    private Browser(Process process, WebSocket socket, ConcurrentHashMap<Integer, CompletableFuture<String>> replies) {
        this.process = process;
        this.socket = socket;
        this.replies = replies;
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
        return start(profile, List.of());
    }

    /** The same, whose camera shows a film (YUV4MPEG2) again and again, and is given to whoever asks. */
    static Browser withCamera(Path profile, Path film) throws IOException, InterruptedException {
        return start(
                profile,
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film));
    }

    private static Browser start(Path profile, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
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
                "--user-data-dir=" + profile));
        command.addAll(more);
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
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
        ConcurrentHashMap<Integer, CompletableFuture<String>> replies = new ConcurrentHashMap<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page.group(1)), new Listener(replies))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return new Browser(process, socket, replies);
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

    /** Gathers the pieces of a message and hands a reply to whoever waits for its number. */
    private record Listener(ConcurrentHashMap<Integer, CompletableFuture<String>> replies, StringBuilder text)
            implements WebSocket.Listener {
        Listener(ConcurrentHashMap<Integer, CompletableFuture<String>> replies) {
            this(replies, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                String message = text.toString();
                text.setLength(0);
                Matcher id = ID.matcher(message);
                CompletableFuture<String> reply = id.find() ? replies.remove(Integer.valueOf(id.group(1))) : null;
                if (reply != null) {
                    reply.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private String send(String method, String parameters) {
        int id = ++sent;
        CompletableFuture<String> reply = new CompletableFuture<>();
        replies.put(id, reply);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true)
                .join();
        return reply.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The size of the window in CSS pixels. */
    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false");
    }

    void dark(boolean isDark) {
        send(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (isDark ? "dark" : "light") + "\"}]");
    }

    /** Without any network, as in a plane. */
    void offline() {
        send("Network.enable", "");
        send(
                "Network.emulateNetworkConditions",
                "\"offline\":true,\"latency\":0,\"downloadThroughput\":0,\"uploadThroughput\":0");
    }

    /** Runs before the scripts of every page from now on; what it gives takes it away again. */
    Runnable before(String script) {
        send("Page.enable", "");
        Matcher id = Pattern.compile("\"identifier\":\"(\\d+)\"")
                .matcher(send("Page.addScriptToEvaluateOnNewDocument", "\"source\":" + quoted(script)));
        if (!id.find()) {
            throw new IllegalStateException("no script was added");
        }
        String identifier = id.group(1);
        return () -> send("Page.removeScriptToEvaluateOnNewDocument", "\"identifier\":\"" + identifier + "\"");
    }

    /** Puts files into an input, as a person does in the dialogue. */
    void choose(String selector, Path... files) {
        String root = number(send("DOM.getDocument", ""));
        String input = number(send("DOM.querySelector", "\"nodeId\":" + root + ",\"selector\":" + quoted(selector)));
        String paths = java.util.Arrays.stream(files)
                .map(file -> quoted(file.toString()))
                .collect(java.util.stream.Collectors.joining(","));
        send("DOM.setFileInputFiles", "\"nodeId\":" + input + ",\"files\":[" + paths + "]");
    }

    private static String number(String reply) {
        Matcher id = Pattern.compile("\"nodeId\":(\\d+)").matcher(reply);
        if (!id.find()) {
            throw new IllegalStateException("no element in " + reply);
        }
        return id.group(1);
    }

    void scripts(boolean areOn) {
        send("Emulation.setScriptExecutionDisabled", "\"value\":" + !areOn);
    }

    /** Opens a file, with what stands behind it as {@code #...}, and waits until it is there. */
    void open(Path file, String anchor) throws InterruptedException {
        send("Page.navigate", "\"url\":\"about:blank\"");
        send("Page.navigate", "\"url\":\"" + file.toUri() + anchor + "\"");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!run("location.protocol + document.readyState").equals("file:complete")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(file + " does not load");
            }
            Thread.sleep(20);
        }
    }

    /** What an expression gives as text; it may be a promise. */
    String run(String script) {
        String reply = send(
                "Runtime.evaluate",
                "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                        + quoted("Promise.resolve(" + script + ").then(String)"));
        Matcher value = VALUE.matcher(reply);
        if (!value.find() || reply.contains("exceptionDetails")) {
            throw new IllegalStateException(script.substring(0, Math.min(200, script.length())) + " gave " + reply);
        }
        return unescaped(value.group(1));
    }

    /** Runs statements for what they do. */
    void load(String script) {
        send("Runtime.evaluate", "\"expression\":" + quoted(script));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 100).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String unescaped(String text) {
        Matcher escape = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)").matcher(text);
        return escape.replaceAll(match -> {
            String what = match.group(1);
            String plain = what.length() == 5
                    ? Character.toString(Integer.parseInt(what.substring(1), 16))
                    : what.equals("n") ? "\n" : what.equals("t") ? "\t" : what;
            return Matcher.quoteReplacement(plain);
        });
    }

    /** The source of axe-core, fetched by npm as the lock file says; empty if npm can't. */
    static Optional<String> axe(Path js, Path work) throws IOException, InterruptedException {
        Path script = work.resolve("node_modules/axe-core/axe.min.js");
        if (!Files.exists(script)) {
            Files.createDirectories(work);
            for (String name : List.of("package.json", "package-lock.json")) {
                Files.writeString(work.resolve(name), Files.readString(js.resolve(name)));
            }
            try {
                Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("npm.log").toFile())
                        .start();
                if (!npm.waitFor(120, TimeUnit.SECONDS)) {
                    npm.destroyForcibly();
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Files.exists(script) ? Optional.of(Files.readString(script, StandardCharsets.UTF_8)) : Optional.empty();
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
