package org.cotejo.folder;

import static org.cotejo.folder.SmallFolder.PARTY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.EntryBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/formats/folder.md against the code. */
class FolderDocTest {
    @TempDir
    private Path temporary;

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/formats/folder.md"));
    }

    @Test
    void theHeadThatIsShownIsThatOfANewFolder() throws IOException {
        Matcher block = Pattern.compile("(?s)```head\n(.*?)```").matcher(document());
        assertTrue(block.find());
        SmallFolder small = new SmallFolder(temporary.resolve("election"));
        assertEquals(block.group(1), Files.readString(small.path.resolve("HEAD")));
    }

    @Test
    void theCodesAreThoseOfTheCode() throws IOException {
        Matcher code = Pattern.compile("(?m)^\\| (FOLDER-[0-9]{3}) \\|").matcher(document());
        TreeSet<String> documented =
                code.results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> actual = Stream.of(FolderProblem.values())
                .map(problem -> problem.at("").problem().code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(actual, documented);
    }

    /** Written straight from the page, without the room's own readers. */
    @Test
    void aFolderIsLaidOutAsThePageSays() throws IOException {
        SmallFolder small = new SmallFolder(temporary.resolve("election"));
        small.deliver(PARTY, "S1: 1 2");
        small.deliver(PARTY, "S1: 3 4", "S2: 5 6");
        byte[] line = "cotejo entries 1\n".getBytes(StandardCharsets.US_ASCII);
        byte[] chain = Sha256.of(new byte[0]).bytes();
        int entries = 0;
        for (String name : List.of("00000001.entries", "00000002.entries")) {
            byte[] segment = Files.readAllBytes(small.path.resolve("entries").resolve(name));
            assertArrayEquals(line, Arrays.copyOf(segment, line.length));
            int end = segment.length - Hash.SIZE;
            byte[] hash = Sha256.of(Arrays.copyOf(segment, end)).bytes();
            assertArrayEquals(hash, Arrays.copyOfRange(segment, end, segment.length));
            byte[] both = Arrays.copyOf(chain, 2 * Hash.SIZE);
            System.arraycopy(hash, 0, both, Hash.SIZE, Hash.SIZE);
            chain = Sha256.of(both).bytes();
            int at = line.length;
            while (at < end) {
                at += EntryBlock.LENGTH_BYTES + (segment[at] & 0xff) * 256 + (segment[at + 1] & 0xff);
                entries++;
            }
            assertEquals(end, at);
        }
        assertEquals(
                "cotejo folder 1\nsegments 2\nentries " + entries + "\nchain " + new Hash(chain).hex() + "\n",
                Files.readString(small.path.resolve("HEAD")));
        assertEquals(
                List.of("HEAD", "entries/00000001.entries", "entries/00000002.entries"),
                small.files().keySet().stream()
                        .filter(file -> !file.startsWith("private"))
                        .toList());
        assertEquals(0, Files.size(small.path.resolve("lock")));
    }
}
