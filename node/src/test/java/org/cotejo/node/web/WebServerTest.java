package org.cotejo.node.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client sees of bodies that are too long, over real connections. */
class WebServerTest {
    private static final int MOST = 1 << 20;

    private final WebServer server = WebServer.start(
                    "127.0.0.1",
                    0,
                    new WebServer.Limits(MOST, 8, Duration.ofSeconds(20)),
                    request -> Reply.text(200, "got " + request.body().length))
            .orElseThrow();
    private final HttpWeb web = new HttpWeb(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    private String post(int length) throws IOException {
        Web.Answer answer = web.post("http://127.0.0.1:" + server.port() + "/", new byte[length], 4_096);
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void aClientThatStillSendsATooLongBodySeesTheRefusal() throws IOException {
        for (int round = 0; round < 20; round++) {
            assertEquals("200 got " + MOST, post(MOST));
            for (int length : new int[] {MOST + 1, 2 * MOST, 4 * MOST}) {
                assertEquals("413 a body of at most " + MOST + " bytes was expected", post(length));
            }
        }
    }

    @Test
    void aClientThatAsksBeforeItSendsIsRefusedAtOnce() throws IOException {
        String asked =
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + (MOST + 1) + "\r\nExpect: 100-continue\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws IOException {
        String begun = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] piece = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            try {
                while (sent < 64 * MOST) {
                    socket.getOutputStream().write(piece);
                    sent += 0x10000;
                }
            } catch (IOException e) {
                // The other side has had enough.
            }
            assertTrue(sent < 64 * MOST, "sent " + sent);
        }
    }
}
