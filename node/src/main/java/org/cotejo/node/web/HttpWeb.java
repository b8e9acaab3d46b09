package org.cotejo.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.base.Sentence;

/**
 * The real network. An answer must begin within the patience and then bring {@link #RATE_LEAST} bytes a second on average; a redirection is
 * followed three times at most, to the same host alone, never from https to http.
 */
public final class HttpWeb implements Web, AutoCloseable {
    /** Fewest bytes a second, on average, once the patience is over. */
    private static final long RATE_LEAST = 2_048;

    private static final int REDIRECTS_MOST = 3;
    private static final int BUFFER = 1 << 16;
    private static final int FOUND = 200;

    private final Duration patience;
    private final HttpClient client;
    private final ScheduledExecutorService watch;

    /** A client that waits so long for an answer to begin. */
    public HttpWeb(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("web-watch").factory());
    }

    @Override
    public int get(String url, long most, OutputStream sink) throws IOException {
        URI at = uri(url);
        for (int hop = 0; ; hop++) {
            HttpResponse<InputStream> response = send(HttpRequest.newBuilder(at)
                    .timeout(patience)
                    .header("Accept-Encoding", "identity")
                    .build());
            try (InputStream in = response.body()) {
                if (response.statusCode() == FOUND) {
                    copy(url, in, most, sink);
                    return FOUND;
                }
                Optional<String> next = response.headers().firstValue("Location");
                if (response.statusCode() / 100 != 3 || next.isEmpty()) {
                    return response.statusCode();
                }
                at = redirected(url, at, next.get(), hop);
            }
        }
    }

    private static URI redirected(String url, URI from, String location, int hop) throws IOException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw elsewhere(url, location);
        }
        boolean isSame = from.getHost() != null
                && from.getHost().equalsIgnoreCase(to.getHost())
                && ("https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme()));
        if (!isSame || hop >= REDIRECTS_MOST) {
            throw elsewhere(url, location);
        }
        return to;
    }

    private static LimitException elsewhere(String url, String location) {
        String shown = location.length() > 200 ? location.substring(0, 200) : location;
        return new LimitException(new Sentence(
                        "{0} sends the reader elsewhere, to {1}: name the address itself",
                        "{0} envía al lector a otra parte, a {1}: dé la dirección misma")
                .with(url, shown));
    }

    @Override
    public Answer post(String url, byte[] body, int most) throws IOException {
        HttpResponse<InputStream> response = send(HttpRequest.newBuilder(uri(url))
                .timeout(patience)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        try (InputStream in = response.body()) {
            java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
            copy(url, in, most, read);
            return new Answer(response.statusCode(), read.toByteArray());
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + request.uri());
        }
    }

    /** Copies a body; a watch closes it where it comes too slowly, since a read that waits can be ended in no other way. */
    private void copy(String url, InputStream in, long most, OutputStream sink) throws IOException {
        AtomicLong count = new AtomicLong();
        AtomicBoolean isSlow = new AtomicBoolean();
        long from = System.nanoTime();
        long every = Math.max(1, patience.toMillis() / 4);
        ScheduledFuture<?> watching = watch.scheduleWithFixedDelay(
                () -> {
                    long spent = (System.nanoTime() - from) / 1_000_000 - patience.toMillis();
                    if (spent > 0 && count.get() < spent * RATE_LEAST / 1_000) {
                        isSlow.set(true);
                        close(in);
                    }
                },
                every,
                every,
                TimeUnit.MILLISECONDS);
        try {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (count.addAndGet(read) > most) {
                    throw LimitException.tooLong(url, most);
                }
                sink.write(buffer, 0, read);
            }
        } catch (LimitException e) {
            throw e;
        } catch (IOException e) {
            throw isSlow.get() ? tooSlow(url) : e;
        } finally {
            watching.cancel(false);
        }
        if (isSlow.get()) {
            throw tooSlow(url);
        }
    }

    private static LimitException tooSlow(String url) {
        return new LimitException(
                new Sentence("{0} sends fewer than {1} bytes a second", "{0} envía menos de {1} bytes por segundo")
                        .with(url, RATE_LEAST));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // it was to end, and it did
        }
    }

    private static URI uri(String url) throws IOException {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new LimitException(
                new Sentence("'{0}' is no http:// or https:// address", "'{0}' no es una dirección http:// o https://")
                        .with(url));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
        client.close();
    }
}
