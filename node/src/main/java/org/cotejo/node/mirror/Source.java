package org.cotejo.node.mirror;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.node.web.Web;

/** A publication somewhere on the web, of which nothing is believed; counts what was asked. Safe for use by several threads. */
final class Source {
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Web web;
    private final String root;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Source(Web web, String url) {
        this.web = web;
        this.root = url.endsWith("/") ? url : url + "/";
    }

    /** Hash and length of a file that was written. */
    record Brought(Hash hash, long size) {}

    /** A whole file of at most {@code most} bytes; empty where there is none. */
    Optional<byte[]> bytes(String path, long most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        return get(path, most, all) ? Optional.of(all.toByteArray()) : Optional.empty();
    }

    /** Writes a file to a place that must not be there yet; empty where the source has none. */
    Optional<Brought> bring(String path, long most, Path to) throws IOException {
        Counted out = new Counted(Files.newOutputStream(to));
        try (out) {
            if (!get(path, most, out)) {
                return Optional.empty();
            }
        }
        return Optional.of(out.brought());
    }

    /** The hash of a file. */
    Optional<Brought> hash(String path, long most) throws IOException {
        Counted out = new Counted(OutputStream.nullOutputStream());
        return get(path, most, out) ? Optional.of(out.brought()) : Optional.empty();
    }

    private boolean get(String path, long most, OutputStream sink) throws IOException {
        requests.incrementAndGet();
        int status = web.get(root + path, most, sink);
        if (status == FOUND) {
            return true;
        }
        if (status == NOT_FOUND || status == GONE) {
            return false;
        }
        throw new IOException(root + path + ": " + status);
    }

    long requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Hashes what goes through. */
    private final class Counted extends OutputStream {
        private final OutputStream out;
        private final Sha256 hash = new Sha256();
        private long size;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            hash.add(from, offset, length);
            size += length;
            bytes.addAndGet(length);
            out.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        Brought brought() {
            return new Brought(hash.hash(), size);
        }
    }
}
