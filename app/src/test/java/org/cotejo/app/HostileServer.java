package org.cotejo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A server that answers as no server should, on a real socket of this machine; counts what it got rid of. */
final class HostileServer implements AutoCloseable {
    /** How an answer is bad. */
    enum Trick {
        ENDLESS_BODY,
        SLOW_BODY,
        SILENT,
        ENDLESS_HEADER,
        REDIRECT_LOOP,
        REDIRECT_ELSEWHERE,
        JUNK,
        CUT_OFF,
        MILLION_EMPTY_LINES
    }

    private static final int PIECE = 1 << 16;
    private static final long BYTES_MOST = 1L << 30;

    private final ServerSocket server;
    private final Map<String, byte[]> files;
    private final Trick trick;
    private final AtomicLong sent = new AtomicLong();
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();

    private HostileServer(Trick trick, Map<String, byte[]> files) {
        this.trick = trick;
        this.files = files;
        try {
            this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("a socket", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Bad at every path. */
    static HostileServer of(Trick trick) {
        return new HostileServer(trick, Map.of());
    }

    /** True files at these paths, and bad at every other. */
    static HostileServer of(Trick trick, Map<String, byte[]> files) {
        return new HostileServer(trick, files);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** Bytes of bad answers that were taken from it. */
    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.put(socket, true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String path = request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            byte[] file = files.get(path);
            if (file != null) {
                write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + file.length + "\r\n\r\n");
                out.write(file);
                out.flush();
            } else {
                misbehave(out);
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone, as it should
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < PIECE) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("gone");
            }
            head.append((char) read);
        }
        return head.substring(head.indexOf(" ") + 2, head.indexOf(" HTTP"));
    }

    private void misbehave(OutputStream out) throws IOException, InterruptedException {
        switch (trick) {
            case ENDLESS_BODY -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
                flood(out, "x".repeat(PIECE));
            }
            case SLOW_BODY -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                while (true) {
                    write(out, "x");
                    Thread.sleep(20);
                }
            }
            case SILENT -> Thread.sleep(60_000);
            case ENDLESS_HEADER -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                flood(out, ("X-More: " + "y".repeat(1_000) + "\r\n").repeat(16));
            }
            case REDIRECT_LOOP -> write(out, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
            case REDIRECT_ELSEWHERE ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n");
            case JUNK -> write(out, "\u0000\u0001 no HTTP at all\r\n\r\n\r\n");
            case CUT_OFF -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
            case MILLION_EMPTY_LINES -> {
                write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                write(out, "\n".repeat(1_000_000));
            }
        }
    }

    private void flood(OutputStream out, String piece) throws IOException {
        while (sent.get() < BYTES_MOST) {
            write(out, piece);
        }
    }

    private void write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes);
        out.flush();
        sent.addAndGet(bytes.length);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open.keySet()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket", e);
        }
    }
}
