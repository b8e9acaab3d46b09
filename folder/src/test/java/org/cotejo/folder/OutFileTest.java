package org.cotejo.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFileTest {
    private static final int FORCED_AT_ONCE = 16 << 20;

    @TempDir
    private Path folder;

    private static UncheckedIOException thrown(Runnable what) {
        return assertThrows(UncheckedIOException.class, what::run);
    }

    @Test
    void aFailureBehindTheWriterIsThrownAtTheEndAndEveryTimeItIsAskedAgain() {
        DyingDisk disk = new DyingDisk(1);
        OutFile out = new OutFile(folder.resolve("segment"), disk);
        out.write(new byte[FORCED_AT_ONCE], FORCED_AT_ONCE);
        assertTrue(String.valueOf(thrown(out::finish).getMessage()).contains("segment"));
        thrown(out::finish);
        assertEquals(1, disk.forced(), "the disk would have said yes the second time");
    }

    @Test
    void aFailureBehindTheWriterStopsTheWriterToo() {
        DyingDisk disk = new DyingDisk(1);
        OutFile out = new OutFile(folder.resolve("segment"), disk);
        out.write(new byte[FORCED_AT_ONCE], FORCED_AT_ONCE);
        disk.awaitForced();
        // The forcing has ended; the next one asks for its answer first.
        byte[] more = new byte[FORCED_AT_ONCE];
        thrown(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                out.write(more, FORCED_AT_ONCE);
            }
        });
        thrown(out::finish);
    }

    @Test
    void aFailureOfTheLastForcingIsThrown() {
        OutFile out = new OutFile(folder.resolve("segment"), new DyingDisk(1));
        out.write(new byte[100], 100);
        thrown(out::finish);
    }

    @Test
    void finishingTwiceIsFinishingOnce() throws IOException {
        Path file = folder.resolve("segment");
        try (OutFile out = new OutFile(file)) {
            out.write(new byte[] {1, 2, 3, 4}, 3);
            out.finish();
            out.finish();
        }
        assertEquals(3, Files.size(file));
    }

    @Test
    void afterTheEndNothingIsWritten() {
        DyingDisk disk = new DyingDisk(0);
        OutFile out = new OutFile(folder.resolve("segment"), disk);
        out.finish();
        assertFalse(disk.isOpen());
        thrown(() -> out.write(new byte[1], 1));
    }
}
