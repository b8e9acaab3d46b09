package org.cotejo.station.printer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A device file of the system: {@code /dev/usb/lp0}, or a serial line after {@link SerialLine} has set it. An ordinary file is refused: it
 * would keep what is printed, in its order.
 */
record DeviceLine(Path device) implements Line {
    @Override
    public Connection open(Duration patience) throws IOException {
        if (!Files.exists(device)) {
            throw new NoSuchFileException(device.getFileName().toString());
        }
        if (!isDevice()) {
            throw new IOException("no device");
        }
        FileChannel out = FileChannel.open(device, StandardOpenOption.WRITE);
        return Files.isReadable(device) ? new Connection(out, reading(out)) : new Connection(out, null);
    }

    /** Whether it is neither an ordinary file nor a folder. */
    boolean isDevice() {
        return Files.exists(device) && !Files.isRegularFile(device) && !Files.isDirectory(device);
    }

    private FileChannel reading(FileChannel out) throws IOException {
        try {
            return FileChannel.open(device, StandardOpenOption.READ);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }
}
