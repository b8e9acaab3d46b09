package org.cotejo.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.base.Result;
import org.cotejo.merkle.TreeHash;

/** Policies of any shape, against an evaluator that counts members straight from the lines of the file. */
class PolicyPropertiesTest {
    private static final int WITNESSES = 8;
    private static final String ORIGIN = "log.example";
    private static final Skey LOG = NoteTest.key(ORIGIN, Vkey.Kind.NOTE, 1);
    private static final Checkpoint HEAD = new Checkpoint(ORIGIN, 9, TreeHash.EMPTY);
    private static final List<Skey> KEYS = keys();

    private static List<Skey> keys() {
        List<Skey> keys = new ArrayList<>();
        for (int i = 0; i < WITNESSES; i++) {
            keys.add(NoteTest.key("w" + i + ".example", Vkey.Kind.COSIGNATURE, 100 + i));
        }
        return keys;
    }

    /** The lines of a policy whose groups take any names that no group has taken, witnesses and earlier groups alike. */
    private static List<String> anyPolicy(Random random) {
        List<String> lines = new ArrayList<>(List.of("log " + LOG.vkey()));
        List<String> free = new ArrayList<>();
        for (int i = 0; i < WITNESSES; i++) {
            lines.add("witness w" + i + " " + KEYS.get(i).vkey());
            free.add("w" + i);
        }
        for (int group = 0; free.size() > 1 && group < 5; group++) {
            Collections.shuffle(free, random);
            int count = 1 + random.nextInt(free.size());
            List<String> members = List.copyOf(free.subList(0, count));
            free.subList(0, count).clear();
            String threshold = switch (random.nextInt(3)) {
                case 0 -> "all";
                case 1 -> "any";
                default -> String.valueOf(1 + random.nextInt(count));
            };
            lines.add("group g" + group + " " + threshold + " " + String.join(" ", members));
            free.add("g" + group);
        }
        lines.add("quorum " + (random.nextInt(20) == 0 ? Policy.NONE : free.get(random.nextInt(free.size()))));
        return lines;
    }

    private static Policy read(List<String> lines) {
        return Policy.parse((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    private static boolean isReached(List<String> lines, String name, Set<String> cosigned) {
        if (name.equals(Policy.NONE) || cosigned.contains(name)) {
            return true;
        }
        for (String line : lines) {
            String[] items = line.split(" ", -1);
            if (items[0].equals("group") && items[1].equals(name)) {
                List<String> members = List.of(items).subList(3, items.length);
                long reached = members.stream()
                        .filter(member -> isReached(lines, member, cosigned))
                        .count();
                return switch (items[2]) {
                    case "all" -> reached == members.size();
                    case "any" -> reached > 0;
                    default -> reached >= Integer.parseInt(items[2]);
                };
            }
        }
        return false;
    }

    private static Set<String> anyWitnesses(Random random) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < WITNESSES; i++) {
            if (random.nextBoolean()) {
                names.add("w" + i);
            }
        }
        return names;
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void quorumsAreAsTheLinesSay(@ForAll Random random) {
        List<String> lines = anyPolicy(random);
        Policy policy = read(lines);
        for (int i = 0; i < 10; i++) {
            Set<String> names = anyWitnesses(random);
            assertEquals(
                    isReached(lines, policy.quorum(), names),
                    policy.isReachedBy(names),
                    () -> names + " of " + String.join("\n", lines));
        }
    }

    /** One more cosignature never undoes a quorum, and a name that is no witness never helps. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oneMoreCosignatureNeverUndoesAQuorum(@ForAll Random random) {
        Policy policy = read(anyPolicy(random));
        Set<String> names = anyWitnesses(random);
        Set<String> more = new HashSet<>(names);
        more.add("w" + random.nextInt(WITNESSES));
        assertTrue(!policy.isReachedBy(names) || policy.isReachedBy(more));
        Set<String> strangers = new HashSet<>(names);
        strangers.addAll(List.of("x", "g0", "g1", "log.example", ""));
        assertEquals(policy.isReachedBy(names), policy.isReachedBy(strangers));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedIsReadAsTheSamePolicy(@ForAll Random random) {
        Policy policy = read(anyPolicy(random));
        assertEquals(Result.ok(policy), Policy.parse(policy.bytes()));
    }

    /** The order of the lines in a note, and lines of strangers among them, change no verdict. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theVerdictDoesNotHangOnTheOrderOfTheSignatures(@ForAll Random random) {
        Policy policy = read(anyPolicy(random));
        Set<String> names = anyWitnesses(random);
        List<NoteSignature> signatures = new ArrayList<>(List.of(
                LOG.sign(HEAD, 7),
                new NoteSignature("stranger.example", 5, new byte[] {1, 2, 3}),
                new NoteSignature(ORIGIN, 6, new byte[64])));
        for (String name : names) {
            signatures.add(KEYS.get(name.charAt(1) - '0').sign(HEAD, 1 + random.nextInt(1_000)));
        }
        Policy.Verdict first = verdict(policy, signatures);
        Collections.shuffle(signatures, random);
        assertEquals(first, verdict(policy, signatures));
        assertEquals(
                names,
                first.cosigned().stream().map(one -> one.witness().name()).collect(Collectors.toSet()));
        assertEquals(policy.isReachedBy(names), first.isReached());
    }

    private static Policy.Verdict verdict(Policy policy, List<NoteSignature> signatures) {
        return policy.judge(new SignedCheckpoint(HEAD, new Note(HEAD.text(), signatures)))
                .orThrow();
    }
}
