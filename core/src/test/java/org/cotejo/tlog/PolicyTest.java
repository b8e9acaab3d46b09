package org.cotejo.tlog;

import static org.cotejo.tlog.NoteTest.code;
import static org.cotejo.tlog.NoteTest.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cotejo.base.Result;
import org.cotejo.merkle.TreeHash;
import org.cotejo.vectors.Vectors;
import org.junit.jupiter.api.Test;

/** Policies: the published ones, each rule of the file, truth tables of quorums, and what they say of checkpoints. */
class PolicyTest {
    private static final String ORIGIN = "log.example/a";
    private static final Skey LOG = key(ORIGIN, Vkey.Kind.NOTE, 1);
    private static final Skey LOG_ML_DSA = key(ORIGIN, Vkey.Kind.COSIGNATURE_ML_DSA, 1);
    private static final List<Skey> WITNESSES = List.of(
            key("w1.example", Vkey.Kind.COSIGNATURE, 11),
            key("w2.example", Vkey.Kind.COSIGNATURE, 12),
            key("w3.example", Vkey.Kind.COSIGNATURE_ML_DSA, 13),
            key("w4.example", Vkey.Kind.COSIGNATURE, 14));
    private static final Checkpoint HEAD = new Checkpoint(ORIGIN, 5, TreeHash.EMPTY);

    private static String vkey(int witness) {
        return WITNESSES.get(witness - 1).vkey().toString();
    }

    private static Result<Policy> parse(String... lines) {
        return Policy.parse((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Policy of(String... rules) {
        List<String> lines = new ArrayList<>(List.of("log " + LOG.vkey() + " https://log.example/a"));
        for (int i = 1; i <= WITNESSES.size(); i++) {
            lines.add("witness w" + i + " " + vkey(i));
        }
        lines.addAll(List.of(rules));
        return parse(lines.toArray(String[]::new)).orThrow();
    }

    @Test
    void thePublishedPoliciesAreTakenOrRefused() {
        Vectors file = Vectors.read("tlog/policy/policy.json");
        for (Vectors one : file.get("accept").list()) {
            Policy policy = Policy.parse(one.get("policy").utf8()).orThrow();
            Policy.Part quorum = policy.quorum(Set.of());
            assertEquals(one.get("n").number(), quorum.threshold());
            assertEquals(one.get("components").number(), quorum.members().size());
            assertEquals(Result.ok(policy), Policy.parse(policy.bytes()));
        }
        for (Vectors one : file.get("reject").list()) {
            assertTrue(code(Policy.parse(one.get("policy").utf8())).startsWith("POLICY-"));
            assertInstanceOf(
                    Result.Refused.class,
                    Policy.parse((one.get("policy").text() + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void blanksTabsEmptyLinesAndCommentsArePassedOver() {
        Policy policy = parse(
                        "# trust",
                        "",
                        " \t",
                        "\twitness\tw1  " + vkey(1) + "\t https://w1.example ",
                        "  #x",
                        "quorum w1")
                .orThrow();
        assertEquals("https://w1.example", policy.witnesses().getFirst().url());
        assertEquals("w1", policy.quorum());
        assertEquals(Result.ok(policy), Policy.parse(policy.bytes()));
    }

    @Test
    void eachRuleOfTheFileIsHeldWithTheNumberOfTheLine() {
        String w1 = "witness w1 " + vkey(1);
        String w2 = "witness w2 " + vkey(2);
        assertRefused("POLICY-101", 2, w1, "quorums w1");
        assertRefused("POLICY-101", 1, "witness w1", "quorum w1");
        assertRefused("POLICY-101", 1, w1 + " https://w1.example # main", "quorum w1");
        assertRefused("POLICY-101", 2, w1, "quorum w1 w1");
        assertRefused("POLICY-101", 2, w1, "group g any", "quorum w1");
        assertRefused("POLICY-101", 1, "log", "quorum none");
        assertRefused("POLICY-102", 2, w1, "witness w1 " + vkey(2), "quorum w1");
        assertRefused("POLICY-102", 2, w1, "group w1 any w1", "quorum w1");
        assertRefused("POLICY-102", 1, "witness none " + vkey(1), "quorum none");
        assertRefused("POLICY-103", 2, w1, "witness w2 " + vkey(1), "quorum w1");
        assertRefused("POLICY-103", 2, "log " + LOG.vkey(), "log " + LOG.vkey(), "quorum none");
        assertRefused("POLICY-104", 1, "quorum w1", w1);
        assertRefused("POLICY-104", 2, w1, "group g any w1 w2", w2, "quorum g");
        assertRefused("POLICY-104", 1, "group g any g", "quorum g");
        assertRefused("POLICY-104", 2, w1, "group g any w1 none", "quorum g");
        assertRefused("POLICY-105", 2, w1, "group g any w1 w1", "quorum g");
        assertRefused("POLICY-105", 4, w1, w2, "group g any w1", "group h all w1 w2", "quorum h");
        for (String k : List.of("0", "3", "02", "-1", "x", "+1", "99999999999999999999")) {
            assertRefused("POLICY-106", 3, w1, w2, "group g " + k + " w1 w2", "quorum g");
        }
        assertRefused("POLICY-107", 0, w1);
        assertRefused("POLICY-107", 0, w1, "quorum w1", "quorum none");
        assertRefused("POLICY-109", 1, "log " + vkey(1), "quorum none");
        assertRefused("NOTE-103", 2, w1, "witness w2 x", "quorum w1");
        assertRefused("NOTE-105", 1, "witness w1 x" + vkey(1), "quorum w1");
    }

    private static void assertRefused(String code, long line, String... lines) {
        Result<Policy> result = parse(lines);
        assertEquals(code, code(result), () -> String.join("\n", lines));
        assertEquals(line, ((Result.Refused<Policy>) result).problem().where().line(), () -> String.join("\n", lines));
    }

    /** Cut off there, a line may say something else: {@code quorum all} for {@code quorum all3}. */
    @Test
    void aLastLineWithoutEndIsRefused() {
        assertEquals("POLICY-108", code(Policy.parse("quorum none".getBytes(StandardCharsets.UTF_8))));
        assertEquals("POLICY-107", code(Policy.parse(new byte[0])));
    }

    @Test
    void controlCharactersAndOtherEncodingsAreRefused() {
        for (char c : new char[] {0, '\r', 0x0b, 0x1b, 0x7f}) {
            assertEquals("POLICY-108", code(parse("quorum none" + c)));
        }
        assertEquals("POLICY-108", code(Policy.parse("# \u00f1\nquorum none\n".getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(Policy.NONE, parse("# \u00f1", "quorum none").orThrow().quorum());
    }

    @Test
    void namesAreComparedAsTheyAreWritten() {
        assertEquals("POLICY-104", code(parse("witness K " + vkey(1), "quorum \u212a")));
    }

    @Test
    void thereIsALimitOfPartsAndOfBytes() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Policy.PARTS_MOST; i++) {
            lines.add("witness w" + i + " "
                    + NoteTest.key("w" + i, Vkey.Kind.COSIGNATURE, i + 1).vkey());
        }
        lines.add("quorum w0");
        assertEquals(
                Policy.PARTS_MOST,
                parse(lines.toArray(String[]::new)).orThrow().witnesses().size());
        lines.addFirst("witness more " + vkey(3));
        assertEquals("POLICY-108", code(parse(lines.toArray(String[]::new))));
        assertEquals("POLICY-108", code(Policy.parse(new byte[PolicyFile.SIZE_MOST + 1])));
    }

    @Test
    void quorumsAreAsTheTruthTablesSay() {
        Policy[] policies = {
            of("group g all w1 w2 w3 w4", "quorum g"),
            of("group g any w1 w2 w3 w4", "quorum g"),
            of("group g 3 w1 w2 w3 w4", "quorum g"),
            of("quorum w2"),
            of("quorum none"),
            of("group a any w1 w2", "group b all w3 w4", "group both all a b", "quorum both"),
            of("group a 2 w1 w2 w3", "group g any a w4", "quorum g")
        };
        for (int bits = 0; bits < 16; bits++) {
            boolean w1 = (bits & 1) != 0;
            boolean w2 = (bits & 2) != 0;
            boolean w3 = (bits & 4) != 0;
            boolean w4 = (bits & 8) != 0;
            int count = Integer.bitCount(bits);
            Set<String> names = new TreeSet<>();
            for (int i = 0; i < 4; i++) {
                if ((bits >> i & 1) == 1) {
                    names.add("w" + (i + 1));
                }
            }
            assertEquals(count == 4, policies[0].isReachedBy(names));
            assertEquals(count >= 1, policies[1].isReachedBy(names));
            assertEquals(count >= 3, policies[2].isReachedBy(names));
            assertEquals(w2, policies[3].isReachedBy(names));
            assertTrue(policies[4].isReachedBy(names));
            assertEquals((w1 || w2) && w3 && w4, policies[5].isReachedBy(names));
            int ofThree = Integer.bitCount(bits & 7);
            assertEquals(ofThree >= 2 || w4, policies[6].isReachedBy(names));
        }
    }

    @Test
    void aCheckpointIsJudgedWithItsCosignatures() {
        Policy policy = of("group a any w1 w2", "group g all a w3", "quorum g");
        SignedCheckpoint signed = SignedCheckpoint.of(HEAD, List.of(LOG, LOG_ML_DSA), 100);
        Policy.Verdict alone = policy.judge(signed).orThrow();
        assertEquals(LOG.vkey(), alone.log());
        assertEquals(List.of(), alone.cosigned());
        assertFalse(alone.isReached());
        assertEquals("POLICY-112", code(policy.verify(signed)));
        SignedCheckpoint more = signed.with(List.of(
                WITNESSES.get(1).sign(HEAD, 101),
                WITNESSES.get(2).sign(HEAD, 102),
                WITNESSES.get(1).sign(HEAD, 103)));
        Policy.Verdict verdict = policy.verify(more).orThrow();
        assertEquals(
                List.of("w2 103", "w3 102"),
                verdict.cosigned().stream()
                        .map(one -> one.witness().name() + " " + one.seconds())
                        .toList());
        assertEquals(2, verdict.quorum().threshold());
        assertTrue(verdict.quorum().members().getFirst().isReached());
    }

    @Test
    void cosignaturesThatAreFalseOrOfAnotherHeadRefuseTheCheckpoint() {
        Policy policy = of("quorum w1");
        SignedCheckpoint signed = SignedCheckpoint.of(HEAD, List.of(LOG), 100);
        Checkpoint other = new Checkpoint(ORIGIN, 6, TreeHash.EMPTY);
        for (Skey witness : WITNESSES) {
            assertEquals("NOTE-106", code(policy.verify(signed.with(List.of(witness.sign(other, 1))))));
        }
        NoteSignature shifted = WITNESSES.getFirst().sign(HEAD, 100);
        byte[] time = shifted.signature();
        time[7]++;
        NoteSignature changed = new NoteSignature(shifted.name(), shifted.id(), time);
        assertEquals("NOTE-106", code(policy.verify(signed.with(List.of(changed)))));
    }

    @Test
    void theLogMustBeListedUnderItsOriginAndHaveSigned() {
        Policy policy = of("quorum none");
        assertTrue(policy.verify(SignedCheckpoint.of(HEAD, List.of(LOG), 1))
                .orThrow()
                .isReached());
        SignedCheckpoint notSigned = SignedCheckpoint.of(HEAD, List.of(WITNESSES.getFirst()), 1);
        assertEquals("POLICY-111", code(policy.verify(notSigned)));
        SignedCheckpoint unknown = SignedCheckpoint.of(HEAD, List.of(key("x", Vkey.Kind.NOTE, 7)), 1);
        assertEquals("NOTE-107", code(policy.verify(unknown)));
        Checkpoint elsewhere = new Checkpoint("log.example/b", 5, TreeHash.EMPTY);
        assertEquals("POLICY-110", code(policy.verify(SignedCheckpoint.of(elsewhere, List.of(LOG), 1))));
        Skey namesake = key(ORIGIN, Vkey.Kind.NOTE, 77);
        assertEquals("NOTE-107", code(policy.verify(SignedCheckpoint.of(HEAD, List.of(namesake), 1))));
    }

    /** Other programs print a cosigner's key with the type of a plain signature. */
    @Test
    void aWitnessGivenWithTheTypeOfAPlainKeyIsTakenAsCosigner() {
        Skey cosigner = WITNESSES.getFirst();
        Vkey plain =
                new Vkey(cosigner.vkey().name(), Vkey.Kind.NOTE, cosigner.vkey().key());
        Policy policy =
                parse("log " + LOG.vkey(), "witness w1 " + plain, "quorum w1").orThrow();
        SignedCheckpoint signed = SignedCheckpoint.of(HEAD, List.of(LOG, cosigner), 9);
        assertTrue(policy.verify(signed).orThrow().isReached());
    }
}
