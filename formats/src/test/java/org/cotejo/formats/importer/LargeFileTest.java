package org.cotejo.formats.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.folder.FolderWriter;
import org.cotejo.formats.TestFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not held is looked through, hashed, kept and parsed as the same bytes. */
class LargeFileTest {
    private static final int SLICE = 100;

    @TempDir
    private Path base;

    private TestFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new TestFolder(base);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private LargeFile read(Path file, FolderWriter writer) {
        return LargeFile.read(InputFile.open(file, SLICE), writer, (_, _) -> true)
                .orElseThrow();
    }

    private static byte[] readAgain(LargeFile large, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int from = 0; from < size; from += 70) {
            int length = Math.min(70, size - from);
            byte[] part = large.read(from, length);
            bytes.write(part, 0, length);
            large.takeBack(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsLookedAtHashedKeptAndReadAgainAreTheSameBytes() throws IOException {
        for (int size : new int[] {201, 300, 1_000, 9_999}) {
            Path file = folder.file("f" + size, bytes(size));
            ByteArrayOutputStream looked = new ByteArrayOutputStream();
            try (FolderWriter writer = folder.open().write()) {
                try (LargeFile large = LargeFile.read(InputFile.open(file, SLICE), writer, (slice, length) -> {
                            looked.write(slice, 0, length);
                            return true;
                        })
                        .orElseThrow()) {
                    assertEquals(Sha256.of(bytes(size)), large.keep());
                    byte[] part = large.read(7, 150);
                    assertArrayEquals(Arrays.copyOfRange(bytes(size), 7, 157), Arrays.copyOf(part, 150));
                    assertArrayEquals(bytes(size), readAgain(large, size));
                }
                writer.commit();
            }
            assertArrayEquals(bytes(size), looked.toByteArray());
            Path kept = folder.path()
                    .resolve("private/sources")
                    .resolve(Sha256.of(bytes(size)).hex());
            assertArrayEquals(bytes(size), Files.readAllBytes(kept));
        }
        assertEquals(4, folder.kept().size());
    }

    @Test
    void memoryThatWasTakenBackIsUsedAgain() {
        Path file = folder.file("f", bytes(10_000));
        try (FolderWriter writer = folder.open().write();
                LargeFile large = read(file, writer)) {
            large.keep();
            byte[][] parts = new byte[20][];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = large.read(i * 100L, 100);
                large.takeBack(parts[i]);
            }
            assertTrue(Arrays.stream(parts).distinct().count() < 10);
        }
    }

    @Test
    void aFileOfWhichNotAllIsWantedIsNotKept() {
        Path file = folder.file("f", bytes(1_000));
        try (FolderWriter writer = folder.open().write()) {
            assertTrue(LargeFile.read(InputFile.open(file, SLICE), writer, (_, _) -> false)
                    .isEmpty());
            assertEquals(List.of(), folder.kept());
            writer.commit();
        }
        assertEquals(List.of(), folder.kept());
    }

    @Test
    void aFileThatWasReadAndNeverKeptLeavesNothingBehind() {
        Path file = folder.file("f", bytes(1_000));
        try (FolderWriter writer = folder.open().write()) {
            read(file, writer).close();
            assertEquals(List.of(), folder.kept());
            writer.commit();
        }
        assertEquals(List.of(), folder.kept());
    }

    @Test
    void aFileThatIsHereAlreadyIsKeptOnce() {
        Path file = folder.file("f", bytes(1_000));
        for (int time = 0; time < 2; time++) {
            try (FolderWriter writer = folder.open().write();
                    LargeFile large = read(file, writer)) {
                Hash hash = large.keep();
                assertEquals(hash, writer.keepPrivate(file, bytes(1_000)));
                assertArrayEquals(bytes(1_000), readAgain(large, 1_000));
                writer.commit();
            }
            assertEquals(1, folder.kept().size());
        }
    }

    @Test
    void whatBecomesOfTheFileAfterItWasLookedThroughChangesNothing() throws IOException {
        for (int size : new int[] {0, 500, 1_000, 1_500}) {
            Path file = folder.file("f", bytes(1_000));
            try (FolderWriter writer = folder.open().write();
                    LargeFile large = read(file, writer)) {
                Files.write(file, size == 1_000 ? new byte[size] : bytes(size));
                assertEquals(Sha256.of(bytes(1_000)), large.keep());
                Files.delete(file);
                assertArrayEquals(bytes(1_000), readAgain(large, 1_000));
                writer.commit();
            }
            assertArrayEquals(bytes(1_000), Files.readAllBytes(folder.kept().getFirst()));
            assertEquals(1, folder.kept().size());
        }
    }

    @Test
    void whatWasNotWrittenIsNotRead() {
        Path file = folder.file("f", bytes(1_000));
        try (FolderWriter writer = folder.open().write();
                LargeFile large = read(file, writer)) {
            large.keep();
            assertThrows(UncheckedIOException.class, () -> large.read(950, 51));
        }
    }

    @Test
    void aFileWhoseSizeChangesWhileItIsReadIsRefused() throws IOException {
        for (int size : new int[] {500, 1_500}) {
            for (int slice : new int[] {SLICE, 1_000}) {
                Path file = folder.file("f", bytes(1_000));
                InputFile input = InputFile.open(file, slice);
                Files.write(file, bytes(size));
                try (FolderWriter writer = folder.open().write()) {
                    RefusedException refused = assertThrows(RefusedException.class, () -> {
                        if (input.isLarge()) {
                            LargeFile.read(input, writer, (_, _) -> true);
                        } else {
                            input.bytes();
                        }
                    });
                    assertEquals("IMPORT-108", refused.problem().code());
                    assertEquals(file.toString(), refused.problem().where().file());
                }
                assertEquals(List.of(), folder.kept());
            }
        }
    }

    @Test
    void onlyALargeFileWaitsToBeRead() throws IOException {
        assertFalse(InputFile.open(folder.file("small", bytes(200)), SLICE).isLarge());
        InputFile large = InputFile.open(folder.file("large", bytes(201)), SLICE);
        assertTrue(large.isLarge());
        byte[] bytes = large.bytes();
        assertArrayEquals(bytes(201), bytes);
        assertFalse(large.isLarge(), "it was read whole, so that nothing is won any more");
        Files.write(large.path(), bytes(300));
        assertSame(bytes, large.bytes());
        assertEquals(Sha256.of(bytes(201)), large.hash());
    }
}
