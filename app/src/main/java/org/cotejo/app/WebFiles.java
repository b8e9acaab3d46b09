package org.cotejo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cotejo.verify.SiteFiles;

/**
 * A publication on a web server, plain files and nothing else. It can't be listed, so files that nothing covers go unseen, and
 * that is said. An answer
 * must begin in time and then come at a least pace; redirections are followed five times at most, never from https to http.
 */
final class WebFiles implements SiteFiles, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String root;
    private final Duration patience;
    private final HttpClient client;
    private final ScheduledExecutorService watch;

    /** A publication below an address that begins with {@code http://} or {@code https://}. */
    WebFiles(String address) {
        this(address, PATIENCE);
    }

    /** As the other, with how long an answer may take to begin, and to come at less than its least pace. */
    WebFiles(String address, Duration patience) {
        this.patience = patience;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("web-watch").factory());
        this.root = address.endsWith("/") ? address : address + "/";
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(patience)
                .header("Accept-Encoding", "identity")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == FOUND) {
                return Optional.of(new PacedStream(root + path, response.body(), patience, watch));
            }
            response.body().close();
            if (response.statusCode() == NOT_FOUND || response.statusCode() == GONE) {
                return Optional.empty();
            }
            throw new IOException(root + path + ": the server answered " + response.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while fetching " + root + path);
        }
    }

    @Override
    public Optional<SortedSet<String>> list() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Every answer that was wanted has been read; waiting for one that was given up, as of a file that is not
        // there, can last for ever.
        watch.shutdownNow();
        client.shutdownNow();
    }
}
