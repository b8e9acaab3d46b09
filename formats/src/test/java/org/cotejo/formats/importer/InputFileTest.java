package org.cotejo.formats.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir
    private Path folder;

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void theHashIsThatOfAllBytesHoweverManySlicesTheyMake() throws IOException {
        for (int size : new int[] {0, 1, 1 << 20, (1 << 20) + 1, 5 << 19}) {
            Path file = Files.write(folder.resolve("f" + size), bytes(size));
            InputFile read = InputFile.read(file);
            assertArrayEquals(bytes(size), read.bytes());
            assertEquals(Sha256.of(bytes(size)), read.hash());
        }
    }

    @Test
    void whatGoesWrongBesideIsThrownAndNeverGivesAHashOfLess() {
        byte[] bytes = bytes(100);
        try (HashBeside hashing = new HashBeside()) {
            hashing.add(bytes, 0, 50);
            hashing.add(bytes, 50, 51); // beyond the end
            hashing.add(bytes, 0, 10);
            Future<Hash> hash = hashing.hash();
            assertThrows(IllegalArgumentException.class, () -> Workers.await(hash));
        }
    }

    @Test
    void aHashCanBeAskedForAfterItWasClosed() {
        byte[] bytes = bytes(3_000);
        Future<Hash> hash;
        try (HashBeside hashing = new HashBeside()) {
            hashing.add(bytes, 0, 1_000);
            hashing.add(bytes, 1_000, 2_000);
            hash = hashing.hash();
        }
        assertEquals(Sha256.of(bytes), Workers.await(hash));
    }
}
