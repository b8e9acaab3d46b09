package org.cotejo.station.kiosk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a page is answered. The headers forbid everything that these pages do not need, and any keeping of them. */
final class Answer {
    static final int OK = 200;
    static final int BAD = 400;
    static final int NOT_KNOWN = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int IN_USE = 409;
    static final int TOO_LARGE = 413;
    static final int BROKEN = 500;
    static final String JSON = "application/json";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    private static final String NOTHING_ELSE = "camera=(), microphone=(), display-capture=(), geolocation=(), usb=(),"
            + " serial=(), hid=(), midi=(), payment=()";

    private final int status;
    private final String type;
    private final byte[] body;

    Answer(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static Answer json(byte[] body) {
        return new Answer(OK, JSON, body);
    }

    /** An answer without content: the page knows what its status means. */
    static Answer refusal(int status) {
        return new Answer(status, JSON, "{}".getBytes(StandardCharsets.US_ASCII));
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Permissions-Policy", NOTHING_ELSE);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Embedder-Policy", "require-corp");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
