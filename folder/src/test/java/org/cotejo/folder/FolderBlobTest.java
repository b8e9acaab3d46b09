package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.crypto.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public files that entries name by their hash. */
class FolderBlobTest {
    private static final byte[] CONTENT = "cotejo manifest 1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temporary;

    private SmallFolder small;

    @BeforeEach
    void folder() {
        small = new SmallFolder(temporary.resolve("election"));
    }

    private Hash keep() {
        try (FolderWriter writer = small.folder.write()) {
            Hash hash = writer.keepBlob(CONTENT);
            writer.commit();
            return hash;
        }
    }

    @Test
    void aBlobIsFoundByItsHash() {
        Hash hash = keep();
        assertArrayEquals(CONTENT, small.folder.blob(hash));
        assertEquals(hash, keep());
        assertArrayEquals(CONTENT, small.folder.blob(hash));
    }

    @Test
    void aBlobOfAChangeThatWasNotCommittedIsGone() {
        Hash hash;
        try (FolderWriter writer = small.folder.write()) {
            hash = writer.keepBlob(CONTENT);
        }
        assertFalse(Files.exists(KeptFiles.blob(small.path, hash)));
        assertRefused("FOLDER-103", () -> small.folder.blob(hash));
    }

    @Test
    void aChangedBlobIsRefused() throws IOException {
        Hash hash = keep();
        Path file = KeptFiles.blob(small.path, hash);
        byte[] changed = CONTENT.clone();
        changed[3] ^= 1;
        Files.write(file, changed);
        assertRefused("FOLDER-103", () -> small.folder.blob(hash));
    }
}
