package org.cotejo.station.kiosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One page and its acts on a port of its own, for browsers of this machine. What is asked stands in the body of a POST, never in an
 * address; nothing is logged.
 */
final class PageServer implements AutoCloseable {
    /** What a page may ask for. */
    @FunctionalInterface
    interface Act {
        Answer answer(Asked asked) throws InterruptedException;
    }

    /** Far more than a ballot of a thousand contests. */
    static final int BODY_MOST = 16_384;

    /** More than there are connections. */
    private static final int ANSWERS_MOST = 1_000;

    /** The server's own log would tell who asked when; held here, for a level is lost with its logger. */
    private static final Logger SILENT = Logger.getLogger("com.sun.net.httpserver");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Gate gate;
    private final PageFiles files;
    private final Map<String, Act> acts;
    private final Desk desk;
    private final Semaphore answering = new Semaphore(ANSWERS_MOST, true);
    private volatile boolean isFinishing;

    private PageServer(HttpServer server, Token token, PageFiles files, Map<String, Act> acts, Desk desk) {
        this.server = server;
        this.gate = new Gate(server.getAddress().getPort(), token);
        this.files = files;
        this.acts = acts;
        this.desk = desk;
    }

    /** Serves on a port, or on any free one for 0; throws {@link java.net.BindException} where it is in use. */
    static PageServer start(int port, Token token, PageFiles files, Map<String, Act> acts, Desk desk)
            throws IOException {
        limit();
        PageServer page = new PageServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0),
                token,
                files,
                acts,
                desk);
        page.server.setExecutor(page.threads);
        page.server.createContext("/", page::handle);
        page.server.start();
        return page;
    }

    /** Read by the JDK's server when it is first used. Slow or many clients can't keep the two pages from being served. */
    private static void limit() {
        SILENT.setLevel(Level.OFF);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "60");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
        System.setProperty("jdk.httpserver.maxConnections", "64");
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answering.acquire();
            try {
                answer(exchange).send(exchange);
            } finally {
                answering.release();
            }
        } catch (IOException e) {
            // The browser went away; it asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<Integer> refusal = isFinishing ? Optional.of(Answer.BROKEN) : gate.refusal(exchange);
        if (refusal.isPresent()) {
            return Answer.refusal(refusal.get());
        }
        String path = exchange.getRequestURI().toString();
        if (exchange.getRequestMethod().equals("GET")) {
            return files.file(path).orElseGet(() -> Answer.refusal(Answer.NOT_FOUND));
        }
        Act act = acts.get(path);
        return act == null ? Answer.refusal(Answer.NOT_FOUND) : did(act, exchange);
    }

    private Answer did(Act act, HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_MOST + 1);
        try {
            return body.length > BODY_MOST ? Answer.refusal(Answer.TOO_LARGE) : act.answer(Asked.read(body));
        } catch (Asked.NotUnderstood e) {
            return Answer.refusal(Answer.BAD);
        } catch (UncheckedIOException e) {
            // The machine's disk: both pages say so by themselves.
            return Answer.refusal(Answer.BROKEN);
        } catch (RuntimeException e) {
            desk.fault(e);
            return Answer.refusal(Answer.BROKEN);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /** Takes no further request, and waits for those that are being answered, a paper that is coming out among them. */
    void finish(Duration patience) throws InterruptedException {
        isFinishing = true;
        if (answering.tryAcquire(ANSWERS_MOST, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            answering.release(ANSWERS_MOST);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
