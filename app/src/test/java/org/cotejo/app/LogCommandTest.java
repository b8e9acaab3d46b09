package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.folder.ElectionFolder;
import org.cotejo.tlog.SignedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a public log, of a folder and over the web, and what is answered when it lies. */
class LogCommandTest {
    @TempDir
    private Path temporary;

    private SmallSite small;
    private final TypedCommands typed = new TypedCommands();

    @BeforeEach
    void publish() {
        small = SmallSite.publishedAt("2027-03-01T20:00:00Z", temporary);
    }

    private SignedCheckpoint head() throws IOException {
        return SignedCheckpoint.parse(Files.readAllBytes(small.site().resolve("checkpoint")))
                .orThrow();
    }

    @Test
    void theHeadIsShownWithWhoSignedIt() throws IOException {
        assertEquals(Exit.PROVEN, typed.run("log", "show", small.site()));
        typed.assertSays(
                SmallSite.ORIGIN,
                String.valueOf(head().checkpoint().size()),
                head().checkpoint().root().hex(),
                "[could not check] who signed",
                "no timestamps");
        assertEquals(Exit.PROVEN, typed.run("log", "show", small.site(), "--policy", small.policy(), "--json"));
        typed.assertSays("\"answer\":\"proven\"", "\"timestamps\":[]", "\"origin\":\"" + SmallSite.ORIGIN + "\"");
    }

    @Test
    void aHeadThatThePolicyDoesNotPinIsRefuted() throws IOException {
        SmallSite other = SmallSite.publishedAt("2027-03-01T20:00:00Z", temporary.resolve("other"));
        assertEquals(Exit.REFUTED, typed.run("log", "show", small.site(), "--policy", other.policy()));
        typed.assertSays("[refuted]");
    }

    @Test
    void everyEntryIsShownInWordsAndInBytes() throws IOException {
        long size = head().checkpoint().size();
        for (long index = 0; index < size; index += Math.max(1, size / 40)) {
            Path into = temporary.resolve("entry");
            assertEquals(Exit.PROVEN, typed.run("log", "entry", small.site(), index, "--into", into));
            typed.assertSays("entry " + index + ": ", "leaf hash: ", Files.size(into) + " bytes");
            byte[] bytes = Files.readAllBytes(into);
            EntryReader.read(bytes, 0, bytes.length).orThrow();
        }
        assertEquals(Exit.PROVEN, typed.run("log", "entry", small.site(), size - 1));
        typed.assertSays("a publication of pages and data", "at: 2027-03-01T20:00:00Z", "entries: " + (size - 1));
        assertEquals(Exit.PROVEN, typed.run("log", "entry", small.site(), 0, "--json"));
        typed.assertSays("\"entry\":0", "\"leaf\":\"", "\"bytes\":\"01", "the election's definition");
    }

    @Test
    void everyKindOfEntryHasItsOwnWords() {
        ElectionFolder folder = ElectionFolder.open(small.dir());
        java.util.Set<Class<?>> kinds = new java.util.HashSet<>();
        java.util.Set<String> words = new java.util.HashSet<>();
        folder.blocks()
                .forEach(block -> block.forEach((bytes, offset, length) -> {
                    Entry entry = EntryReader.read(bytes, offset, length).orThrow();
                    kinds.add(entry.getClass());
                    words.add(EntryWords.kind(entry).en());
                    assertTrue(EntryWords.lines(entry).stream().allMatch(line -> line.startsWith("  ")));
                }));
        assertEquals(kinds.size(), words.size());
        assertTrue(kinds.size() > 5, kinds::toString);
    }

    @Test
    void aProofIsProvenWithoutTheLogAndForItsOwnEntryAlone() throws IOException {
        Path proof = temporary.resolve("7.tlog-proof");
        Path entry = temporary.resolve("7");
        Path other = temporary.resolve("8");
        assertEquals(Exit.PROVEN, typed.run("log", "prove", small.site(), 7, "--into", proof));
        assertEquals(Exit.PROVEN, typed.run("log", "entry", small.site(), 7, "--into", entry));
        assertEquals(Exit.PROVEN, typed.run("log", "entry", small.site(), 8, "--into", other));
        assertEquals(Exit.PROVEN, check(proof, "--entry", entry));
        typed.assertSays("PROVEN: this is entry 7 of");
        assertEquals(Exit.REFUTED, check(proof, "--entry", other));
        typed.assertSays("REFUTED", "PROOF-104");
        assertEquals(Exit.UNCHECKED, check(proof));
        typed.assertSays("COULD NOT CHECK");
        assertEquals(Exit.PROVEN, check(proof, "--entry", entry, "--json"));
        typed.assertSays("{\"verdict\":\"proven\"");
        assertEquals(Exit.PROVEN, typed.run("log", "prove", small.site(), 7));
        assertArrayEquals(Files.readAllBytes(proof), typed.bytes());
    }

    private int check(Path proof, Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"log", "check-proof", proof, "--policy", small.policy()}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return typed.run(words);
    }

    @Test
    void aProofThatCarriesItsEntryNeedsNothingElse() throws IOException {
        Path proof = temporary.resolve("7.tlog-proof");
        assertEquals(Exit.PROVEN, typed.run("log", "prove", small.site(), 7, "--with-entry", "--into", proof));
        assertEquals(Exit.PROVEN, check(proof));
        String text = Files.readString(proof);
        Files.writeString(proof, text.replaceFirst("extra .", "extra Z"));
        assertEquals(Exit.UNCHECKED, check(proof), "what is added vouches for nothing");
        Files.writeString(proof, text.replace("index 7", "index 6"));
        assertEquals(Exit.UNCHECKED, check(proof));
        Files.writeString(proof, text.replace("index 7", "index 07"));
        assertEquals(Exit.BAD_INPUT, check(proof));
        typed.assertComplains("PROOF-107");
    }

    @Test
    void aProofUnderAnotherKeyIsRefuted() throws IOException {
        SmallSite other = SmallSite.publishedAt("2027-03-01T20:00:00Z", temporary.resolve("other"));
        Path proof = temporary.resolve("7.tlog-proof");
        assertEquals(Exit.PROVEN, typed.run("log", "prove", other.site(), 7, "--with-entry", "--into", proof));
        assertEquals(Exit.REFUTED, check(proof));
    }

    @Test
    void aLogThatGrewContinuesItsOldHeadAndARewrittenOneDoesNot() throws IOException {
        Path seen = Files.copy(small.site().resolve("checkpoint"), temporary.resolve("seen"));
        small.grow();
        assertEquals(Exit.PROVEN, consistency(seen, "--policy", small.policy()));
        typed.assertSays("PROVEN");
        assertEquals(Exit.UNCHECKED, consistency(seen));
        assertEquals(Exit.PROVEN, consistency(seen, "--policy", small.policy(), "--json"));
        typed.assertSays("{\"verdict\":\"proven\"", "\"from\":");
        List<String> lines = Files.readAllLines(seen);
        Files.writeString(seen, String.join("\n", lines).replace(lines.get(2), "A".repeat(43) + "=") + "\n");
        assertEquals(Exit.UNCHECKED, consistency(seen, "--policy", small.policy()), "a head that the log never signed");
        typed.assertSays("COULD NOT CHECK", "PROOF-104");
        Files.writeString(seen, String.join("\n", lines).replace(lines.get(0), "another.example") + "\n");
        assertEquals(Exit.UNCHECKED, consistency(seen));
    }

    @Test
    void aLogThatWentBackIsRefutedByTheHeadThatWasSeen() throws IOException {
        Path older = temporary.resolve("older");
        copy(small.site(), older);
        small.grow();
        Path seen = Files.copy(small.site().resolve("checkpoint"), temporary.resolve("seen"));
        assertEquals(Exit.REFUTED, typed.run("log", "consistency", older, "--from", seen, "--policy", small.policy()));
        typed.assertSays("now it has");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private int consistency(Path seen, Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"log", "consistency", small.site(), "--from", seen}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return typed.run(words);
    }

    @Test
    void aChangedTileIsARefutationAndNoEntryIsShown() throws IOException {
        Path tile = small.site().resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[bytes.length - 1] ^= 1;
        Files.delete(tile);
        Files.write(tile, bytes);
        assertEquals(Exit.REFUTED, typed.run("log", "entry", small.site(), 255));
        typed.assertSays("TLOG-109");
        assertEquals(Exit.REFUTED, typed.run("log", "prove", small.site(), 255));
        Files.delete(tile);
        assertEquals(Exit.REFUTED, typed.run("log", "entry", small.site(), 3));
        typed.assertSays("TLOG-105");
    }

    @Test
    void whatIsTypedWrongIsSaid() throws IOException {
        assertEquals(Exit.BAD_INPUT, typed.run("log"));
        typed.assertComplains("show");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "shwo", small.site()));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "entry", small.site(), "-1"));
        assertEquals(Exit.BAD_INPUT, typed.run("log", "entry", small.site(), "seven"));
        typed.assertComplains("APP-108");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "entry", small.site(), 1_000_000));
        typed.assertComplains("TLOG-110");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "show", temporary.resolve("nowhere")));
        typed.assertComplains("APP-121");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "show", temporary));
        typed.assertComplains("APP-145");
        Files.writeString(small.site().resolve("checkpoint"), "no checkpoint");
        assertEquals(Exit.BAD_INPUT, typed.run("log", "show", small.site()));
        typed.assertComplains("NOTE-101");
        for (String part : List.of("show", "entry", "prove", "check-proof", "consistency", "timestamp")) {
            assertEquals(Exit.PROVEN, typed.run("log", part, "--help"), part);
            typed.assertSays("Example");
        }
    }

    @Test
    void overTheWebEverythingIsAnsweredTheSame() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/", SimpleFileServer.createFileHandler(small.site().toAbsolutePath()));
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/";
            for (List<String> words : List.of(List.of("show"), List.of("entry", "3"), List.of("prove", "3"))) {
                String more = words.size() > 1 ? words.get(1) : "--json";
                assertEquals(Exit.PROVEN, typed.run("log", words.getFirst(), small.site(), more));
                byte[] here = typed.bytes();
                assertEquals(Exit.PROVEN, typed.run("log", words.getFirst(), address, more));
                assertArrayEquals(here, typed.bytes(), new String(here, StandardCharsets.UTF_8));
            }
        } finally {
            server.stop(0);
        }
    }
}
