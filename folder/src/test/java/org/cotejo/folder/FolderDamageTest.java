package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.cotejo.folder.SmallFolder.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.base.RefusedException;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.dossier.EntryFold;
import org.cotejo.dossier.FoldException;
import org.cotejo.entry.EntryBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is damaged, newer, foreign or tampered with is refused, and nothing in it is changed. */
class FolderDamageTest {
    @TempDir
    private Path temporary;

    private SmallFolder small;

    @BeforeEach
    void folder() {
        small = new SmallFolder(temporary.resolve("election"));
        small.deliver(PARTY, "S1: 1 2");
        small.deliver(SmallFolder.Given.of("carter", "observers", "A B"), "S2: 1 2");
    }

    private Path segment(int number) {
        return Segment.file(small.path, number);
    }

    /** Every way in: reading, folding, and an import, which must not write over what it could not read. */
    private void assertAllRefused(String code) throws IOException {
        Map<String, String> before = small.files();
        assertRefused(code, small.folder::blocks);
        assertRefused(code, small.folder::frame);
        assertRefused(code, () -> small.deliver(PARTY, "S3: 1 2"));
        assertRefused(code, () -> ElectionFolder.openOrCreate(small.path).blocks());
        assertEquals(before, small.files());
    }

    /** Whoever reads the frame alone must be told the same of the folder as whoever reads all entries. */
    private void assertSameRefusal(String code) {
        RefusedException blocks = assertThrows(RefusedException.class, () -> small.folder.frame(small.folder.blocks()));
        RefusedException frame = assertThrows(RefusedException.class, small.folder::frame);
        assertEquals(code, frame.problem().code());
        assertEquals(blocks.problem(), frame.problem());
    }

    @Test
    void aSegmentWithAnyByteChangedIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(segment(1));
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x20;
            Files.write(segment(1), changed);
            assertSameRefusal("FOLDER-103");
        }
        assertAllRefused("FOLDER-103");
        Files.write(segment(1), bytes);
        assertEquals(2, small.dossier().rows());
    }

    @Test
    void damageIsToldBeforeWhatAFoldRefuses() throws IOException {
        assertEquals(
                "not so",
                assertThrows(FoldException.class, () -> small.folder.read(new Refusing()))
                        .getMessage());
        byte[] bytes = Files.readAllBytes(segment(2));
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment(2), bytes);
        assertRefused("FOLDER-103", () -> small.folder.read(new Refusing()));
    }

    /** Refuses whatever it is given. */
    private static final class Refusing implements EntryFold {
        @Override
        public int addWhole(EntryBlock block) {
            throw new FoldException("not so");
        }

        @Override
        public long entries() {
            return 0;
        }
    }

    @Test
    void aSegmentThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(segment(2));
        for (int length = 0; length < bytes.length; length++) {
            Files.write(segment(2), Arrays.copyOf(bytes, length));
            assertSameRefusal("FOLDER-103");
        }
        assertAllRefused("FOLDER-103");
    }

    @Test
    void aSegmentWithBytesAtItsEndIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(segment(2));
        Files.write(segment(2), Arrays.copyOf(bytes, bytes.length + 1));
        assertAllRefused("FOLDER-103");
    }

    @Test
    void aMissingSegmentIsRefused() throws IOException {
        Path first = Files.move(segment(1), temporary.resolve("first"));
        assertAllRefused("FOLDER-103");
        Files.move(first, segment(1));
        Files.delete(segment(2));
        assertAllRefused("FOLDER-103");
    }

    @Test
    void segmentsThatWereExchangedAreRefusedThoughEachIsWhole() throws IOException {
        Path aside = temporary.resolve("aside");
        Files.move(segment(1), aside);
        Files.move(segment(2), segment(1));
        Files.move(aside, segment(2));
        assertAllRefused("FOLDER-103");
    }

    @Test
    void aSegmentOfAnotherElectionIsRefused() throws IOException {
        SmallFolder other = new SmallFolder(temporary.resolve("other"));
        other.deliver(PARTY, "S1: 9 2");
        Files.copy(Segment.file(other.path, 1), segment(1), StandardCopyOption.REPLACE_EXISTING);
        assertAllRefused("FOLDER-103");
    }

    @Test
    void aSegmentThatIsPutUnderItsHashAnewIsRefusedByTheChain() throws IOException {
        byte[] bytes = Files.readAllBytes(segment(1));
        int end = bytes.length - Hash.SIZE;
        bytes[end - 1]++;
        System.arraycopy(Sha256.of(Arrays.copyOf(bytes, end)).bytes(), 0, bytes, end, Hash.SIZE);
        Files.write(segment(1), bytes);
        assertAllRefused("FOLDER-103");
    }

    /** Whole and chained, but no program of ours would have written these entries after each other. */
    @Test
    void entriesThatDoNotFollowFromEachOtherAreRefused() throws IOException {
        byte[] second = Files.readAllBytes(segment(2));
        Hash hash = new Hash(Arrays.copyOfRange(second, second.length - Hash.SIZE, second.length));
        Files.copy(segment(2), segment(1), StandardCopyOption.REPLACE_EXISTING);
        Head.empty().then(hash, 4).then(hash, 4).write(small.path);
        Map<String, String> before = small.files();
        List<org.cotejo.entry.EntryBlock> blocks = small.folder.blocks();
        assertRefused("FOLDER-105", () -> small.folder.frame(blocks));
        assertSameRefusal("FOLDER-105");
        assertRefused("FOLDER-105", () -> small.deliver(PARTY, "S3: 1 2"));
        assertEquals(before, small.files());
        byte[] damaged = second.clone();
        damaged[damaged.length - Hash.SIZE - 1]++;
        Files.write(segment(2), damaged);
        assertSameRefusal("FOLDER-103");
    }

    /** The lengths of the entries are the one thing that is looked at before anything of a slice can be folded. */
    @Test
    void entriesWhoseLengthsDoNotAddUpAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(segment(1));
        int end = bytes.length - Hash.SIZE;
        bytes[Segment.FIRST_LINE.length] = (byte) 0x80;
        byte[] hash = Sha256.of(Arrays.copyOf(bytes, end)).bytes();
        System.arraycopy(hash, 0, bytes, end, Hash.SIZE);
        Files.write(segment(1), bytes);
        Head.empty().then(new Hash(hash), 0).write(small.path);
        Files.delete(segment(2));
        assertSameRefusal("FOLDER-105");
    }

    private void assertHeadRefused(String code, String head) throws IOException {
        Files.writeString(small.path.resolve(Head.FILE), head, StandardCharsets.ISO_8859_1);
        Map<String, String> before = small.files();
        List<Executable> all = List.of(
                () -> ElectionFolder.open(small.path),
                () -> ElectionFolder.openOrCreate(small.path),
                small.folder::blocks,
                small.folder::frame,
                small.folder::entries,
                small.folder::write,
                () -> small.deliver(PARTY, "S3: 1 2"));
        for (Executable each : all) {
            assertRefused(code, each);
        }
        assertEquals(before, small.files(), head);
    }

    @Test
    void aHeadThatIsNotAsThisProgramWritesItIsRefused() throws IOException {
        String head = Files.readString(small.path.resolve(Head.FILE));
        List<String> others = List.of(
                "",
                "\n",
                "garbage",
                "\u0000\u00ff\u0001",
                head.replace("\n", "\r\n"),
                head + "\n",
                head + "more 1\n",
                head.stripTrailing(),
                head.replace("segments 2", "segments -2"),
                head.replace("segments 2", "segments 02"),
                head.replace("segments 2", "segments +2"),
                head.replace("segments 2", "segments 99999999999"),
                head.replace("entries", "Entries"),
                head.replace("entries ", "entries x"),
                head.replace("chain ", "chain 0"),
                head.substring(0, head.length() - 3) + "zz\n",
                head.toUpperCase(java.util.Locale.ROOT),
                "cotejo folder 0" + head.substring("cotejo folder 1".length()),
                "x".repeat(2_000));
        for (String other : others) {
            assertHeadRefused("FOLDER-103", other);
        }
        for (int length = 0; length < head.length(); length++) {
            assertHeadRefused("FOLDER-103", head.substring(0, length));
        }
    }

    @Test
    void aFolderOfANewerProgramIsRefusedAsSuch() throws IOException {
        String head = Files.readString(small.path.resolve(Head.FILE));
        assertHeadRefused("FOLDER-102", head.replace("cotejo folder 1", "cotejo folder 2"));
        assertHeadRefused("FOLDER-102", "cotejo folder 999999\nwhatever comes\n");
    }

    @Test
    void aHeadThatNamesOtherSegmentsThanThereAreIsRefused() throws IOException {
        String head = Files.readString(small.path.resolve(Head.FILE));
        for (String segments : List.of("segments 1", "segments 3", "segments 2000000000", "segments 0")) {
            Files.writeString(small.path.resolve(Head.FILE), head.replace("segments 2", segments));
            assertAllRefused("FOLDER-103");
        }
    }

    @Test
    void aHeadThatCountsOtherEntriesThanThereAreIsRefused() throws IOException {
        String head = Files.readString(small.path.resolve(Head.FILE));
        Files.writeString(small.path.resolve(Head.FILE), head.replaceFirst("entries [0-9]+", "entries 5"));
        assertAllRefused("FOLDER-103");
    }

    /** The lock must not outlive the refusal, or the folder that was restored stays busy until the program ends. */
    @Test
    void aFolderThatWasRefusedForItsHeadIsWrittenAgainOnceItIsRestored() throws IOException {
        byte[] head = Files.readAllBytes(small.path.resolve(Head.FILE));
        Files.writeString(small.path.resolve(Head.FILE), "garbage");
        assertRefused("FOLDER-103", small.folder::write);
        Files.write(small.path.resolve(Head.FILE), head);
        small.deliver(PARTY, "S3: 1 2");
        assertEquals(3, small.dossier().rows());
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Path photos = Files.createDirectories(temporary.resolve("photos"));
        Files.writeString(photos.resolve("me.jpg"), "a face");
        Path file = Files.writeString(temporary.resolve("file.txt"), "text");
        assertRefused("FOLDER-101", () -> ElectionFolder.open(photos));
        assertRefused("FOLDER-101", () -> ElectionFolder.openOrCreate(photos));
        assertRefused("FOLDER-101", () -> ElectionFolder.open(temporary.resolve("nowhere")));
        assertRefused("FOLDER-101", () -> ElectionFolder.open(file));
        assertRefused("FOLDER-101", () -> ElectionFolder.openOrCreate(file));
        assertEquals(1, SmallFolder.files(photos).size());
    }

    @Test
    void aFolderThatLostItsHeadIsNotTakenForAnEmptyOne() throws IOException {
        Files.delete(small.path.resolve(Head.FILE));
        Map<String, String> before = small.files();
        assertRefused("FOLDER-101", () -> ElectionFolder.openOrCreate(small.path));
        assertEquals(before, small.files());
    }

    @Test
    void anEmptyFolderAndOneThatDoesNotExistAreMade() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        for (Path path : List.of(empty, temporary.resolve("a/b/c"))) {
            assertEquals(0, ElectionFolder.openOrCreate(path).entries());
            try (Stream<Path> files = Files.list(path)) {
                assertEquals(
                        List.of("HEAD", "entries", "private"),
                        files.map(file -> String.valueOf(file.getFileName()))
                                .sorted()
                                .toList());
            }
        }
    }
}
