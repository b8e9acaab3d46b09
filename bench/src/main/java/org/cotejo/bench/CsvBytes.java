package org.cotejo.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of CSV rows, written through one buffer; digits without making strings. */
final class CsvBytes implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;
    /** Room that one call may need: the longest prefix of a row or the longest number. */
    private static final int SLACK_BYTES = 1 << 10;

    private final OutputStream file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[10];
    private int used;

    CsvBytes(Path path) throws IOException {
        file = Files.newOutputStream(path);
    }

    CsvBytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    CsvBytes bytes(byte[] bytes) {
        if (bytes.length > SLACK_BYTES) {
            throw new IllegalArgumentException("longer than " + SLACK_BYTES + " bytes: " + bytes.length);
        }
        makeRoom();
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
        return this;
    }

    CsvBytes one(char ascii) {
        makeRoom();
        buffer[used++] = (byte) ascii;
        return this;
    }

    CsvBytes number(int value) {
        return padded(value, 1);
    }

    /** Writes a number that is not negative with at least so many digits. */
    CsvBytes padded(int value, int width) {
        makeRoom();
        int rest = value;
        int count = 0;
        do {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0 || count < width);
        while (count > 0) {
            buffer[used++] = digits[--count];
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.write(buffer, 0, used);
        }
    }

    private void makeRoom() {
        if (used > BUFFER_BYTES - SLACK_BYTES) {
            try {
                file.write(buffer, 0, used);
            } catch (IOException e) {
                throw new UncheckedIOException("writing a CSV file", e);
            }
            used = 0;
        }
    }
}
