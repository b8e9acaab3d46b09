package org.cotejo.app;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;

/** Serves a written site on this machine alone, until the process is stopped. */
final class PageServer {
    static final int PORT = 8765;
    private static final int PORTS_TRIED = 20;

    private PageServer() {}

    /** Serves on {@code port}, or where it is null on the first free one from {@link #PORT}; returns when the process is stopped. */
    static void serve(Path site, @org.jspecify.annotations.Nullable Integer port, Console console) {
        // Without this each small file waits for the reader's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = port == null ? firstFree() : bound(port);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/", SimpleFileServer.createFileHandler(site.toAbsolutePath().normalize()));
        server.start();
        console.print(new Sentence(
                        "The report is at http://localhost:{0}/ (stop with Ctrl+C)",
                        "El informe está en http://localhost:{0}/ (pare con Ctrl+C)")
                .with(server.getAddress().getPort()));
        console.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }

    private static HttpServer firstFree() {
        for (int port = PORT; port < PORT + PORTS_TRIED; port++) {
            try {
                return bound(port);
            } catch (RefusedException e) {
                // taken: the next one is tried
            }
        }
        return bound(0);
    }

    private static HttpServer bound(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new RefusedException(AppProblem.PORT.at("--port", port));
        } catch (IOException e) {
            throw new UncheckedIOException("serving on port " + port, e);
        }
    }
}
