package org.cotejo.station.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Asks as a page does, without one. */
final class Asking {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI page;
    private final String token;

    /** With the secret of an address. */
    Asking(URI page) {
        this(page, page.getFragment());
    }

    Asking(URI page, String token) {
        this.page = page;
        this.token = token;
    }

    /** What is answered; fails where the status is not 200. */
    Map<?, ?> ask(String what, Map<String, ?> given) {
        HttpResponse<String> answer = answer(what, given);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(what + ": " + answer.statusCode());
        }
        return (Map<?, ?>) java.util.Objects.requireNonNull(Tree.read(answer.body()));
    }

    int status(String what, Map<String, ?> given) {
        return answer(what, given).statusCode();
    }

    private HttpResponse<String> answer(String what, Map<String, ?> given) {
        return send(HttpRequest.newBuilder(page.resolve("/" + what))
                .header("Origin", "http://" + page.getAuthority())
                .header("Content-Type", "application/json")
                .header("X-Cotejo-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(Tree.write(given)))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
