package org.cotejo.station.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A printer that listens on a TCP port, nearly always 9100. */
record TcpLine(String host, int port) implements Line {
    private static final int HELD_BYTES = 16_384;

    @Override
    public Connection open(Duration patience) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        SocketChannel channel = SocketChannel.open();
        try {
            // Little is held back by the system, so that what it took is near to what the printer took.
            channel.setOption(StandardSocketOptions.SO_SNDBUF, HELD_BYTES);
            channel.socket().connect(address, (int) patience.toMillis());
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new Connection(channel, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
