package org.cotejo.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.capture.Extras;
import org.cotejo.capture.PictureReader;
import org.cotejo.capture.checker.Checker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files, good and bad: each comes out once, in its order. */
class PictureBatchTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileComesOutInItsOrder() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Path file = folder.resolve("file-%02d".formatted(i));
            if (i % 3 > 0) {
                Files.writeString(file, "no picture " + i);
            }
            files.add(file);
        }
        List<Path> seen = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        AtomicLong progress = new AtomicLong();
        new PictureBatch(() -> new PictureReader(new Checker(null)), () -> null, (_, done, _) -> progress.set(done))
                .run(files, read -> {
                    seen.add(read.file());
                    codes.add(Verdict.of(read).problems().getFirst().code());
                });
        assertEquals(files, seen);
        assertEquals(40, progress.get());
        assertEquals(14, codes.stream().filter("READ-101"::equals).count());
        assertEquals(26, codes.stream().filter("PICTURE-101"::equals).count());
    }

    @Test
    void foldersAreOpenedAndHiddenFilesPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        for (String name : List.of("b/c/2.jpg", "b/1.jpg", "3.jpg", ".hidden", "b/.thumb.jpg")) {
            Files.writeString(folder.resolve(name), name);
        }
        List<String> names = PictureFiles.of(List.of(folder, folder.resolve("gone.jpg"))).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
        assertEquals(List.of("3.jpg", "b/1.jpg", "b/c/2.jpg", "gone.jpg"), names);
    }

    @Test
    void aRunThatNobodyNeedsEndsAtOnce() {
        List<PictureRead> read = new ArrayList<>();
        new PictureBatch(() -> new PictureReader(new Checker(null)), () -> new Extras(true, false), (_, _, _) -> {})
                .run(List.of(), read::add);
        assertTrue(read.isEmpty());
    }
}
