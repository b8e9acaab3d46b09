package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.base.Result;
import org.cotejo.merkle.TreeHash;
import org.junit.jupiter.api.Test;

/** Holds docs/formats/log.md against the code: its example log, its limits, its refusals. */
class LogDocTest {
    private static final String ORIGIN = "log.example/2027";
    private static final long SECONDS = 1_785_000_000;
    private static final Skey LOG = key(ORIGIN, Vkey.Kind.NOTE, 1);
    private static final Skey WITNESS = key("witness.example", Vkey.Kind.COSIGNATURE, 2);
    private static final List<String> ENTRIES = List.of("one", "two", "three");

    private final Map<TilePath, byte[]> files = new HashMap<>();

    private static Skey key(String name, Vkey.Kind kind, int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return Skey.of(name, kind, seed);
    }

    private static String document() {
        try {
            return Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/formats/log.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading log.md", e);
        }
    }

    private static String block(String fence) {
        Matcher block = Pattern.compile("(?s)```" + fence + "\n(.*?)```").matcher(document());
        assertTrue(block.find(), () -> "no example of " + fence);
        return block.group(1);
    }

    private SignedCheckpoint head() {
        TileWriter writer = new TileWriter();
        ENTRIES.forEach(entry -> writer.append(entry.getBytes(StandardCharsets.UTF_8), files::put));
        writer.flush(files::put);
        return SignedCheckpoint.of(
                new Checkpoint(ORIGIN, writer.size(), writer.root()), List.of(LOG, WITNESS), SECONDS);
    }

    private static Policy policy() {
        return Policy.parse(block("policy").getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    @Test
    void theKeysAreThoseOfTheExample() {
        assertEquals(LOG.vkey() + "\n" + WITNESS.vkey() + "\n", block("vkey"));
    }

    @Test
    void theCheckpointIsThatOfTheExample() {
        assertEquals(new String(head().bytes(), StandardCharsets.UTF_8), block("checkpoint"));
        assertEquals(ORIGIN, policy().verify(head()).orThrow().log().name());
        assertEquals("witness", policy().verify(head()).orThrow().quorum().name());
    }

    @Test
    void theFilesAreThoseOfTheExample() {
        head();
        String shown = TilePath.all(ENTRIES.size()).stream()
                .map(path -> path + " " + HexFormat.of().formatHex(files.get(path)) + "\n")
                .collect(Collectors.joining());
        assertEquals(shown, block("files").replace("\n    ", ""));
    }

    @Test
    void theProofIsThatOfTheExample() {
        SignedCheckpoint head = head();
        TileReader reader = TileReader.open(head.checkpoint(), path -> Optional.ofNullable(files.get(path)))
                .orThrow();
        TlogProof proof = new TlogProof(1, reader.inclusion(1).orThrow(), head);
        assertEquals(new String(proof.bytes(), StandardCharsets.UTF_8), block("proof"));
        proof.verify(new TreeHash().leaf("two".getBytes(StandardCharsets.UTF_8)), policy())
                .orThrow();
    }

    @Test
    void whatIsSaidToBeRefusedIsRefusedWithThatCode() {
        List<String> lines = block("refused").lines().toList();
        assertTrue(lines.size() > 10, "the examples of refusals are gone");
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            String text = parts.length < 3 ? "" : parts[2].replace("\\n", "\n");
            assertEquals(parts[0], code(parse(parts[1], text)), line);
        }
    }

    private static Result<?> parse(String format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (format) {
            case "vkey" -> Vkey.parse(text);
            case "note" -> Note.parse(bytes);
            case "checkpoint" -> Checkpoint.parse(text);
            case "path" -> TilePath.parse(text);
            case "policy" -> Policy.parse(bytes);
            case "proof" -> TlogProof.parse(bytes);
            case "fork" -> ForkEvidence.parse(bytes);
            default -> throw new IllegalArgumentException("an example of " + format);
        };
    }

    @Test
    void theRefusalsAreThoseOfTheRoom() {
        Set<String> documented = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| ((?:NOTE|TLOG|POLICY|PROOF|KEY)-[0-9]{3}) \\|")
                .matcher(document());
        while (row.find()) {
            documented.add(row.group(1));
        }
        Set<String> made = Stream.of(
                        Arrays.stream(NoteProblem.values())
                                .map(one -> one.with().code()),
                        Arrays.stream(TlogProblem.values())
                                .map(one -> one.with().code()),
                        Arrays.stream(PolicyProblem.values())
                                .map(one -> one.with().code()),
                        Stream.of("KEY-101", "KEY-103", "PROOF-107"),
                        Stream.of("PROOF-101", "PROOF-102", "PROOF-103", "PROOF-104", "PROOF-105", "PROOF-106"))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(made, documented);
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        Map<String, Long> limits = new HashMap<>();
        Matcher row = Pattern.compile("(?m)^\\| ([a-z ,]+) \\| ([0-9,]+) \\|").matcher(document());
        while (row.find()) {
            limits.put(row.group(1), Long.parseLong(row.group(2).replace(",", "")));
        }
        assertEquals(
                Map.of(
                        "entries of a log", TreeHash.SIZE_MOST,
                        "bytes of an entry", (long) EntryBundle.ENTRY_MOST,
                        "bytes of a note", (long) Note.SIZE_MOST,
                        "signature lines of a note", (long) Note.SIGNATURES_MOST,
                        "bytes of a name or origin", (long) Plain.NAME_MOST,
                        "hashes of a proof", (long) TlogProof.PATH_MOST,
                        "bytes of a proof", (long) TlogProof.SIZE_MOST,
                        "bytes of a policy", (long) PolicyFile.SIZE_MOST,
                        "logs, witnesses, groups of a policy, each", (long) Policy.PARTS_MOST),
                limits);
    }

    @Test
    void theExampleOfTheTreeIsReadBackEntryByEntry() {
        SignedCheckpoint head = head();
        TileReader reader = TileReader.open(head.checkpoint(), path -> Optional.ofNullable(files.get(path)))
                .orThrow();
        for (int i = 0; i < ENTRIES.size(); i++) {
            assertArrayEquals(
                    ENTRIES.get(i).getBytes(StandardCharsets.UTF_8),
                    reader.entry(i).orThrow());
        }
    }
}
