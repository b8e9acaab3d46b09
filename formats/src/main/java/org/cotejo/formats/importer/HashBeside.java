package org.cotejo.formats.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;

/** A hash that another thread works out, slice by slice, while its giver goes on. What goes wrong there is thrown by whoever asks for it. */
final class HashBeside implements AutoCloseable {
    private final ExecutorService thread = Workers.pool(1);
    private final Sha256 sha256 = new Sha256();
    private final List<Future<?>> slices = new ArrayList<>();

    /** Adds a slice of an array that nobody changes from now on. */
    void add(byte[] bytes, int from, int length) {
        slices.add(thread.submit(() -> sha256.add(bytes, from, length)));
    }

    /** The hash of all slices so far; a slice that could not be hashed is thrown when it is awaited, never left out. */
    Future<Hash> hash() {
        List<Future<?>> before = List.copyOf(slices);
        return thread.submit(() -> {
            before.forEach(Workers::await);
            return sha256.hash();
        });
    }

    /** Takes nothing more and goes on with what it was given. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
