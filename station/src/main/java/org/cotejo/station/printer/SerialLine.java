package org.cotejo.station.printer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A serial line. The JDK can open and write it as a device file but can't set its speed; that is done by the system's {@code stty},
 * and where there is none or it refuses, printing is refused too: a line at a wrong speed prints garbage.
 *
 * @param baud bits a second, 8 data bits, no parity, one stop bit
 * @param handshake whether RTS/CTS holds the sender back; without it a full printer loses bytes
 */
record SerialLine(Path device, int baud, boolean handshake) implements Line {
    static final List<Integer> SPEEDS = List.of(9_600, 19_200, 38_400, 57_600, 115_200);

    @Override
    public Connection open(Duration patience) throws IOException {
        DeviceLine line = new DeviceLine(device);
        if (line.isDevice()) {
            set(patience);
        }
        return line.open(patience);
    }

    List<String> command() {
        return List.of(
                "stty",
                "-F",
                device.toString(),
                Integer.toString(baud),
                "cs8",
                "-parenb",
                "-cstopb",
                "raw",
                "-echo",
                "clocal",
                handshake ? "crtscts" : "-crtscts");
    }

    private void set(Duration patience) throws IOException {
        Process stty = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!stty.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                throw new IOException("stty does not end");
            }
            if (stty.exitValue() != 0) {
                throw new IOException("stty can't set this line to " + baud + " baud");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stty.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
