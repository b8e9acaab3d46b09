package org.cotejo.bench.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.tlog.SignedCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain writer must force as many bytes as the log did, or the comparison says nothing. */
class AppendRunTest {
    private static final int ENTRIES = 300;
    private static final int BYTES = 40;

    @TempDir
    private Path folder;

    private List<String> trace(String mode, int entries) throws IOException, InterruptedException {
        Path trace = folder.resolve(mode + ".trace");
        AppendRun.main(new String[] {
            folder.resolve(mode).toString(),
            mode,
            Integer.toString(entries),
            Integer.toString(BYTES),
            "7",
            trace.toString()
        });
        return Files.readAllLines(trace);
    }

    private static long fileBytes(List<String> trace) {
        return trace.stream()
                .filter(line -> line.startsWith("file "))
                .mapToLong(line -> Long.parseLong(line.substring("file ".length())))
                .sum();
    }

    @Test
    void everyEntryIsForcedTwiceAsideAndInItsPlace() throws IOException, InterruptedException {
        List<String> trace = trace("bulk", ENTRIES);
        assertEquals(1, trace.stream().filter("store"::equals).count());
        assertTrue(fileBytes(trace) > 2L * ENTRIES * BYTES, () -> "only " + fileBytes(trace) + " bytes");
    }

    @Test
    void aCallerThatWaitsMakesABatchOfEachEntry() throws IOException, InterruptedException {
        assertEquals(3, trace("single", 3).stream().filter("store"::equals).count());
    }

    @Test
    void callersThatWaitAppendAllEntries() throws IOException, InterruptedException {
        trace("many", ENTRIES);
        byte[] note = Files.readAllBytes(folder.resolve("many/site/checkpoint"));
        assertEquals(
                ENTRIES + 1L,
                SignedCheckpoint.parse(note).orThrow().checkpoint().size());
    }

    @Test
    void thePlainWriterWritesTheSameFiles() throws IOException, InterruptedException {
        List<String> trace = trace("bulk", ENTRIES);
        Path plain = folder.resolve("plain");
        PlainWriter.main(
                new String[] {plain.toString(), folder.resolve("bulk.trace").toString()});
        long written = 0;
        try (Stream<Path> all = Files.walk(plain)) {
            for (Path file : all.filter(path -> java.util.Objects.requireNonNull(path.getParent())
                            .getFileName()
                            .toString()
                            .startsWith("d"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                written += Files.size(file);
            }
        }
        assertEquals(fileBytes(trace), written);
    }
}
