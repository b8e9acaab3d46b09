package org.cotejo.app;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A thermal printer behind a real socket, which draws what it is sent and answers how it is; each cut is a paper. */
final class PaperRoll implements Closeable {
    private static final int WIDTH = 576;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<BufferedImage> papers = new ArrayList<>();
    private final List<boolean[]> rows = new ArrayList<>();

    PaperRoll() throws IOException {
        Thread.ofPlatform().daemon().name("paper roll").start(this::serve);
    }

    String address() {
        return "tcp:127.0.0.1:" + server.getLocalPort();
    }

    /** All papers so far, from the first. */
    synchronized List<BufferedImage> papers() {
        return List.copyOf(papers);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    DataInputStream in = new DataInputStream(socket.getInputStream())) {
                while (true) {
                    command(in, socket.getOutputStream());
                }
            } catch (EOFException e) {
                // the next paper comes with the next connection
            } catch (IOException e) {
                return;
            }
        }
    }

    private void command(DataInputStream in, OutputStream out) throws IOException {
        int command = in.readUnsignedShort();
        switch (command) {
            case 0x1b40 -> rows.clear();
            case 0x1b61, 0x1d61 -> in.readByte();
            case 0x1d50 -> in.readShort();
            case 0x1b4a -> feed(in.readUnsignedByte());
            case 0x1d76 -> picture(in);
            case 0x1d56 -> {
                in.readByte();
                feed(in.readUnsignedByte());
                cut();
            }
            case 0x1d72 -> answer(in, out, 0x00);
            case 0x1004 -> answer(in, out, 0x12);
            default -> throw new IOException("command %04x".formatted(command));
        }
    }

    private static void answer(DataInputStream in, OutputStream out, int what) throws IOException {
        in.readByte();
        out.write(what);
        out.flush();
    }

    private void feed(int units) {
        for (int i = 0; i < units; i++) {
            rows.add(new boolean[WIDTH]);
        }
    }

    private void picture(DataInputStream in) throws IOException {
        in.readShort();
        int across = in.readUnsignedByte() | in.readUnsignedByte() << 8;
        int down = in.readUnsignedByte() | in.readUnsignedByte() << 8;
        for (int y = 0; y < down; y++) {
            boolean[] row = new boolean[WIDTH];
            for (int x = 0; x < across * 8; x += 8) {
                int eight = in.readUnsignedByte();
                for (int bit = 0; bit < 8; bit++) {
                    row[x + bit] = (eight & 0x80 >> bit) != 0;
                }
            }
            rows.add(row);
        }
    }

    private synchronized void cut() {
        BufferedImage paper = new BufferedImage(WIDTH, rows.size(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < WIDTH; x++) {
                paper.setRGB(x, y, rows.get(y)[x] ? 0x000000 : 0xffffff);
            }
        }
        papers.add(paper);
        rows.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
