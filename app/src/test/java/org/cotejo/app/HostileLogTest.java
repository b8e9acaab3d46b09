package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.base.Progress;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Sha256;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.node.log.Appended;
import org.cotejo.node.log.LogFolders;
import org.cotejo.node.log.LogKeys;
import org.cotejo.node.log.LogWriter;
import org.cotejo.node.log.Pace;
import org.cotejo.tlog.Policy;
import org.cotejo.verify.Answer;
import org.cotejo.verify.Trouble;
import org.cotejo.verify.Verification;
import org.cotejo.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log signs whatever it likes with its true key. Whoever verifies it is told what is wrong, and never sees an exception. */
class HostileLogTest {
    private static final Pace QUICK = new Pace(Duration.ZERO, 1, 8_192, 1 << 26);

    @TempDir
    private Path temporary;

    private SmallSite small;
    private List<byte[]> entries;

    @BeforeEach
    void publish() {
        small = SmallSite.publishedAt("2027-03-01T20:00:00Z", temporary.resolve("honest"));
        entries = new ArrayList<>();
        for (EntryBlock block : ElectionFolder.open(small.dir()).blocks()) {
            block.forEach((bytes, offset, length) -> entries.add(Arrays.copyOfRange(bytes, offset, offset + length)));
        }
    }

    /** What a copy of the publication comes to after its own log has signed more entries. */
    private Verification after(byte[]... more) throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory(temporary, "copy");
        Folders.copy(small.temporary(), copy);
        LogKeyFolder keyFolder = new LogKeyFolder(copy.resolve("keys"));
        LogKeys keys = keyFolder.read(SmallSite.ORIGIN);
        LogFolders folders = new LogFolders(keyFolder.store(SmallSite.ORIGIN), copy.resolve("site"));
        try (LogWriter writer = LogWriter.open(folders, keys, QUICK, small.clock())) {
            Appended appended = writer.append(List.of(more)).orThrow();
            assertEquals(entries.size(), appended.first());
        }
        Policy policy = Policy.parse(Files.readAllBytes(small.policy())).orThrow();
        return Verifier.verify(
                        new DiskFiles(copy.resolve("site")), new Verifier.Trust(policy, null, false), Progress.NONE)
                .verification();
    }

    private void assertNotAnEntry(byte[] bytes) throws IOException, InterruptedException {
        Verification verification = after(bytes);
        assertEquals(Answer.REFUTED, verification.verdict(), verification.problems()::toString);
        List<Trouble> found = verification.problems().stream()
                .filter(trouble -> trouble.kind().code().equals("PUB-212"))
                .toList();
        assertEquals(1, found.size(), verification.problems()::toString);
        assertEquals(entries.size(), found.getFirst().spot().entry(), "the entry that was added");
    }

    @Test
    void whatIsNoEntryIsNamedWithItsPlace() throws IOException, InterruptedException {
        assertNotAnEntry("not an entry".getBytes(StandardCharsets.UTF_8));
        assertNotAnEntry(new byte[] {0});
    }

    @Test
    void anEntryThatIsCutShortOrTooLongIsNamedWithItsPlace() throws IOException, InterruptedException {
        byte[] copies = entries.stream()
                .max((a, b) -> Integer.compare(a.length, b.length))
                .orElseThrow();
        assertNotAnEntry(Arrays.copyOf(copies, copies.length - 1));
        assertNotAnEntry(Arrays.copyOf(copies, copies.length + 1));
    }

    @Test
    void aPublicationThatSpeaksOfEntriesThatAreNotThereYetCantFollow() throws IOException, InterruptedException {
        byte[] early = EntryWriter.bytes(new Entry.PublicationMade(new Publication(
                entries.size() + 10L, Instant.parse("2027-03-01T21:00:00Z"), Sha256.of(new byte[] {1}))));
        Verification verification = after(early);
        assertEquals(Answer.REFUTED, verification.verdict(), verification.problems()::toString);
    }

    @Test
    void nothingMoreThanAnotherEntryLeavesThePagesAsTheyWere() throws IOException, InterruptedException {
        byte[] copies = entries.get(entries.size() - 4);
        Verification verification = after(copies);
        assertTrue(
                verification.problems().stream()
                        .noneMatch(trouble -> trouble.kind().code().equals("PUB-213")),
                verification.problems()::toString);
    }

    @Test
    void changedEntriesOfEachKindAreAnsweredAndNothingIsThrown() throws IOException, InterruptedException {
        Mutator mutator = new Mutator(11);
        int refuted = 0;
        for (int round = 0; round < 60; round++) {
            byte[] changed = mutator.changed(mutator.any(entries), mutator.any(entries));
            if (changed.length == 0 || changed.length > 65_535) {
                continue;
            }
            // Some changed entries are entries: a log may state them, and everybody sees that it did.
            refuted += after(changed).verdict() == Answer.REFUTED ? 1 : 0;
        }
        assertTrue(refuted > 30, refuted + " of 60 are refuted");
    }
}
