package org.cotejo.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.merkle.TreeHash;
import org.cotejo.tlog.Checkpoint;
import org.cotejo.tlog.SignedCheckpoint;
import org.cotejo.tlog.Skey;
import org.cotejo.tlog.Vkey;
import org.junit.jupiter.api.Test;

/** Each kind of file with cases made here: true ones pass, false and unknown ones fail, and say what came out. */
class KindsTest {
    private static final Skey LOG = Skey.of("log.example", Vkey.Kind.NOTE, new byte[32]);
    private static final Skey WITNESS = Skey.of("w.example", Vkey.Kind.COSIGNATURE, new byte[32]);

    private static FileReport check(String text) {
        VectorFile file = new VectorFile(Path.of("given.json"), text.getBytes(StandardCharsets.UTF_8));
        return Conformance.check(List.of(file)).getFirst();
    }

    private static void assertCounts(int passed, int failed, String text) {
        FileReport report = check(text);
        assertEquals(
                passed + " passed, " + failed + " failed",
                report.passed().size() + " passed, " + report.failures().size() + " failed",
                () -> text + "\n" + report.failures());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String note(Skey... keys) {
        Checkpoint head = new Checkpoint("log.example", 3, TreeHash.EMPTY);
        byte[] bytes = SignedCheckpoint.of(head, List.of(keys), 77).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void hashesOfLeavesAndNodes() {
        String empty = TreeHash.EMPTY.hex();
        String leaf = new TreeHash().leaf("a".getBytes(StandardCharsets.UTF_8)).hex();
        String right = "{\"emptyRoot\": \"%s\", \"leaf\": [{\"dataUtf8\": \"a\", \"hash\": \"%s\"}], \"node\": []}";
        assertCounts(2, 0, right.formatted(empty, leaf));
        assertCounts(1, 1, right.formatted(empty, empty));
        assertCounts(1, 1, right.formatted(leaf, leaf));
        assertCounts(1, 1, right.formatted(empty, leaf).replace("dataUtf8", "data"));
        assertCounts(1, 1, right.formatted(empty, leaf).replace("\"hash\"", "\"sum\""));
        String base64 = Base64.getEncoder().encodeToString(Hash.ofHex(leaf).bytes());
        assertCounts(2, 0, right.formatted(empty, base64).replace("\"hash\"", "\"hashBase64\""));
    }

    @Test
    void rootsOfAGrowingTree() {
        String leaf = new TreeHash().leaf(new byte[] {5}).hex();
        String empty = TreeHash.EMPTY.hex();
        String file = "{\"leafInputsHex\": [%s], \"rootsBySize\": [%s]}";
        assertCounts(2, 0, file.formatted("\"05\"", quoted(empty) + "," + quoted(leaf)));
        assertCounts(1, 1, file.formatted("\"06\"", quoted(empty) + "," + quoted(leaf)));
        assertCounts(1, 1, file.formatted("\"05\"", quoted(empty)));
        assertCounts(2, 1, file.formatted("\"05\"", quoted(empty) + "," + quoted(leaf) + "," + quoted(leaf)));
        assertCounts(1, 1, file.formatted("\"0\"", quoted(empty) + "," + quoted(leaf)));
    }

    @Test
    void keyIds() {
        String file = "{\"vkeys\": [%s], \"bad\": [{\"vkey\": %s, \"why\": \"id\"}]}";
        String key = quoted(LOG.vkey().toString());
        assertCounts(2, 0, file.formatted(key, quoted("x" + LOG.vkey())));
        assertCounts(1, 1, file.formatted(quoted("x" + LOG.vkey()), quoted("x")));
        assertCounts(1, 1, file.formatted(key, key));
    }

    @Test
    void notes() {
        String file = "{\"cases\": [{\"name\": \"n\", \"verifiers\": [%s], \"note\": %s, \"verified\": [%s],"
                + " \"unverified\": [%s]}]}";
        String key = quoted(LOG.vkey().toString());
        String log = quoted("log.example+" + LOG.vkey().hexId());
        String witness = quoted("w.example+" + WITNESS.vkey().hexId());
        assertCounts(1, 0, file.formatted(key, quoted(note(LOG, WITNESS)), log, witness));
        assertCounts(0, 1, file.formatted(key, quoted(note(LOG, WITNESS)), log, ""));
        assertCounts(0, 1, file.formatted(key, quoted(note(LOG)), log, witness));
        assertCounts(0, 1, file.formatted(key, quoted(note(WITNESS)), log, witness));
        assertCounts(0, 1, file.formatted(key, quoted(note(LOG).replace("\n3\n", "\n4\n")), log, ""));
    }

    @Test
    void notesThatMustBeRefused() {
        String file = "{\"cases\": [{\"name\": \"n\", \"vkey\": %s, \"note\": %s, \"error\": %s}]}";
        String key = quoted(LOG.vkey().toString());
        String changed = quoted(note(LOG).replace("\n3\n", "\n4\n"));
        assertCounts(1, 0, file.formatted(key, changed, quoted("invalid signature for key x")));
        assertCounts(0, 1, file.formatted(key, changed, quoted("malformed note")));
        assertCounts(0, 1, file.formatted(key, changed, quoted("something else")));
        assertCounts(1, 0, file.formatted(key, quoted("x\n"), quoted("malformed note")));
        assertCounts(0, 1, file.formatted(key, quoted(note(LOG)), quoted("malformed note")));
    }

    @Test
    void signingWithAPublishedKey() {
        String file = "{\"cases\": [{\"name\": \"n\", \"skey\": %s, \"vkey\": %s, \"note\": %s}]}";
        String key = quoted(LOG.vkey().toString());
        Skey other = Skey.of("other.example", Vkey.Kind.NOTE, new byte[32]);
        assertCounts(1, 0, file.formatted(quoted(LOG.fileForm()), key, quoted(note(LOG))));
        assertCounts(0, 1, file.formatted(quoted(other.fileForm()), key, quoted(note(LOG))));
        assertCounts(0, 1, file.formatted(quoted("PRIVATE"), key, quoted(note(LOG))));
    }

    @Test
    void checkpoints() {
        String file = "{\"verifiable\": [{\"name\": \"n\", \"vkey\": %s, \"origin\": %s, \"checkpoint\": %s}],"
                + " \"malformedBodies\": [%s]}";
        String key = quoted(LOG.vkey().toString());
        String origin = quoted("log.example");
        String body = quoted(new Checkpoint("log.example", 3, TreeHash.EMPTY).text());
        assertCounts(2, 0, file.formatted(key, origin, quoted(note(LOG)), quoted("x\n")));
        assertCounts(1, 1, file.formatted(key, quoted("other"), quoted(note(LOG)), quoted("x\n")));
        assertCounts(1, 1, file.formatted(key, origin, quoted(note(WITNESS)), quoted("x\n")));
        assertCounts(1, 1, file.formatted(key, origin, quoted(note(LOG)), body));
    }

    @Test
    void cosignatures() {
        String file = "{\"vkey\": %s, \"timestamp\": %s, \"checkpoint\": %s}";
        String key = quoted(WITNESS.vkey().toString());
        assertCounts(1, 0, file.formatted(key, "77", quoted(note(LOG, WITNESS))));
        assertCounts(0, 1, file.formatted(key, "78", quoted(note(LOG, WITNESS))));
        assertCounts(0, 1, file.formatted(key, "77", quoted(note(LOG))));
        assertCounts(0, 1, file.formatted(quoted("x"), "77", quoted(note(LOG, WITNESS))));
    }

    @Test
    void policies() {
        String witness = "witness w " + WITNESS.vkey() + "\n";
        String file = "{\"accept\": [{\"policy\": %s, \"n\": %s, \"components\": %s}],"
                + " \"reject\": [{\"policy\": %s, \"why\": %s}]}";
        String good = quoted(witness + "group g any w\nquorum g\n");
        assertCounts(2, 0, file.formatted(good, "1", "1", quoted(witness), quoted("no quorum")));
        assertCounts(1, 1, file.formatted(good, "2", "1", quoted(witness), quoted("no quorum")));
        assertCounts(1, 1, file.formatted(good, "1", "1", quoted(witness), quoted("unknown")));
        assertCounts(1, 1, file.formatted(good, "1", "1", quoted(witness), quoted("a reason nobody knows")));
        assertCounts(1, 1, file.formatted(good, "1", "1", good, quoted("no quorum")));
        assertCounts(1, 1, file.formatted(quoted(witness), "1", "1", quoted(witness), quoted("no quorum")));
    }

    @Test
    void pathsOfTiles() {
        String file = "{\"tile\": [%s], \"entries\": [], \"entriesForIndex\": [%s], \"sizes\": [%s]}";
        assertCounts(2, 0, file.formatted("[0, 1, 2, \"tile/0/001.p/2\"]", "", ""));
        assertCounts(0, 2, file.formatted("[0, 1, 3, \"tile/0/001.p/2\"]", "", ""));
        assertCounts(2, 0, file.formatted("", "[256, 257, \"tile/entries/001.p/1\"]", ""));
        assertCounts(1, 0, file.formatted("", "", "{\"treeSize\": 256, \"level0\": {\"full\": 1, \"partial\": 0}}"));
        assertCounts(0, 1, file.formatted("", "", "{\"treeSize\": 256, \"level0\": {\"full\": 0, \"partial\": 0}}"));
        assertCounts(0, 1, file.formatted("", "", "{\"treeSize\": 256, \"height\": 1}"));
        for (String row : List.of(
                "[0, 1, 2]",
                "7",
                "[0, -1, 2, \"x\"]",
                "[0, 1, 257, \"x\"]",
                "[99, 1, 2, \"x\"]",
                "[4294967296, 1, 2, \"tile/0/001.p/2\"]")) {
            FileReport report = check(file.formatted(row, "", ""));
            assertTrue(report.passed().isEmpty() && !report.failures().isEmpty(), row);
        }
        for (String row : List.of("[5, 5, \"x\"]", "[0, -1, \"x\"]", "[0, 18446744073709551615, \"x\"]")) {
            FileReport report = check(file.formatted("", row, ""));
            assertTrue(report.passed().isEmpty() && !report.failures().isEmpty(), row);
        }
    }

    @Test
    void keysThatCannotBeEnrolled() {
        String file =
                "{\"vectors\": [{\"number\": 1, \"key\": \"%s\", \"sig\": \"%s\", \"msg\": \"m\", \"flags\": [%s],"
                        + " \"opensslAccepts\": %s, \"jdk25Accepts\": %s}]}";
        String key = LOG.vkey().key().toString();
        String none = "00".repeat(64);
        assertCounts(1, 0, file.formatted(key, none, "", "false", "false"));
        assertCounts(0, 1, file.formatted(key, none, "", "true", "false"));
        assertCounts(0, 1, file.formatted(key, none, "", "false", "true"));
        assertCounts(0, 1, file.formatted(key, none, "\"low_order_A\"", "true", "false"));
        assertCounts(0, 1, file.formatted("00".repeat(31), none, "", "false", "false"));
        assertCounts(0, 1, file.formatted("zz".repeat(32), none, "", "false", "false"));
        assertCounts(
                1,
                0,
                file.formatted("00".repeat(32), none, "\"low_order_A\", \"low_order_residue\"", "false", "false"));
    }

    @Test
    void whatIsShownOfAFailureIsShort() {
        FileReport report = check("{\"vkeys\": [" + quoted("k".repeat(5_000)) + "]}");
        FileReport.Failure failure = report.failures().getFirst();
        assertEquals("refused NOTE-103", failure.got());
        assertTrue(failure.expected().length() < 300, failure::expected);
    }

    /** A list that is none, or elements of another form, never end the program: they are failures of that file. */
    @Test
    void aFileWhosePartsAreOfAnotherFormIsAFailure() {
        for (String text : List.of(
                "{\"probes\": 7}",
                "{\"vkeys\": [7]}",
                "{\"vkeys\": [null]}",
                "{\"cases\": {}}",
                "{\"cases\": [null]}",
                "{\"case\": 1}",
                "{\"n100\": 5}",
                "{\"reject\": [1]}",
                "{\"accept\": 1, \"reject\": 1}",
                "{\"emptyRoot\": 1, \"leaf\": 1, \"node\": 1}",
                "{\"leafInputsHex\": [1], \"rootsBySize\": [1, 2]}",
                "{\"verifiable\": [1], \"malformedBodies\": [1]}",
                "{\"vkey\": 1, \"timestamp\": 1, \"checkpoint\": 1}",
                "{\"vkey\": \"x\", \"origin\": \"x\", \"entries\": [1]}",
                "{\"vkey\": \"x\", \"origin\": \"\", \"entries\": [\"a\"]}",
                "{\"vectors\": [{\"sig\": 1, \"jdk25Accepts\": 1}]}",
                "{\"tile\": 1, \"entries\": 1, \"entriesForIndex\": 1, \"sizes\": [1]}")) {
            FileReport report = check(text);
            assertTrue(report.passed().isEmpty() || text.contains("origin"), () -> text + report.passed());
            assertTrue(!report.failures().isEmpty(), text);
        }
    }

    @Test
    void aMemberOfUnknownKindIsAFailureBesideTheOthers() {
        String key = quoted(LOG.vkey().toString());
        assertCounts(1, 0, "{\"vkeys\": [" + key + "], \"source\": [], \"rule\": \"\", \"note\": \"\"}");
        assertCounts(1, 1, "{\"vkeys\": [" + key + "], \"skeys\": []}");
    }
}
