package org.cotejo.station.printer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A printer behind a real socket: keeps what it is sent as paper, answers DLE EOT at once and GS r in its turn, and can be made to run
 * out of paper, stand still, break off or say nothing.
 */
final class PrinterEmulator implements Closeable {
    private static final int SMALL_BUFFER = 4_096;

    /** What it does, from some byte of the document on. */
    enum Habit {
        PRINTS,
        /** Never answers anything. */
        SILENT,
        /** Answers DLE EOT, but does not know GS r. */
        NEVER_DONE,
        /** Takes everything and forgets to answer after that many bytes. */
        FALLS_SILENT,
        /** Reads no more. */
        STOPS,
        /** Breaks the connection off. */
        DIES,
        /** Runs out of paper: what comes then is thrown away. */
        RUNS_OUT,
        /** Says that its cover is open. */
        OPENS
    }

    private final ServerSocket server;
    private final Habit habit;
    private final int from;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger forgotten = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private boolean isOutOfPaper;
    private boolean isCoverOpen;
    private boolean isJammed;

    PrinterEmulator(Habit habit, int from) throws IOException {
        this.habit = habit;
        this.from = from;
        server = new ServerSocket();
        server.setReceiveBufferSize(SMALL_BUFFER);
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().name("emulator").start(this::serve);
    }

    PrinterEmulator outOfPaper() {
        isOutOfPaper = true;
        return this;
    }

    PrinterEmulator coverOpen() {
        isCoverOpen = true;
        return this;
    }

    PrinterEmulator jammed() {
        isJammed = true;
        return this;
    }

    String address() {
        return "tcp:" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** How often it was told to forget what it did not print. */
    int forgotten() {
        return forgotten.get();
    }

    synchronized byte[] paper() {
        return paper.toByteArray();
    }

    private synchronized int print(int one) {
        if (!isOutOfPaper && !isCoverOpen) {
            paper.write(one);
        }
        return paper.size();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                talk(socket);
            } catch (IOException e) {
                // The test has closed it, or the program under test went away: both end this talk.
                broken.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        int one = in.read();
        while (one >= 0) {
            switch (one) {
                case 0x10 -> realTime(in, out);
                case 0x1b -> command(socket, in, one, in.read());
                case 0x1d -> {
                    int next = in.read();
                    if (next == 'r') {
                        in.read();
                        done(out);
                    } else {
                        command(socket, in, one, next);
                    }
                }
                default -> misbehave(socket, print(one));
            }
            one = in.read();
        }
    }

    /** A command with its parameters, none of which is a question even if it looks like one. */
    private void command(Socket socket, InputStream in, int one, int next) throws IOException, InterruptedException {
        misbehave(socket, print(one));
        misbehave(socket, print(next));
        int parameters = switch (next) {
            case 'J', 'a' -> 1;
            case 'P', 'V' -> 2;
            default -> 0;
        };
        for (int i = 0; i < parameters; i++) {
            misbehave(socket, print(in.read()));
        }
        if (next == 'v') {
            picture(socket, in);
        }
    }

    /** A picture may hold any bytes, questions and answers too: they are counted through, as a printer does. */
    private void picture(Socket socket, InputStream in) throws IOException, InterruptedException {
        byte[] head = in.readNBytes(6);
        for (byte b : head) {
            print(b & 0xff);
        }
        int size = ((head[2] & 0xff) + (head[3] << 8)) * ((head[4] & 0xff) + (head[5] << 8));
        for (int i = 0; i < size && !isOutOfPaper && !isCoverOpen; i++) {
            misbehave(socket, print(in.read()));
        }
    }

    private void misbehave(Socket socket, int printed) throws IOException, InterruptedException {
        if (printed < from) {
            return;
        }
        switch (habit) {
            case PRINTS, SILENT, NEVER_DONE, FALLS_SILENT -> {}
            case STOPS -> released.await();
            case DIES -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case RUNS_OUT -> isOutOfPaper = true;
            case OPENS -> isCoverOpen = true;
        }
    }

    private void done(OutputStream out) throws IOException {
        if (habit != Habit.SILENT && habit != Habit.NEVER_DONE && !isMute() && !isOutOfPaper && !isCoverOpen) {
            out.write(0x00);
            out.flush();
        }
    }

    private boolean isMute() {
        return habit == Habit.FALLS_SILENT && paper().length >= from;
    }

    private void realTime(InputStream in, OutputStream out) throws IOException {
        int what = in.read();
        if (what == 0x05) {
            in.read();
            forgotten.incrementAndGet();
            return;
        }
        if (what == 0x14) {
            in.readNBytes(8);
            return;
        }
        int n = in.read();
        if (habit == Habit.SILENT || isMute()) {
            return;
        }
        boolean isOffline = isOutOfPaper || isCoverOpen || isJammed;
        out.write(
                switch (n) {
                    case 1 -> 0x12 | (isOffline ? 0x08 : 0);
                    case 2 -> 0x12 | (isCoverOpen ? 0x04 : 0) | (isOutOfPaper ? 0x20 : 0) | (isJammed ? 0x40 : 0);
                    case 3 -> 0x12 | (isJammed ? 0x08 : 0);
                    default -> 0x12 | (isOutOfPaper ? 0x60 : 0);
                });
        out.flush();
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.close();
    }
}
