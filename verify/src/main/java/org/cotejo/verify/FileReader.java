package org.cotejo.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/** Reads files of a publication with a limit, since nobody knows who wrote them. Safe for use by several threads. */
final class FileReader {
    private static final int BUFFER = 1 << 16;

    private final SiteFiles files;

    FileReader(SiteFiles files) {
        this.files = files;
    }

    /** The hash and length of a file that was read to its end or to the limit. */
    record Seen(Hash hash, long size) {}

    /** The whole file, or one byte more than {@code most} of a longer one; empty if there is none. */
    Optional<byte[]> bytes(String path, int most) {
        try {
            Optional<InputStream> opened = files.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                return Optional.of(in.readNBytes(most + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** The same, kept on a shelf. */
    Optional<Shelf.Place> shelved(String path, int most, Shelf shelf) {
        try {
            Optional<InputStream> opened = files.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                return Optional.of(shelf.read(in, most));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** Hash and length of a file; of one longer than {@code most} only so much that it is seen to be longer. */
    Optional<Seen> hash(String path, long most) {
        try {
            Optional<InputStream> opened = files.open(path);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = opened.get()) {
                Sha256 hash = new Sha256();
                byte[] buffer = new byte[BUFFER];
                long size = 0;
                for (int read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
                    hash.add(buffer, 0, read);
                    size += read;
                }
                return Optional.of(new Seen(hash.hash(), size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
