package org.cotejo.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Answers HTTP/1.1 on one port with a service, in bounded memory: so many connections, so long a body, so slow a client and no more. */
public final class WebServer implements AutoCloseable {
    /**
     * What a client may use up.
     *
     * @param bodyMost most bytes of a request's body
     * @param connections most of them at a time
     * @param patience how long a connection may say nothing, and how long a whole body may take
     */
    public record Limits(int bodyMost, int connections, Duration patience) {
        /** What fits on a laptop: 512 connections with 128 KiB each. */
        public static final Limits LAPTOP = new Limits(1 << 17, 512, Duration.ofSeconds(10));
    }

    private static final int THREADS = 32;
    private static final int HEADER_MOST = 8_192;
    private static final int PIECE = 1 << 13;

    /** So many times the longest allowed body are read and thrown away of one that is longer. */
    private static final int DISCARDED_MOST = 4;

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Starts answering; port 0 takes a free one, and a port that is taken gives nothing. */
    public static Optional<WebServer> start(String host, int port, Limits limits, Service service) {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, 4);
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(pool);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_MOST);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.patience().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        server.setHandler(new Answering(service, limits));
        try {
            server.start();
            return Optional.of(new WebServer(server, connector));
        } catch (Exception e) {
            stop(server);
            if (isTaken(e)) {
                return Optional.empty();
            }
            throw new UncheckedIOException("serving on port " + port, new IOException(e));
        }
    }

    private static boolean isTaken(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** The port on which it answers. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new UncheckedIOException("stopping a server", new IOException(e));
        }
    }

    /** Reads a request within the limits, asks the service and writes its answer. */
    private static final class Answering extends Handler.Abstract {
        private final Service service;
        private final Limits limits;

        Answering(Service service, Limits limits) {
            this.service = service;
            this.limits = limits;
        }

        @Override
        public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
            Reply reply;
            try {
                reply = reply(request);
            } catch (IOException e) {
                reply = Reply.text(408, "the request did not arrive whole in time");
            } catch (RuntimeException e) {
                reply = Reply.text(500, "this server failed");
            }
            boolean hasBody = !request.getMethod().equals("HEAD");
            switch (reply) {
                case Reply.Bytes bytes -> write(bytes, hasBody, response, callback);
                case Reply.FileBytes file -> FileSender.send(file, request.getHeaders(), hasBody, response, callback);
            }
            return true;
        }

        private Reply reply(org.eclipse.jetty.server.Request request) throws IOException {
            String path = org.eclipse.jetty.server.Request.getPathInContext(request);
            if (path == null || !path.startsWith("/")) {
                return Reply.text(400, "no path");
            }
            Optional<byte[]> body = body(request);
            if (body.isEmpty()) {
                return Reply.text(413, "a body of at most " + limits.bodyMost() + " bytes was expected");
            }
            return service.answer(new Request(request.getMethod(), path, body.get()));
        }

        /** The body, or nothing where it is too long. */
        private Optional<byte[]> body(org.eclipse.jetty.server.Request request) throws IOException {
            long most = limits.bodyMost();
            if (request.getLength() > most && !isWorthDiscarding(request)) {
                return Optional.empty();
            }
            long until = System.nanoTime() + limits.patience().toNanos();
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            long length = 0;
            try (InputStream in = Content.Source.asInputStream(request)) {
                byte[] piece = new byte[PIECE];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    length += read;
                    if (length > most * DISCARDED_MOST) {
                        break;
                    }
                    if (Math.max(length, request.getLength()) <= most) {
                        body.write(piece, 0, read);
                    }
                    if (System.nanoTime() > until) {
                        throw new IOException("too slow");
                    }
                }
            }
            return length > most ? Optional.empty() : Optional.of(body.toByteArray());
        }

        /**
         * Whether the rest of a body that is too long is read and thrown away: a client that is still sending when the connection ends sees a
         * broken one and not the answer. One that asks before it sends is answered at once.
         */
        private boolean isWorthDiscarding(org.eclipse.jetty.server.Request request) {
            return request.getLength() <= (long) limits.bodyMost() * DISCARDED_MOST
                    && !request.getHeaders().contains(HttpHeader.EXPECT);
        }

        private static void write(Reply.Bytes bytes, boolean hasBody, Response response, Callback callback) {
            response.setStatus(bytes.status());
            HttpFields.Mutable headers = response.getHeaders();
            headers.put(HttpHeader.CONTENT_TYPE, bytes.type());
            headers.put(HttpHeader.CONTENT_LENGTH, bytes.body().length);
            headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
            headers.put("X-Content-Type-Options", "nosniff");
            if (bytes.status() >= 400) {
                // What may be left of a body that was refused is not read to its end.
                headers.put(HttpHeader.CONNECTION, "close");
            }
            response.write(true, hasBody ? java.nio.ByteBuffer.wrap(bytes.body()) : BufferUtil.EMPTY_BUFFER, callback);
        }
    }
}
