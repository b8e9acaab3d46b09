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
import org.cotejo.verify.SiteFiles;

/**
 * A publication on a web server, plain files and nothing else. It can't be listed, so files that nothing covers go unseen, and
 * that is said.
 */
final class WebFiles implements SiteFiles, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String root;
    private final HttpClient client;

    /** A publication below an address that begins with {@code http://} or {@code https://}. */
    WebFiles(String address) {
        this.root = address.endsWith("/") ? address : address + "/";
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "identity")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == FOUND) {
                return Optional.of(response.body());
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
        client.shutdownNow();
    }
}
