package org.cotejo.station.kiosk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. A page from elsewhere that was led here by a changed name has another Host; a page of another origin has another
 * Origin; a program that does not know the token has none. None of them learns more than a number.
 */
final class Gate {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final Token token;

    Gate(int port, Token token) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.token = token;
    }

    /** Why this is not answered, as a status; empty where it is. */
    Optional<Integer> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = only(headers, "Host");
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress() || host == null || !hosts.contains(host)) {
            return Optional.of(Answer.FORBIDDEN);
        }
        String site = only(headers, "Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site)) {
            return Optional.of(Answer.FORBIDDEN);
        }
        return switch (exchange.getRequestMethod()) {
            case "GET" -> Optional.empty();
            case "POST" -> refusalOfAct(headers, host);
            default -> Optional.of(Answer.NOT_ALLOWED);
        };
    }

    private Optional<Integer> refusalOfAct(Headers headers, String host) {
        if (!("http://" + host).equals(only(headers, "Origin")) || !Answer.JSON.equals(only(headers, "Content-Type"))) {
            return Optional.of(Answer.FORBIDDEN);
        }
        return token.is(only(headers, "X-Cotejo-Token")) ? Optional.empty() : Optional.of(Answer.NOT_KNOWN);
    }

    /** A header that is there once. */
    private static @Nullable String only(Headers headers, String name) {
        var values = headers.get(name);
        return values == null || values.size() != 1 ? null : values.getFirst();
    }
}
