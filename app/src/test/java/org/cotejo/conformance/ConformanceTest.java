package org.cotejo.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published files as they are, and with one value changed in each place where a change must be noticed. */
class ConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("cotejo.shared", "../../shared"), "vectors/tlog");

    /** Values to read, from which nothing is computed. */
    private static final Set<String> TOLD = Set.of("source", "rule", "desc", "file", "name", "why", "number", "error");

    private static final int CHANGES_MOST = 60;

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared data at " + file.toAbsolutePath());
        return file;
    }

    private static VectorFile read(String name) {
        try {
            return new VectorFile(file(name), Files.readAllBytes(file(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading " + name, e);
        }
    }

    private static FileReport check(Path path, String text) {
        return Conformance.check(List.of(new VectorFile(path, text.getBytes(StandardCharsets.UTF_8))))
                .getFirst();
    }

    private static FileReport checkHere(String text) {
        return check(Path.of("given.json"), text);
    }

    private static String counts(FileReport report) {
        return report.passed().size() + " " + report.failures().size();
    }

    @Test
    void everyPublishedFileComesOut() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("checkpoint/checkpoint.json", "6 0");
        expected.put("cosignature/ed25519-v1.json", "2 0");
        expected.put("cosignature/mldsa44-accumulated.json", "2 0");
        expected.put("cosignature/mldsa44-v1-derived.json", "4 0");
        expected.put("cosignature/timestamp.json", "2 0");
        expected.put("ed25519/cctv-edge-cases.json", "457 0");
        expected.put("merkle/consistency-probes.json", "43 0");
        expected.put("merkle/ct-reference-tree.json", "9 0");
        expected.put("merkle/inclusion-probes.json", "49 0");
        expected.put("merkle/rfc6962-hash.json", "5 0");
        expected.put("merkle/subtree-consistency-probes.json", "45 0");
        expected.put("note/key-id.json", "7 0");
        expected.put("note/signed-note.json", "7 0");
        expected.put("policy/policy.json", "4 0");
        expected.put("proof/format.json", "4 0");
        expected.put("proof/tessera-1-0.tlog-proof", "1 0");
        expected.put("proof/tessera-8-3.tlog-proof", "1 0");
        expected.put("tiles/paths.json", "37 0");
        expected.put("tiles/tessera-log/README.json", "35 0");
        List<VectorFile> files =
                expected.keySet().stream().map(ConformanceTest::read).toList();
        List<FileReport> reports = Conformance.check(files);
        int at = 0;
        for (Map.Entry<String, String> one : expected.entrySet()) {
            assertEquals(one.getValue(), counts(reports.get(at)), () -> one.getKey());
            assertEquals(files.get(at++).name(), FOLDER.resolve(one.getKey()).toString());
        }
    }

    @Test
    void everyChangedValueThatMattersIsNoticed() throws IOException {
        for (String name : List.of(
                "checkpoint/checkpoint.json",
                "cosignature/ed25519-v1.json",
                "cosignature/mldsa44-v1-derived.json",
                "cosignature/timestamp.json",
                "merkle/consistency-probes.json",
                "merkle/ct-reference-tree.json",
                "merkle/inclusion-probes.json",
                "merkle/rfc6962-hash.json",
                "merkle/subtree-consistency-probes.json",
                "note/key-id.json",
                "note/signed-note.json",
                "policy/policy.json",
                "tiles/paths.json",
                "tiles/tessera-log/README.json")) {
            assertEveryChangeIsNoticed(file(name), Files.readString(file(name)), CHANGES_MOST);
        }
    }

    @Test
    void everyChangedEdgeCaseThatMattersIsNoticed() throws IOException {
        Path file = file("ed25519/cctv-edge-cases.json");
        assertEveryChangeIsNoticed(file, Files.readString(file), 30);
    }

    /** The hash over 10,000 keys takes seconds; the one over 100 stands for both. */
    @Test
    void aChangedHashOverManyKeysIsNoticed() throws IOException {
        Path file = file("cosignature/mldsa44-accumulated.json");
        String text = Files.readString(file).replaceAll(",\\s*\"n10000\": \"[0-9a-f]*\"", "");
        assertEquals("1 0", counts(check(file, text)));
        assertEveryChangeIsNoticed(file, text, CHANGES_MOST);
    }

    private static void assertEveryChangeIsNoticed(Path path, String text, int most) {
        JsonTokens json = JsonTokens.of(text);
        List<JsonTokens.Token> mattering =
                json.tokens().stream().filter(token -> matters(json, token)).toList();
        assertFalse(mattering.isEmpty(), () -> "nothing in " + path + " is said to matter");
        int step = Math.max(1, mattering.size() / most);
        for (int i = 0; i < mattering.size(); i += step) {
            JsonTokens.Token token = mattering.get(i);
            String changed = json.changed(token);
            if (!changed.equals(text)) {
                assertFalse(
                        check(path, changed).failures().isEmpty(),
                        () -> path + " " + token.path() + ": nobody noticed "
                                + changed.substring(token.start(), token.end()));
            }
        }
    }

    /** What is told only, or stands in a case that must be refused anyway, or in a way that gives the same result, does not. */
    private static boolean matters(JsonTokens json, JsonTokens.Token token) {
        String path = token.path();
        if (TOLD.contains(token.key()) || path.equals(".note") || path.equals(".verified") || path.contains(".flags")) {
            return false;
        }
        if (path.matches("\\.(bad|reject|malformedBodies|exampleOnly)\\[.*")
                || path.matches("\\.accept\\[[0-9]+\\]\\.policy")
                || path.matches("\\.entriesForIndex\\[[0-9]+\\]\\[[01]\\]")) {
            return false;
        }
        boolean isVerdict = Set.of("wantErr", "jdk25Accepts", "opensslAccepts").contains(token.key());
        String whole = path.replaceAll("^(\\.[A-Za-z]+\\[[0-9]+\\]).*", "$1");
        boolean mustBeRefused = json.tokens().stream()
                .anyMatch(other -> other.path().equals(whole + ".error")
                        || (other.path().equals(whole + ".wantErr")
                                && json.text().startsWith("true", other.start()))
                        || (other.path().equals(whole + ".jdk25Accepts")
                                && json.text().startsWith("false", other.start())));
        return isVerdict || !mustBeRefused;
    }

    @Test
    void everyChangedByteOfAProofIsNoticed() {
        VectorFile log = read("tiles/tessera-log/README.json");
        VectorFile proof = read("proof/tessera-8-3.tlog-proof");
        for (int at = 0; at < proof.bytes().length; at++) {
            byte[] changed = proof.bytes().clone();
            changed[at] ^= 1;
            List<FileReport> reports = Conformance.check(List.of(new VectorFile(proof.path(), changed), log));
            assertEquals("0 1", counts(reports.getFirst()), "byte " + at);
        }
    }

    @Test
    void aProofWithoutItsLogCouldNotBeChecked() {
        FileReport report =
                Conformance.check(List.of(read("proof/tessera-8-3.tlog-proof"))).getFirst();
        assertEquals("0 1", counts(report));
        assertTrue(report.failures().getFirst().got().contains("not checked"));
    }

    @Test
    void aLogOfWhichAFileIsGoneIsAFailure(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path log = file("tiles/tessera-log");
        try (Stream<Path> files = Files.walk(log)) {
            for (Path from : files.toList()) {
                Path to = folder.resolve(log.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        Path readme = folder.resolve("README.json");
        assertEquals("35 0", counts(check(readme, Files.readString(readme))));
        Files.delete(folder.resolve("tile/entries/000.p/5"));
        assertEquals("34 1", counts(check(readme, Files.readString(readme))));
        Files.writeString(folder.resolve("checkpoint.3"), Files.readString(folder.resolve("checkpoint.4")));
        assertEquals("33 2", counts(check(readme, Files.readString(readme))));
    }

    @Test
    void aFileOfUnknownKindIsAFailure() throws IOException {
        for (String text :
                List.of("", "{}", "[]", "[1]", "x", "{\"probe\": []}", "{\"probes\": 1", "\"probes\"", "c2sp")) {
            FileReport report = checkHere(text);
            assertEquals("0 1", counts(report), () -> text);
            assertEquals("an unknown kind", report.kind().en());
        }
    }

    @Test
    void theDialogueWithAWitnessIsSpokenStepByStep() throws IOException {
        VectorFile file = read("witness/add-checkpoint.json");
        assertEquals("6 0", counts(Conformance.check(List.of(file)).getFirst()));
        String text = new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("5 1", counts(checkHere(text.replaceFirst("\"status\": 404", "\"status\": 403"))));
        assertEquals(
                "5 1",
                counts(checkHere(text.replace("\"bodyContains\": \"unknown log\"", "\"bodyContains\": \"nobody\""))));
    }

    @Test
    void aFileWithoutCasesIsAFailure() {
        assertEquals("0 1", counts(checkHere("{\"probes\": []}")));
        assertEquals("0 1", counts(checkHere("{\"vkeys\": [], \"bad\": []}")));
        assertEquals("0 1", counts(checkHere("{\"vectors\": []}")));
    }

    @Test
    void casesOfUnknownKindAreFailuresAmongTheOthers() {
        String probe = "{\"leafIdx\": 0, \"treeSize\": 0, \"root\": \"\", \"leafHash\": \"\", \"wantErr\": true}";
        assertEquals("1 0", counts(checkHere("{\"probes\": [" + probe + "]}")));
        List<String> others = new ArrayList<>(List.of(
                "{}",
                "7",
                "null",
                "{\"wantErr\": true}",
                "{\"leaf\": 1, \"wantErr\": true}",
                probe.replace("true", "1"),
                probe.replace("\"root\"", "\"roots\""),
                probe.replace("}", ", \"more\": 1}")));
        others.forEach(
                other -> assertEquals("1 1", counts(checkHere("{\"probes\": [" + probe + ", " + other + "]}")), other));
        assertEquals("1 1", counts(checkHere("{\"probes\": [" + probe + "], \"others\": []}")));
    }

    /** Some published probes say of themselves that the verdict is a choice; they are judged like all others, and told. */
    @Test
    void aProbeWithANoteIsJudgedAndTold() {
        String probe =
                "{\"probes\": [{\"size1\": 0, \"size2\": 0, \"root1\": \"AAAA\", \"root2\": \"AAAA\", \"proof\": null,"
                        + " \"wantErr\": %s, \"note\": \"size 0\", \"desc\": \"zero\"}]}";
        FileReport report = checkHere(probe.formatted("true"));
        assertEquals("1 0", counts(report));
        assertTrue(report.remarks().getFirst().sentence().en().contains("size 0"));
        assertEquals("0 1", counts(checkHere(probe.formatted("false"))));
    }

    @Test
    void rootsOfAnotherLengthEqualOnlyThemselves() {
        String probe =
                "{\"probes\": [{\"size1\": 1, \"size2\": 1, \"root1\": \"AAAA\", \"root2\": \"%s\", \"proof\": [],"
                        + " \"wantErr\": false}]}";
        assertEquals("1 0", counts(checkHere(probe.formatted("AAAA"))));
        assertEquals("0 1", counts(checkHere(probe.formatted("AAAB"))));
        String leaf = "{\"probes\": [{\"leafIdx\": 0, \"treeSize\": 1, \"root\": \"AAAA\", \"leafHash\": \"AAAA\","
                + " \"proof\": [], \"wantErr\": true}]}";
        assertEquals("1 0", counts(checkHere(leaf)));
    }

    /** Sizes beyond 2^63 are published too; they are no sizes, never negative ones. */
    @Test
    void numbersBeyondALongAreRefusedAsSizes() {
        String probe =
                "{\"probes\": [{\"leafIdx\": 18446744073709551615, \"treeSize\": 18446744073709551617, \"root\": \"HASH\","
                        + " \"leafHash\": \"HASH\", \"proof\": [], \"wantErr\": true}]}";
        String hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assertEquals("1 0", counts(checkHere(probe.replace("HASH", hash))));
    }
}
