package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.cotejo.folder.SmallFolder.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change to a folder comes to be in one instant or not at all. */
class FolderCommitTest {
    @TempDir
    private Path temporary;

    private SmallFolder small;

    @BeforeEach
    void folder() {
        small = new SmallFolder(temporary.resolve("election"));
    }

    @Test
    void aNewFolderIsEmptyAndIsOpenedAgain() {
        assertTrue(ElectionFolder.isFolder(small.path));
        ElectionFolder again = ElectionFolder.open(small.path);
        assertEquals(0, again.entries());
        assertEquals(0, again.blocks().size());
        assertTrue(again.frame(again.blocks()).definition().isEmpty());
    }

    @Test
    void whatWasCommittedIsThereWhenTheFolderIsOpenedAgain() {
        small.deliver(PARTY, "S1: 1 2", "S2: 3 -");
        small.deliver(SmallFolder.Given.of("carter", "observers", "A B"), "S1: 1 2");
        SmallFolder again = new SmallFolder(small.path);
        assertEquals(2, again.folder.blocks().size());
        assertEquals(3, again.dossier().rows());
        assertEquals(9, again.folder.entries());
    }

    @Test
    void whatWasNotCommittedLeavesNoFileBehind() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Map<String, String> before = small.files();
        try (FolderWriter writer = small.folder.write()) {
            small.deliver(writer, PARTY, "S1: 3 4", "S2: 5 6");
            assertEquals(8, writer.entries());
        }
        assertEquals(before, small.files());
        assertEquals(1, small.dossier().rows());
    }

    @Test
    void aRefusedFileLeavesNoFileBehind() throws IOException {
        Map<String, String> before = small.files();
        assertRefused("DELIVERY-101", () -> small.deliver(PARTY, "S1: 3 4", "S1: 5 6"));
        assertEquals(before, small.files());
        assertEquals(0, small.folder.entries());
    }

    @Test
    void aChangeIsCommittedOnce() {
        try (FolderWriter writer = small.folder.write()) {
            writer.append(new Entry.PlaceListed(1, 0, "Zulia"));
            writer.commit();
            assertThrows(IllegalArgumentException.class, writer::commit);
        }
        assertEquals(1, small.folder.entries());
    }

    @Test
    void aChangeWithoutEntriesChangesNothing() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Map<String, String> before = small.files();
        try (FolderWriter writer = small.folder.write()) {
            writer.commit();
        }
        assertEquals(before, small.files());
    }

    /** Power is lost while a segment is written: it lies aside and counts for nothing. */
    @Test
    void anUnfinishedSegmentOfACrashIsNotReadAndWrittenOver() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Path aside = small.path.resolve("entries").resolve("unfinished");
        Files.writeString(aside, "half a segm");
        assertEquals(1, small.dossier().rows());
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(2, small.dossier().rows());
        assertFalse(Files.exists(aside));
    }

    /** Power is lost after the segment was moved into place and before HEAD was replaced. */
    @Test
    void aSegmentThatHeadDoesNotNameIsNotReadAndWrittenOver() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        byte[] head = Files.readAllBytes(small.path.resolve(Head.FILE));
        small.deliver(PARTY, "S1: 8 8", "S2: 9 9");
        Files.write(small.path.resolve(Head.FILE), head);
        SmallFolder again = new SmallFolder(small.path);
        assertEquals(1, again.dossier().rows());
        again.deliver(PARTY, "S1: 3 4");
        assertEquals(2, again.dossier().rows());
        assertEquals(2, again.folder.blocks().size());
    }

    /** Power is lost while HEAD is replaced: the old one stands, the new one lies beside it. */
    @Test
    void aNewHeadThatWasNotMovedIntoPlaceCountsForNothing() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Files.writeString(small.path.resolve("HEAD.new"), "cotejo folder 1\nsegments 7");
        assertEquals(1, small.dossier().rows());
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(2, small.dossier().rows());
    }

    /** HEAD can't be written, since a folder is in its way: the segment and the private file were moved into place before. */
    @Test
    void aCommitThatFailsAfterSegmentsWereMovedTakesThemBack() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Map<String, String> before = small.files();
        Path inTheWay = Files.createDirectories(small.path.resolve("HEAD.new").resolve("x"));
        assertThrows(UncheckedIOException.class, () -> small.deliver(PARTY, "S1: 3 4"));
        assertEquals(before, small.files());
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(2, small.dossier().rows());
    }

    @Test
    void aPrivateFileThatCanNotBeWrittenSpoilsTheCommitAndReleasesTheLock() throws IOException {
        String name = Sha256.of(new byte[] {'S', '1', ':', ' ', '3', ' ', '4'}).hex() + ".unfinished";
        Path inTheWay = Files.createDirectories(
                small.path.resolve("private/sources").resolve(name).resolve("x"));
        assertThrows(UncheckedIOException.class, () -> small.deliver(PARTY, "S1: 3 4"));
        assertEquals(0, small.folder.entries());
        assertFalse(Files.exists(small.path.resolve("entries").resolve("unfinished")));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        small.deliver(PARTY, "S1: 3 4");
        assertEquals(1, small.dossier().rows());
    }

    @Test
    void anImportedFileIsKeptPrivatelyByItsHashAndOnlyOnce() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        String name = Sha256.of("S1: 1 2".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
        assertEquals(
                "S1: 1 2",
                Files.readString(small.path.resolve("private/sources").resolve(name)));
        assertEquals(name, small.dossier().sources().getFirst().file().hex());
        Map<String, String> before = small.files();
        try (FolderWriter writer = small.folder.write()) {
            small.deliver(writer, PARTY, "S1: 1 2");
        }
        assertEquals(before, small.files(), "a file that was kept before must not be taken back");
    }

    @Test
    void entriesOfAllLengthsAreKeptAcrossBuffers() {
        try (FolderWriter writer = small.folder.write()) {
            for (int i = 1; i <= 20_000; i++) {
                writer.append(new Entry.PlaceListed(i, 0, "p".repeat(i % 190 + 1) + i));
            }
            writer.commit();
        }
        assertEquals(20_000, small.folder.entries());
        assertEquals(20_001, small.frame().places().size());
    }

    /** Each buffer of a megabyte becomes a segment of its own. */
    private void writeThreeSegments(FolderWriter writer) {
        for (int i = 1; i <= 12_000; i++) {
            writer.append(new Entry.PlaceListed(i, 0, "p".repeat(190) + i));
        }
        assertEquals(12_000, writer.entries());
    }

    @Test
    void aLargeChangeLiesInSeveralSegments() {
        try (FolderWriter writer = FolderWriter.begin(small.path, 1)) {
            writeThreeSegments(writer);
            writer.commit();
        }
        assertEquals(3, small.folder.blocks().size());
        assertEquals(12_000, small.folder.entries());
        assertEquals(12_001, small.frame().places().size());
    }

    @Test
    void aLargeChangeThatIsAbandonedTakesItsSegmentsBack() throws IOException {
        small.add(new Entry.PlaceListed(1, 0, "Zulia"));
        Map<String, String> before = small.files();
        try (FolderWriter writer = FolderWriter.begin(small.path, 1)) {
            for (int i = 2; i <= 12_000; i++) {
                writer.append(new Entry.PlaceListed(i, 0, "p".repeat(190) + i));
            }
            assertTrue(
                    Files.exists(Segment.file(small.path, 2)), "the first segment is closed while the rest is written");
        }
        assertEquals(before, small.files());
        assertEquals(1, small.folder.entries());
    }

    @Test
    void anElectionIsNotMadeWhereThereIsOne() throws IOException {
        small.deliver(PARTY, "S1: 1 2");
        Map<String, String> before = small.files();
        assertThrows(IllegalArgumentException.class, () -> ElectionFolder.create(small.path));
        assertEquals(before, small.files());
        Files.delete(small.path.resolve(Head.FILE));
        assertThrows(IllegalArgumentException.class, () -> ElectionFolder.create(small.path));
    }

    @Test
    void anElectionIsMadeBesideOtherFilesWhenAskedFor() throws IOException {
        Path path = temporary.resolve("new");
        Files.createDirectories(path.resolve("templates"));
        ElectionFolder folder = ElectionFolder.create(path);
        assertEquals(path, folder.path());
        assertEquals(0, folder.entries());
    }
}
